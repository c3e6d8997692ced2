import type { AnswerGoal, Variation } from '../../../shared/answer.ts';
import type { NewIntent } from '../../db/proposed-intents.ts';
import type { NewVariation } from '../../db/proposed-variations.ts';
import type { SubjectSource } from '../catalogue.ts';
import { variationRefusal, type Known } from './gates.ts';
import type { variationList, WrittenIntent } from './item.ts';
import type { Trial } from './trial.ts';

export type VariationReading = ReturnType<ReturnType<typeof variationList>['read']>;

interface Beside {
  readonly known: Known;
  readonly target: SubjectSource;
  readonly trial: Trial;
  readonly goesTo: AnswerGoal;
  /** Its question goes out alone, and a new variation would take that from it. */
  readonly isSure: boolean;
}

/** What came of a reply: every way to ask of it, those that no gate let through too. */
export async function judgeVariations(
  reading: VariationReading,
  { known, target, trial, goesTo, isSure }: Beside,
): Promise<NewVariation[]> {
  const refused: NewVariation[] = reading.rejects.map(({ reason, detail, raw }) => ({
    text: raw.slice(0, 300),
    state: 'rejected',
    reason,
    detail,
  }));
  const passed: Variation[] = [];
  for (const { text } of reading.items) {
    const inUse = [...known.inUse, ...passed.map((one) => one.text)];
    const refusal = variationRefusal(text, { ...known, inUse });
    if (refusal === null) passed.push({ language: known.language, text });
    else refused.push({ text, state: 'rejected', ...refusal });
  }
  const tried = await trial.run(target, passed);
  const waiting = goesTo === 'review' ? 'wished' : isSure ? 'sure' : null;
  return [
    ...passed.map(({ text }): NewVariation => {
      const found = tried.refused.get(text);
      if (found) return { text, state: 'rejected', ...found };
      const reason = tried.far.has(text) ? 'far' : waiting;
      return { text, state: reason === null ? 'approved' : 'waiting', reason, detail: null };
    }),
    ...refused,
  ];
}

/** Ways to ask that a proposed question must have left, in all languages together. */
const leastVariations = 4;
const mostTitle = 80;

type JudgedIntent = Pick<NewIntent, 'title' | 'variations' | 'facts' | 'refusal'>;

/** What came of a proposed question: its good ways to ask, and why it is refused where it is. */
export async function judgeIntent(
  item: WrittenIntent,
  {
    inUse,
    facts,
    trial,
  }: { readonly inUse: Known['inUse']; readonly facts: ReadonlySet<string>; readonly trial: Trial },
): Promise<JudgedIntent> {
  const { title } = item;
  const base = { title, facts: [...new Set(item.facts)].filter((slug) => facts.has(slug)) };
  for (const [language, text] of Object.entries(title)) {
    const refusal =
      text.length > mostTitle
        ? { reason: 'length' as const, detail: `the title in ${language} has ${text.length} characters` }
        : variationRefusal(text, { language: language as Variation['language'], inUse: [], proposed: [] });
    // A title may be one word, and its language hard to tell.
    if (refusal?.reason === 'personal_data' || text.length > mostTitle)
      return { ...base, variations: [], refusal };
  }
  const passed: Variation[] = [];
  let lastRefusal: JudgedIntent['refusal'] = null;
  for (const { language, text } of item.variations) {
    const known = { language, inUse: [...inUse, ...passed.map((one) => one.text)], proposed: [] };
    const refusal = variationRefusal(text, known);
    if (refusal === null) passed.push({ language, text });
    else lastRefusal = refusal;
  }
  const target = { id: 'proposed', slug: 'proposed', threshold: null, variations: [] };
  const { refused } = await trial.run(target, passed);
  const variations = passed.filter(({ text }) => !refused.has(text));
  if (variations.length >= leastVariations) return { ...base, variations, refusal: null };
  const why = [...refused.values()][0] ?? lastRefusal;
  const detail = `${variations.length} of ${item.variations.length} ways to ask are left${why ? `: ${why.detail}` : ''}`;
  return { ...base, variations, refusal: { reason: why?.reason ?? 'too_few', detail } };
}
