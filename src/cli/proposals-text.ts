import type { ProposedIntent, ProposedVariation } from '../shared/proposal.ts';
import { columns } from './output.ts';
import { paint } from './paint.ts';

/** Proposals of both kinds, with what became of each and why. */
export function proposalsText({
  variations,
  intents,
}: {
  readonly variations: readonly ProposedVariation[];
  readonly intents: readonly ProposedIntent[];
}): string {
  const parts = [
    ...intents.map(intentText),
    ...(variations.length > 0 ? [columns(variations.map(variationRow))] : []),
  ];
  return parts.length > 0 ? parts.join('\n\n') : 'Nothing is proposed.';
}

const states = { waiting: paint.warning, approved: paint.good, rejected: paint.quiet } as const;

const shortId = (id: string) => id.slice(-12);

const why = (reason: string | null, detail: string | null) =>
  [reason?.replaceAll('_', ' '), detail].filter(Boolean).join(': ');

function variationRow({ id, intent, language, text, state, reason, detail }: ProposedVariation): string[] {
  return [shortId(id), states[state](state), intent, language, text, paint.quiet(why(reason, detail))];
}

function intentText(one: ProposedIntent): string {
  const { id, title, state, times, clients, facts, variations, reason, detail } = one;
  return [
    `${paint.accent(title.en)} · ${title.it} · ${title.id} ${paint.quiet(shortId(id))} ${states[state](state)}`,
    `asked ${times} times by ${clients} clients; ${facts.length === 0 ? 'no house fact answers it yet' : `answered by ${facts.join(', ')}`}`,
    ...(state === 'rejected' ? [paint.quiet(why(reason, detail))] : []),
    ...variations.map(({ language, text }) => `  ${paint.quiet(language)} ${text}`),
  ].join('\n');
}
