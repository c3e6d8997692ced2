import { useEffect, useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Settings } from '../../shared/settings.ts';
import { changeSettings } from '../desk/app-actions.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import { Card } from './card.tsx';
import { ChoiceCards } from './choice-cards.tsx';
import { KeptInput } from './kept-input.tsx';
import { readModel, readOffer, removeModel } from './model-actions.ts';
import { ModelPanel } from './model-panel.tsx';
import { ServerKey } from './server-key.tsx';
import classes from './settings.module.css';

type Kind = Settings['embedder']['kind'];
type Keep = (patch: Partial<Settings['embedder']>) => Promise<boolean>;

function ServerPart({ keep }: { keep: Keep }) {
  const { t } = useTranslation();
  const { url, model } = useAppState((state) => state.settings.embedder);
  return (
    <>
      <KeptInput
        label={t('embedder.url')}
        placeholder="http://localhost:8080/v1"
        value={url}
        onKeep={(value) => keep({ url: value })}
      />
      <KeptInput label={t('embedder.serverModel')} value={model} onKeep={(value) => keep({ model: value })} />
      <ServerKey
        of="embedder"
        title={t('embedder.key')}
        hint={t('embedder.keyHint')}
        fromEnvironment={t('embedder.keyEnvironment')}
      />
    </>
  );
}

/** Which model, and from where: for those who have another one or a mirror. */
function HubPart({ keep }: { keep: Keep }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const { localModel, hub } = useAppState((state) => state.settings.embedder);
  const change = async (patch: Partial<Settings['embedder']>) => {
    const isKept = await keep(patch);
    await readModel(desk);
    void readOffer(desk);
    return isKept;
  };
  return (
    <details className={classes.more}>
      <summary>{t('model.other')}</summary>
      <div className={classes.stack}>
        <KeptInput
          label={t('model.name')}
          hint={t('model.nameHint')}
          value={localModel}
          onKeep={(value) => change({ localModel: value })}
        />
        <KeptInput
          label={t('model.hub')}
          hint={t('model.hubHint')}
          placeholder="https://huggingface.co"
          value={hub}
          onKeep={(value) => change({ hub: value })}
        />
      </div>
    </details>
  );
}

/** Files that nothing uses are said, with the way to be rid of them. */
function UnusedModel() {
  const { t } = useTranslation();
  const desk = useDesk();
  const formats = useFormats();
  const model = useStore(desk.settings, (area) => area.model);
  if (model?.kind !== 'ready') return null;
  return (
    <div className={classes.row}>
      <p className={classes.aside}>{t('model.unused', { total: formats.size(model.total) })}</p>
      <Button color="clay" onClick={() => void removeModel(desk)}>
        {t('model.remove')}
      </Button>
    </div>
  );
}

/** How meaning is measured. A model that is not here is looked at first and chosen with the button that fetches it. */
export function EmbedderCard() {
  const { t } = useTranslation();
  const desk = useDesk();
  const kind = useAppState((state) => state.settings.embedder.kind);
  const model = useStore(desk.settings, (area) => area.model);
  const [lookedAt, setLookedAt] = useState<Kind | null>(null);
  useEffect(() => void readModel(desk), [desk]);
  const keep: Keep = (patch) => changeSettings(desk, { embedder: patch });
  const take = (next: Kind) => {
    setLookedAt(null);
    void keep({ kind: next });
  };
  const choose = (next: Kind) => {
    if (next === 'transformers' && model?.kind !== 'ready') setLookedAt(next);
    else take(next);
  };
  const cancel = () => {
    setLookedAt('transformers');
    void keep({ kind: 'builtin' });
  };
  const shown = lookedAt ?? kind;
  return (
    <Card title={t('embedder.title')} hint={t('embedder.hint')}>
      <div className={classes.stack}>
        <ChoiceCards
          label={t('embedder.title')}
          value={shown}
          onChange={choose}
          choices={[
            { value: 'builtin', label: t('embedder.builtin'), hint: t('embedder.builtinHint') },
            { value: 'transformers', label: t('embedder.local'), hint: t('embedder.localHint') },
            { value: 'remote', label: t('embedder.remote'), hint: t('embedder.remoteHint') },
          ]}
        />
        {shown === 'transformers' && model !== null && (
          <section className={classes.part} aria-label={t('embedder.local')}>
            <ModelPanel
              model={model}
              isChosen={kind === 'transformers'}
              onUse={() => take('transformers')}
              onCancel={cancel}
            />
            <HubPart keep={keep} />
          </section>
        )}
        {shown === 'remote' && <ServerPart keep={keep} />}
        {shown !== 'transformers' && <UnusedModel />}
      </div>
    </Card>
  );
}
