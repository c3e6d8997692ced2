import { useEffect, useState } from 'react';
import { Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InsightInUse, InsightUsage } from '../../shared/insight.ts';
import type { SearchHit } from '../../shared/search.ts';
import { ask } from '../desk/ask.ts';
import { useDesk } from '../desk/context.tsx';
import { Chip } from '../ui/chip.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import classes from './search.module.css';

/** How often it was used, in words. */
function Usage({ usage: { timesUsed, lastUsedAt, timesFound } }: { usage: InsightUsage }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const found = formats.count(timesFound);
  if (lastUsedAt === null) return <div className={classes.usage}>{t('use.never', { found })}</div>;
  return (
    <div className={classes.usage}>
      {t('use.times', { count: timesUsed, date: formats.date(lastUsedAt), found })}
    </div>
  );
}

/** An insight that was searched for, in full: what the signal means, how to answer, how clients write it. */
export function InsightReading({ hit }: { hit: SearchHit }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [insight, setInsight] = useState<InsightInUse | null>(null);
  useEffect(() => {
    let isShown = true;
    void ask(desk, 'insight:read', { insightId: hit.id }).then((found) => {
      if (isShown) setInsight(found);
    });
    return () => {
      isShown = false;
    };
  }, [desk, hit.id]);
  return (
    <Stack gap="sm">
      <strong>{hit.title}</strong>
      {insight !== null && (
        <>
          <div>{insight.guidance}</div>
          <Usage usage={insight.usage} />
          <div>{t('search.triggers')}</div>
          <Group gap="xs">
            {insight.triggers.map((phrase) => (
              <Chip key={phrase}>{phrase}</Chip>
            ))}
          </Group>
        </>
      )}
    </Stack>
  );
}
