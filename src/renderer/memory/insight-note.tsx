import type { ReactNode } from 'react';
import type { UsedInsight } from '../../shared/message.ts';
import { Chip } from '../ui/chip.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import classes from './memory.module.css';

/** An insight that stood behind a reply: its score, the signal, the guidance, and what else is known. */
export function InsightNote({ insight, children }: { insight: UsedInsight; children?: ReactNode }) {
  const formats = useFormats();
  return (
    <div className={classes.insight}>
      <span>
        <Chip tone="teal">{formats.score(insight.score)}</Chip>
      </span>
      <div>
        <p className={classes.insightText}>{insight.text}</p>
        <p className={classes.guidance}>{insight.guidance}</p>
        {children}
      </div>
    </div>
  );
}
