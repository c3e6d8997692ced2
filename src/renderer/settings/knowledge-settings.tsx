import { useEffect } from 'react';
import { Button, Progress } from '@mantine/core';
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

/** While texts get new vectors: another embedder, or a first index. */
function IndexProgress({ done, of }: NonNullable<IndexStatus['progress']>) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div className={classes.progress}>
      <Progress.Root size="md" radius="xl">
        <Progress.Section
          value={Math.round((100 * done) / of)}
          color="var(--teal)"
          aria-label={t('settings.index')}
        />
      </Progress.Root>
      <span>{t('settings.indexProgress', { done: formats.count(done), of: formats.count(of) })}</span>
    </div>
  );
}

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
          embedder: index.servedBy ?? index.embedder,
        })}
      </div>
      {index.progress !== null && <IndexProgress {...index.progress} />}
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
