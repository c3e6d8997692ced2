import { createHash } from 'node:crypto';
import type { Settings } from '../../shared/settings.ts';

const BUCKETS = 0x1_0000_0000;

/** Whether a reply to this question belongs to the share that Claude answers too: always the same for the same reply. */
export function isShadowed(
  replyId: string,
  intent: string,
  { percent, byIntent }: Settings['shadow'],
): boolean {
  const share = (Object.hasOwn(byIntent, intent) ? byIntent[intent] : undefined) ?? percent;
  const place = createHash('sha256').update(replyId).digest().readUInt32BE(0) / BUCKETS;
  return place * 100 < share;
}
