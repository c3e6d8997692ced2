import type { KnowledgeRun } from '../../../shared/knowledge-run.ts';
import type { ReviewReason } from '../../../shared/review.ts';
import type { Db } from '../../db/db.ts';
import { addInsight, readInsightBySlug } from '../../db/insights.ts';
import { endBatch, insertRejects, type KnowledgeBatch } from '../../db/knowledge-batches.ts';
import { foldText, tokens } from '../../text/tokens.ts';
import type { GeneratedItem } from './item.ts';
import type { Judged, Passed, RejectedItem } from './judge.ts';
import type { Novelty } from './novelty.ts';

interface Written {
  readonly run: KnowledgeRun;
  readonly batch: KnowledgeBatch;
  readonly judged: Judged;
  readonly model: string | null;
  readonly promptVersion: string;
}

/**
 * Writes down what came of a batch: what passed becomes insights, what did not is kept with its reason. Within the
 * transaction that ends its job. What was taken since it was judged is looked at once more, so that two batches at one
 * time cannot bring the same. Returns how many were taken.
 */
export function commitBatch(db: Db, novelty: Novelty, written: Written, now: number): number {
  const { run, batch, judged, model, promptVersion } = written;
  novelty.followNow();
  const late: RejectedItem[] = [];
  const isNew = ({ item, likeness }: Passed): boolean => {
    const detail = novelty.repeated(likeness, judged.mark);
    if (detail !== null) late.push({ reason: 'not_new', detail, raw: JSON.stringify(item) });
    return detail === null;
  };
  const taken = judged.passed.filter(isNew);
  for (const { item } of taken) {
    const triggers = [...new Set(item.triggers)];
    const review = run.goesTo === 'review' ? { reason: 'wished' satisfies ReviewReason } : undefined;
    const draft = { ...item, triggers, slug: freeSlug(db, item), status: run.goesTo, review };
    addInsight(db, now, draft, 'generated', { runId: run.id, cell: batch.cell });
  }
  endBatch(db, batch, { taken: taken.length, model, promptVersion }, now);
  insertRejects(db, batch, [...judged.rejected, ...late], now);
  return taken.length;
}

/** Of the language and the first trigger ("it-che-stupido-che-sono"), numbered where that is taken. */
export function freeSlug(
  db: Db,
  { language, triggers: [first = ''] }: Pick<GeneratedItem, 'language' | 'triggers'>,
): string {
  const words = tokens(foldText(first))
    .map((word) => word.replaceAll(/[^a-z0-9]/g, ''))
    .filter(Boolean)
    .slice(0, 7);
  const slug = [language, ...words].join('-').slice(0, 100).replace(/-+$/, '');
  for (let number = 1; ; number += 1) {
    const wanted = number === 1 ? slug : `${slug}-${number}`;
    if (!readInsightBySlug(db, wanted)) return wanted;
  }
}
