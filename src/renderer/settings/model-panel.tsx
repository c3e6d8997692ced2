import { useEffect } from 'react';
import { Button, Progress } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ModelState } from '../../shared/embedder.ts';
import { useDesk } from '../desk/context.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import { fetchModel, readOffer, removeModel } from './model-actions.ts';
import classes from './settings.module.css';

type Coming = Extract<ModelState, { kind: 'fetching' | 'checking' }>;

/** How far fetching is. */
function ModelProgress({ model }: { model: Coming }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { total } = model;
  const bytes = model.kind === 'fetching' ? model.bytes : total;
  const words =
    total === null || bytes === null
      ? t('model.asking')
      : model.kind === 'checking'
        ? t('model.checking')
        : t('model.progress', { bytes: formats.size(bytes), total: formats.size(total) });
  const percent = total === null || bytes === null ? 0 : Math.round((100 * bytes) / total);
  return (
    <div className={classes.progress}>
      <Progress.Root size="md" radius="xl">
        <Progress.Section value={percent} color="var(--teal)" aria-label={t('embedder.local')} />
      </Progress.Root>
      <span>{words}</span>
    </div>
  );
}

function Words({ isOk, children }: { isOk: boolean; children: string }) {
  const Icon = isOk ? IconCircleCheck : IconAlertCircle;
  return (
    <output className={classes.result} data-ok={isOk}>
      <Icon size={16} stroke={1.75} aria-hidden />
      {children}
    </output>
  );
}

interface Props {
  model: ModelState;
  /** Whether it is chosen, not only looked at. */
  isChosen: boolean;
  onUse: () => void;
  onCancel: () => void;
}

/** What is not here yet: what it costs, and the button that brings it. */
function Missing({ model, onUse }: Pick<Props, 'model' | 'onUse'>) {
  const { t } = useTranslation();
  const desk = useDesk();
  const formats = useFormats();
  const offer = useStore(desk.settings, (area) => area.offer);
  useEffect(() => void readOffer(desk), [desk]);
  const isPartial = model.kind === 'partial';
  const size = offer === null || offer === 'asking' ? null : formats.size(offer.total);
  return (
    <>
      {isPartial && (
        <p className={classes.aside}>{t('model.partial', { bytes: formats.size(model.bytes) })}</p>
      )}
      {offer === null && <Words isOk={false}>{t('model.unreachable')}</Words>}
      <div className={classes.row}>
        <Button variant="filled" onClick={onUse}>
          {isPartial
            ? t('model.goOn')
            : size === null
              ? t('model.download')
              : t('model.downloadSize', { size })}
        </Button>
        {isPartial && (
          <Button color="clay" onClick={() => void removeModel(desk)}>
            {t('model.remove')}
          </Button>
        )}
      </div>
    </>
  );
}

/** The model on this computer: what it costs, how far it is, what went wrong. */
export function ModelPanel({ model, isChosen, onUse, onCancel }: Props) {
  const { t } = useTranslation();
  const desk = useDesk();
  const formats = useFormats();
  switch (model.kind) {
    case 'absent':
    case 'partial':
      return <Missing model={model} onUse={onUse} />;
    case 'fetching':
    case 'checking':
      return (
        <>
          <ModelProgress model={model} />
          <div className={classes.row}>
            <p className={classes.aside}>{t('model.meanwhile')}</p>
            {model.kind === 'fetching' && <Button onClick={onCancel}>{t('model.cancel')}</Button>}
          </div>
        </>
      );
    case 'failed':
      return (
        <>
          <Words isOk={false}>{t(`modelFault.${model.fault}`)}</Words>
          <div className={classes.row}>
            <Button variant="filled" onClick={() => (isChosen ? void fetchModel(desk) : onUse())}>
              {t('model.again')}
            </Button>
          </div>
        </>
      );
    case 'ready':
      return <Words isOk>{t('model.ready', { total: formats.size(model.total) })}</Words>;
  }
}
