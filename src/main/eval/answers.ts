import { setImmediate as nextTurn } from 'node:timers/promises';
import { languages, type Language } from '../../shared/language.ts';
import type { Client } from '../../shared/client.ts';
import type { Answers, Match } from '../answers/answers.ts';
import { detectLanguage } from '../text/language.ts';
import type { EvalMessage } from './answers-set.ts';
import { figuresBy, percentile, share } from './figures.ts';

/** How well prepared answers are chosen; a figure that does not apply is null. */
export interface AnswersFigures {
  readonly n: number;
  /** Share of the messages with an intent that were served with the right one. */
  readonly hitRate: number | null;
  /** Share of everything served that was right. */
  readonly accuracyOfHits: number | null;
  /** Share of the messages without an intent that were served anything. */
  readonly falseHitRate: number | null;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
}

export interface AnswersResult extends AnswersFigures {
  readonly byKind: Readonly<Record<string, AnswersFigures>>;
  readonly byLanguage: Readonly<Record<string, AnswersFigures>>;
}

export interface AnswersFailure extends EvalMessage {
  /** The language it was read in; null when it could not be told. */
  readonly readAs: Language | null;
  /** Name of the intent that was served; null: none was. */
  readonly served: string | null;
  readonly candidates: Match['candidates'];
  /** The gates that stopped the best candidate, each with its reason. */
  readonly stoppedBy: Match['explain'];
}

export interface AnswersEvaluation {
  readonly result: AnswersResult;
  readonly failures: readonly AnswersFailure[];
}

interface Outcome {
  readonly message: EvalMessage;
  readonly served: string | null;
  readonly ms: number;
}

export interface AnswersRun {
  readonly answers: Pick<Answers, 'match'>;
  readonly messages: readonly EvalMessage[];
  /** The set's name of each intent by slug. */
  readonly nameOf: ReadonlyMap<string, string>;
  readonly signal?: AbortSignal;
}

/** Matches every message as the first of a new client. Rejects with the signal's reason when it aborts. */
export async function evaluateAnswers(run: AnswersRun): Promise<AnswersEvaluation> {
  const outcomes: Outcome[] = [];
  const failures: AnswersFailure[] = [];
  const nameOf = (slug: string) => run.nameOf.get(slug) ?? slug;
  for (const message of run.messages) {
    // Work without a pause would keep an interruption from being heard.
    await nextTurn();
    run.signal?.throwIfAborted();
    const startedAt = performance.now();
    // The language is detected as for a client's message, not taken from the set.
    const readAs = detectLanguage(message.text).language;
    const client = newClient(message.lang);
    const match = await run.answers.match({
      text: message.text,
      language: readAs,
      client,
      isFollowUp: false,
    });
    const ms = performance.now() - startedAt;
    const served = match.kind === 'hit' ? nameOf(match.intent) : null;
    outcomes.push({ message, served, ms });
    if (served !== message.intent)
      failures.push({
        ...message,
        readAs,
        served,
        candidates: match.candidates.map((one) => ({ ...one, intent: nameOf(one.intent) })),
        stoppedBy: match.explain.filter(({ isPassed }) => !isPassed),
      });
  }
  return {
    result: {
      ...figuresOf(outcomes),
      byKind: figuresBy(outcomes, ({ message }) => message.kind, figuresOf),
      byLanguage: figuresBy(outcomes, ({ message }) => message.lang, figuresOf),
    },
    failures,
  };
}

function figuresOf(outcomes: readonly Outcome[]): AnswersFigures {
  const isRight = ({ message, served }: Outcome) => served === message.intent;
  const isServed = ({ served }: Outcome) => served !== null;
  const inScope = outcomes.filter(({ message }) => message.intent !== null);
  const outside = outcomes.filter(({ message }) => message.intent === null);
  const times = outcomes.map(({ ms }) => ms);
  return {
    n: outcomes.length,
    hitRate: share(inScope.map(isRight)),
    accuracyOfHits: share(outcomes.filter(isServed).map(isRight)),
    falseHitRate: share(outside.map(isServed)),
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
  };
}

/** Somebody who wrote for the first time. */
function newClient(lang: string): Client {
  const language = languages.find((one) => one === lang) ?? 'en';
  const name = 'Invented Client';
  return { id: '', name, addressAs: null, language, formality: 'informal', createdAt: 0, updatedAt: 0 };
}
