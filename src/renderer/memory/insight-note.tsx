import type { ReactNode } from 'react';
import { IconListSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReplyInsight } from '../../shared/message.ts';
import { Chip } from '../ui/chip.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import classes from './memory.module.css';

/** The score of search; where search had not found the insight, a mark that it came from the catalogue. */
function Found({ score }: Pick<ReplyInsight, 'score'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (score !== null) return <Chip tone="teal">{formats.score(score)}</Chip>;
  return (
    <span title={t('use.fromCatalogue')}>
      <Chip tone="teal" icon={<IconListSearch size={15} stroke={1.75} aria-label={t('use.fromCatalogue')} />}>
        {null}
      </Chip>
    </span>
  );
}

/** An insight behind a reply: how it was found, the signal, the guidance, and what else is known. */
export function InsightNote({ insight, children }: { insight: ReplyInsight; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={classes.insight} data-unused={insight.isUsed === false}>
      <span>
        <Found score={insight.score} />
      </span>
      <div>
        <p className={classes.insightText}>{insight.text}</p>
        <p className={classes.guidance}>{insight.guidance}</p>
        {insight.score === null && <p className={classes.guidance}>{t('use.missed')}</p>}
        {children}
      </div>
    </div>
  );
}
