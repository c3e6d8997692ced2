import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReplyDetails, ReplyInsight } from '../../shared/message.ts';
import { FoldButton } from '../ui/fold-button.tsx';
import { Chip } from '../ui/chip.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import { InsightNote } from './insight-note.tsx';
import classes from './memory.module.css';

type Insights = Pick<ReplyDetails, 'insights' | 'naming'>;

/** What else is to be said of how a reply named its insights. */
function NamingHints({ insights, naming }: Insights) {
  const { t } = useTranslation();
  if (naming === null) return null;
  const isNotSaid = naming.kind === 'missing' || naming.kind === 'unreadable';
  const isNoneUsed = !isNotSaid && insights.length > 0 && insights.every(({ isUsed }) => isUsed !== true);
  return (
    <>
      {isNotSaid && insights.length > 0 && <p className={classes.hint}>{t('use.notSaid')}</p>}
      {isNoneUsed && <p className={classes.hint}>{t('use.noneUsed')}</p>}
      {naming.ignored > 0 && <p className={classes.hint}>{t('use.ignored', { count: naming.ignored })}</p>}
    </>
  );
}

/** The insights that shaped a reply; those that search found in vain are folded below. */
export function ShapingInsights({ insights, naming }: Insights) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const unused = insights.filter(({ isUsed }) => isUsed === false);
  return (
    <>
      {insights.map(
        (insight) => insight.isUsed !== false && <InsightNote key={insight.insightId} insight={insight} />,
      )}
      <NamingHints insights={insights} naming={naming} />
      {unused.length > 0 && (
        <div className={classes.folded}>
          <FoldButton
            label={t('use.folded', { count: unused.length })}
            isOpen={isOpen}
            onToggle={() => setOpen(!isOpen)}
          />
        </div>
      )}
      {isOpen && unused.map((insight) => <InsightNote key={insight.insightId} insight={insight} />)}
    </>
  );
}

const origins = { catalogue: 'use.fromCatalogue', opened: 'use.opened' } as const;

function Marks({ insight }: { insight: ReplyInsight }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { isUsed, origin, lexicalScore, vectorScore, trigger } = insight;
  return (
    <div className={classes.scores}>
      {isUsed !== null && (
        <Chip tone={isUsed ? 'teal' : 'plain'}>{t(isUsed ? 'use.used' : 'use.unused')}</Chip>
      )}
      {origin !== 'search' && <Chip>{t(origins[origin])}</Chip>}
      {lexicalScore !== null && <Chip>{t('details.lexical', { score: formats.score(lexicalScore) })}</Chip>}
      {vectorScore !== null && <Chip>{t('details.vector', { score: formats.score(vectorScore) })}</Chip>}
      {trigger !== null && <Chip>{t('details.trigger', { trigger })}</Chip>}
    </div>
  );
}

/** Every insight behind a reply with all that is known of it, those that were used first. */
export function InsightsInFull({ insights, naming }: Insights) {
  const { t } = useTranslation();
  if (insights.length === 0 && (naming?.ignored ?? 0) === 0)
    return <p className={classes.hint}>{t('details.none')}</p>;
  const usedFirst = [...insights].sort((a, b) => Number(b.isUsed) - Number(a.isUsed));
  return (
    <>
      {usedFirst.map((insight) => (
        <InsightNote key={insight.insightId} insight={insight}>
          <Marks insight={insight} />
        </InsightNote>
      ))}
      <NamingHints insights={insights} naming={naming} />
    </>
  );
}
