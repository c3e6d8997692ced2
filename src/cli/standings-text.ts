import type { IntentStanding } from '../shared/answer.ts';
import { columns } from './output.ts';
import { paint } from './paint.ts';

/** What was learnt of each intent as a table. */
export function standingsText(standings: readonly IntentStanding[], maxErrorPercent: number): string {
  if (standings.length === 0) return 'There are no intents yet.';
  const head = ['intent', 'served', 'labels', 'wrong', 'error below', 'threshold', 'in direct mode'];
  const rows = standings.map((standing) => [
    standing.intent,
    String(standing.served),
    String(standing.labels),
    String(standing.wrong),
    standing.upper === null ? paint.quiet('unknown') : percent(standing.upper),
    thresholdText(standing),
    modeText(standing),
  ]);
  return [
    columns([head.map(paint.quiet), ...rows]),
    '',
    paint.quiet(
      `Error below: with 95 % certainty. It is sent without asking while that is under ${maxErrorPercent} %.`,
    ),
  ].join('\n');
}

const percent = (share: number) => `${(share * 100).toFixed(share < 0.1 ? 2 : 0)} %`;

function thresholdText({ threshold, thresholdFrom }: IntentStanding): string {
  return `${threshold === null ? 'none' : threshold.toFixed(2)} ${paint.quiet(thresholdFrom)}`;
}

function modeText({ threshold, sureFrom, labels, needed }: IntentStanding): string {
  if (threshold === null) return paint.bad('off: found wrong too often');
  if (sureFrom !== null) {
    return sureFrom > threshold
      ? `${paint.good('sent')} from ${sureFrom.toFixed(2)}, draft under it`
      : paint.good('sent');
  }
  return needed === null ? 'draft: too many wrong' : `draft: ${labels} of ${needed} checks`;
}
