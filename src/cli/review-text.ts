import type { ReviewCounts, ReviewItem } from '../shared/review.ts';
import { columns, dateTime, oneLine } from './output.ts';

/** Enough of an id to name it by. */
const endOf = (id: string): string => id.slice(-12);

const titleOf = (item: ReviewItem): string => {
  switch (item.kind) {
    case 'insight':
      return item.text;
    case 'answer':
      return `${item.title.en} (${item.language}, ${item.formality}): ${item.filled}`;
    case 'variation':
      return `${item.title.en} (${item.language}): ${item.text}`;
    case 'question':
      return `${item.title.en}: asked ${item.times} times by ${item.clients} clients`;
    case 'jiwa':
      return `${item.clientName}, ${item.field}: ${item.text}`;
    case 'fact':
      return `${item.clientName}, ${item.topic}: ${item.text}`;
  }
};

/** What waits, a line each, and how much of what there is. */
export function queueText(items: readonly ReviewItem[], { total, groups }: ReviewCounts): string {
  if (total === 0) return 'Nothing waits for you.';
  const rows = items.map((item) => [
    endOf(item.id),
    dateTime(item.createdAt),
    item.kind,
    item.reason,
    oneLine(titleOf(item), 100),
  ]);
  const counts = groups.map(({ kind, reason, n }) => `${n} ${kind} (${reason})`).join(', ');
  return `${rows.length > 0 ? `${columns(rows)}\n\n` : ''}${total} waiting: ${counts}`;
}
