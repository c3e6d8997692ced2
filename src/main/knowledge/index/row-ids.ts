import type { ItemIds } from './vector-index.ts';

/**
 * Whose vector each row is, in two arrays that go from thread to thread without a copy: 70,000 objects would hold the
 * receiving thread for a tenth of a second.
 */
export interface RowIds {
  readonly text: Uint8Array;
  /** Where each id ends in `text`: two a row, of the insight and of the trigger (empty for none). */
  readonly ends: Uint32Array;
}

/** Takes rows that are sorted by insight; throws RangeError where they are not. */
export function packRowIds(rows: readonly ItemIds[]): RowIds {
  const ends = new Uint32Array(rows.length * 2);
  const parts: Buffer[] = [];
  let length = 0;
  rows.forEach(({ insightId, triggerId }, row) => {
    if (row > 0 && insightId < (rows[row - 1]?.insightId ?? ''))
      throw new RangeError('The rows are not sorted by insight.');
    [insightId, triggerId ?? ''].forEach((id, which) => {
      const bytes = Buffer.from(id);
      parts.push(bytes);
      length += bytes.length;
      ends[row * 2 + which] = length;
    });
  });
  // A copy of its own, because a small Buffer is a part of a pool, which cannot be given away.
  return { text: new Uint8Array(Buffer.concat(parts)), ends };
}

/** The ids of a row. */
export function idsAt({ text, ends }: RowIds, row: number): ItemIds {
  const [start, middle, end] = [ends[row * 2 - 1] ?? 0, ends[row * 2] ?? 0, ends[row * 2 + 1] ?? 0];
  const bytes = Buffer.from(text.buffer, text.byteOffset, text.byteLength);
  return {
    insightId: bytes.toString('utf8', start, middle),
    triggerId: end > middle ? bytes.toString('utf8', middle, end) : null,
  };
}

/** Rows of an insight, none where it has none. */
export function rowsOfInsight(ids: RowIds, insightId: string): number[] {
  const count = ids.ends.length / 2;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (idsAt(ids, middle).insightId < insightId) low = middle + 1;
    else high = middle;
  }
  const rows: number[] = [];
  while (low < count && idsAt(ids, low).insightId === insightId) rows.push(low++);
  return rows;
}
