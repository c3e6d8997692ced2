import type { Language } from '../../../../shared/language.ts';
import type { Db } from '../../../db/db.ts';
import { findLiveInsights, readInsightNumbers, type NumberedInsight } from '../../../db/insight-numbers.ts';
import { readInsight } from '../../../db/insights.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { detectLanguage } from '../../../text/language.ts';
import type { Lexicon } from '../../../text/lexicon/lexicon.ts';
import type { LearntForm } from '../../../text/lexicon/learnt.ts';
import type { NightRefusal } from '../gates/refusal.ts';
import type { Hiding } from '../hiding.ts';
import { mostTriggers } from '../judge.ts';
import type { AskedMiss, ToldPhrase } from './ask.ts';
import { formOf } from './learnt-form.ts';
import type { Miss } from './miss.ts';
import { phraseRefusalOf } from './phrase-gates.ts';

export interface MissParts {
  readonly db: Db;
  readonly knowledge: Pick<Knowledge, 'explain' | 'rehearse'>;
  readonly lexicon: Lexicon;
  readonly hiding: Hiding;
  /** Messages that no insight should be found for, by language. */
  readonly plain: Readonly<Record<Language, readonly string[]>>;
}

/** A phrase that makes search find tomorrow what it missed yesterday. */
export interface NewTrigger {
  readonly insightId: string;
  readonly text: string;
  readonly phrase: string;
  readonly clientId: string;
  readonly messageId: string;
  /** The message as it may be shown. */
  readonly quote: string;
  readonly form: LearntForm | null;
}

/** Insights that a model chooses from, beside the one that was used. */
const mostCandidates = 12;
/** Of one insight in one night: a bad day for one topic must not fill it. */
export const mostPerInsight = 3;

/** A miss with what may fit it, looked for widely: what search weighed, whatever it thought of it. Null where nothing is near. */
export async function withCandidates(
  { db, knowledge, hiding }: MissParts,
  miss: Miss,
): Promise<AskedMiss | null> {
  const { candidates } = await knowledge.explain(miss.original);
  const near = candidates.map(({ item }) => item.insightId);
  const ids = [...new Set([...miss.usedIds, ...near])].slice(0, mostCandidates + miss.usedIds.length);
  const numbers = readInsightNumbers(db, ids);
  const live = findLiveInsights(db, [...numbers.values()]);
  const shown = ids
    .flatMap((id) => live.get(numbers.get(id) ?? 0) ?? [])
    .filter(({ text }) => hiding.mayLeave(text));
  return shown.length === 0 ? null : { miss, candidates: shown };
}

/** What came of one phrase: a trigger, or why it is none. Null where the model says that nothing fits. */
export async function judgePhrase(
  parts: MissParts,
  told: ToldPhrase,
  asked: readonly AskedMiss[],
): Promise<NewTrigger | NightRefusal | null> {
  if (told.insight === null) return null;
  const about = asked[told.message - 1];
  const insight = about?.candidates.find(({ number }) => number === told.insight);
  if (!about || !insight)
    return { reason: 'no_insight', detail: `message ${told.message} was shown no insight ${told.insight}` };
  const { db, hiding } = parts;
  const { miss } = about;
  const phrase = told.phrase.replaceAll(/\s+/g, ' ').replaceAll(/^[\s"“”«».,!?]+|[\s"“”«».,!?]+$/g, '');
  const refusal = phraseRefusalOf(phrase, insight, miss, hiding.hidingFor);
  if (refusal !== null) return refusal;
  const whole = readInsight(db, insight.insightId);
  if (!whole || whole.status !== 'live')
    return { reason: 'no_insight', detail: 'the insight is not at work' };
  if (whole.triggers.some((one) => one.toLowerCase() === phrase.toLowerCase()))
    return { reason: 'duplicate', detail: 'the insight has this trigger' };
  if (whole.triggers.length >= mostTriggers)
    return { reason: 'too_many', detail: `the insight has ${whole.triggers.length} triggers` };
  return (await searchRefusalOf(parts, miss, insight, phrase)) ?? triggerOf(parts, miss, whole, phrase);
}

/** Search itself is asked: the phrase must bring the insight to its message, and to no plain one that has it not today. */
async function searchRefusalOf(
  { knowledge, plain }: MissParts,
  { original }: Miss,
  { insightId, language }: NumberedInsight,
  phrase: string,
): Promise<NightRefusal | null> {
  const addition = { insightId, phrase };
  const { candidates } = await knowledge.explain(original);
  if (candidates.some(({ item, verdict }) => verdict === 'taken' && item.insightId === insightId))
    return { reason: 'duplicate', detail: 'search finds the insight for this message already' };
  const [isFound = false] = await knowledge.rehearse(addition, [original]);
  if (!isFound)
    return { reason: 'finds_nothing', detail: 'search does not find the insight for its message by it' };
  const spoken: Language = language === 'it' || language === 'en' ? language : 'id';
  const texts = plain[spoken];
  const found = await knowledge.rehearse(addition, texts, { isCautious: true });
  for (const [at, text] of texts.entries()) {
    if (!found[at]) continue;
    const before = await knowledge.explain(text);
    if (!before.candidates.some(({ item, verdict }) => verdict === 'taken' && item.insightId === insightId))
      return { reason: 'finds_plain', detail: 'a plain message would be given the insight by it' };
  }
  return null;
}

function triggerOf(
  { lexicon }: MissParts,
  { message }: Miss,
  { id: insightId, text, triggers, language }: NonNullable<ReturnType<typeof readInsight>>,
  phrase: string,
): NewTrigger {
  const spoken = detectLanguage(phrase).language ?? message.language;
  const isOwn = spoken !== null && spoken === language;
  const form = isOwn ? formOf(phrase, spoken, triggers, lexicon) : null;
  const { clientId, id: messageId, text: quote } = message;
  return { insightId, text, phrase, clientId, messageId, quote: quote.slice(0, 300), form };
}
