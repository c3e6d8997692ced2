import { useEffect, useState } from 'react';
import { Button } from '@mantine/core';
import { IconVocabulary } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { changeSettings } from '../desk/app-actions.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import { readModel, readOffer } from '../settings/model-actions.ts';
import { useFormats } from '../ui/use-formats.tsx';
import classes from './welcome.module.css';

/** Recommends the model where the hub can be reached. Asked beside everything else; where nothing answers, nothing is shown. */
export function ModelOffer() {
  const { t } = useTranslation();
  const desk = useDesk();
  const formats = useFormats();
  const kind = useAppState((state) => state.settings.embedder.kind);
  const model = useStore(desk.settings, (area) => area.model);
  const offer = useStore(desk.settings, (area) => area.offer);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    void readModel(desk);
    void readOffer(desk);
  }, [desk]);
  if (isRefused || offer === null || offer === 'asking' || model === null || kind === 'remote') return null;
  if (kind === 'builtin' && model.kind === 'ready') return null;
  return (
    <section className={classes.card} data-wide="true" aria-label={t('model.offerTitle')}>
      <IconVocabulary size={22} stroke={1.75} aria-hidden />
      <h2>{t('model.offerTitle')}</h2>
      {kind === 'transformers' ? (
        <output>{t('model.offerTaken')}</output>
      ) : (
        <>
          <p>{t('model.offerText', { size: formats.size(offer.total) })}</p>
          <div className={classes.buttons}>
            <Button onClick={() => void changeSettings(desk, { embedder: { kind: 'transformers' } })}>
              {t('model.offerTake')}
            </Button>
            <Button variant="subtle" onClick={() => setRefused(true)}>
              {t('model.offerLater')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
