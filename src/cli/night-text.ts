import type { Night, NightDetails, NightPlan, NightUndone, Quality, ReportGroup } from '../shared/night.ts';
import { columns } from './output.ts';
import { paint } from './paint.ts';

const groupNames: Readonly<Record<ReportGroup, string>> = {
  insights: 'New insights',
  guidance: 'Better guidance',
  merged: 'Merged',
  triggers: 'New phrases',
  retired: 'Retired',
  clients: 'Of clients',
  answers: 'Prepared answers',
};

const shortId = (id: string): string => id.slice(-12);

/** One night as a line. */
export function nightLine({ id, localDate, origin, state, conversations, counts }: Night): string {
  const did = Object.entries(counts).map(([group, n]) => `${n} ${group}`);
  return [
    paint.quiet(shortId(id)),
    localDate,
    state.padEnd(8),
    `${conversations} conversations`,
    did.join(', ') || paint.quiet('nothing new'),
    ...(origin === 'hand' ? [paint.quiet('by hand')] : []),
  ].join('  ');
}

/** A night with its report. */
export function nightText({ night, report }: NightDetails): string {
  if (report === null) return nightLine(night);
  const { groups, failures, waiting, cost, quality } = report;
  const lines = groups.flatMap(({ group, items }) => [
    '',
    paint.accent(groupNames[group]),
    ...items.flatMap(({ text, detail, evidence }) => [
      `  ${text}${detail === null ? '' : paint.quiet(` (${detail})`)}`,
      ...evidence.map(({ quote }) => paint.quiet(`    “${quote}”`)),
    ]),
  ]);
  const waits = Object.entries(waiting).map(([kind, n]) => `${n} ${kind}`);
  return [
    nightLine(night),
    ...lines,
    '',
    columns([
      ['waits for you', waits.join(', ') || 'nothing'],
      ['cost', `${cost.amount.toFixed(4)} ${cost.currency}, ${cost.requests} requests`],
      ['before', qualityText(quality.before)],
      ['after', qualityText(quality.after)],
      ...failures.map(({ what, why, count }) => ['failed', `${count} × ${what}: ${why}`]),
    ]),
  ].join('\n');
}

const percent = (share: number | null): string => (share === null ? '–' : `${Math.round(share * 100)} %`);

function qualityText({ hitRate, thumbsUp, thumbsDown, editDistance }: Quality): string {
  return `found ${percent(hitRate)}, thumbs +${thumbsUp} −${thumbsDown}, edited ${percent(editDistance)}`;
}

/** What a night would do. */
export function planText({
  localDate,
  conversations,
  clients,
  messages,
  answers,
  cost,
  holds,
}: NightPlan): string {
  return columns([
    ['night', localDate],
    ['learns from', `${conversations} conversations of ${clients} clients, ${messages} messages`],
    ['renews answers', `of ${answers} questions`],
    ['cost', cost === null ? 'nothing to go by yet' : `about ${cost.amount.toFixed(4)} ${cost.currency}`],
    ...holds.map((why) => ['waits', why]),
  ]);
}

export function undoneText({ restored, kept, night }: NightUndone): string {
  return [
    `The night of ${night.localDate} is undone: ${restored} rows are as they were.`,
    ...(kept.length === 0 ? [] : ['Changed since, and left as it is:']),
    ...kept.map(({ what, text }) => `  ${what}${text === null ? '' : `: ${text}`}`),
  ].join('\n');
}
