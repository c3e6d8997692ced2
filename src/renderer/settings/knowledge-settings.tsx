import { useEffect } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { IndexStatus } from '../../shared/insight.ts';
import { useDesk } from '../desk/context.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import { Card } from './card.tsx';
import { CatalogueCard } from './catalogue-card.tsx';
import { EmbedderCard } from './embedder-card.tsx';
import { LearntCard } from './learnt-card.tsx';
import { readIndex, rebuildIndex } from './settings-actions.ts';
import classes from './settings.module.css';

const states = {
  ready: 'settings.indexReady',
  building: 'settings.indexBuilding',
  stale: 'settings.indexStale',
  missing: 'settings.indexMissing',
} as const;

function IndexWords({ index }: { index: IndexStatus }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div className={classes.grow}>
      <output className={classes.result} data-ok={index.state !== 'missing'}>
        {t(states[index.state])}
      </output>
      <div>
        {t('settings.indexText', {
          insights: formats.count(index.insights),
          vectors: formats.count(index.vectors),
          embedder: index.embedder,
        })}
      </div>
    </div>
  );
}

function IndexCard() {
  const { t } = useTranslation();
  const desk = useDesk();
  const index = useStore(desk.settings, (area) => area.index);
  const isRebuilding = useStore(desk.settings, (area) => area.isRebuilding);
  useEffect(() => void readIndex(desk), [desk]);
  return (
    <Card title={t('settings.index')}>
      <div className={classes.row}>
        {index !== null && <IndexWords index={index} />}
        <Button loading={isRebuilding} onClick={() => void rebuildIndex(desk)}>
          {t('settings.rebuild')}
        </Button>
      </div>
    </Card>
  );
}

export function KnowledgeSettings() {
  return (
    <>
      <EmbedderCard />
      <CatalogueCard />
      <IndexCard />
      <LearntCard />
    </>
  );
}
