import type { HouseFact, PreparedAnswer } from '../../shared/answer.ts';
import type { Client } from '../../shared/client.ts';
import { languages, type Language } from '../../shared/language.ts';
import type { UsedFact } from '../../shared/message.ts';
import { factSlugs } from '../../shared/slots.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { listDoubted } from '../db/answer-doubts.ts';
import { generationReader } from '../db/generations.ts';
import { findHouseFact } from '../db/house-facts.ts';
import { lastSentAt, lastServedTo, sayableAnswers } from '../db/prepared-answers.ts';
import type { Embedder } from '../knowledge/embed/embedder.ts';
import type { Log } from '../log.ts';
import { detectLanguage } from '../text/language.ts';
import type { Lexicon } from '../text/lexicon/lexicon.ts';
import { dayOf } from './day.ts';
import { openFacts } from './facts.ts';
import type { GateName, GateResult } from './gates/gate.ts';
import { learntFloor } from './learning.ts';
import { keepCatalogue, type Known } from './known.ts';
import { decideMatch } from './decide.ts';
import { setBack } from './matching.ts';
import { personalise } from './personalise.ts';
import type { Reading } from './reading.ts';
import type { Scored } from './similarity.ts';
import { nextInTurn } from './turn.ts';

interface MatchQuery {
  readonly text: string;
  /** Of the message; null when undecidable. */
  readonly language: Language | null;
  readonly client: Client;
  /** Whether the conversation goes on: what is left out may then lie in what was said before. */
  readonly isFollowUp: boolean;
}

interface MatchCandidate {
  readonly intent: string;
  readonly score: number;
  /** What the score is made of: overlap of words and cosine with this variation. */
  readonly words: number;
  readonly vector: number;
  readonly variation: string;
  /** The first gate it did not pass; null for the one that was served. */
  readonly stoppedBy: GateName | null;
}

interface Explained {
  /** Best first, at most five. */
  readonly candidates: readonly MatchCandidate[];
  /** All gates of the best candidate. */
  readonly explain: readonly GateResult[];
}

interface Hit extends Explained {
  readonly kind: 'hit';
  readonly intent: string;
  readonly preparedAnswerId: string;
  /** 0..1. */
  readonly score: number;
  /** Personalised and final. */
  readonly text: string;
  readonly facts: readonly UsedFact[];
}

interface Miss extends Explained {
  readonly kind: 'miss';
}

export type Match = Hit | Miss;

export interface Answers {
  /** The prepared answer that fits, or why none does. Rejects only when the embedder cannot be reached. */
  match(query: MatchQuery): Promise<Match>;
  factsFor(text: string, language: Language, limit: number): Promise<UsedFact[]>;
  lookUpFacts(query: string, language: Language, limit: number): Promise<UsedFact[]>;
  /** Reads the intents in small pieces now, so that the first message need not wait for it. Never rejects. */
  readAhead(): Promise<void>;
}

export interface AnswersParts {
  readonly db: Db;
  readonly embedder: Embedder;
  readonly clock: Clock;
  readonly log: Log;
  readonly lexicon: Lexicon;
}

const SHOWN_CANDIDATES = 5;

/** Opens matching over the intents of the database. What is kept in memory follows every change by its generation. */
export function openAnswers(parts: AnswersParts): Answers {
  const generation = generationReader(parts.db, 'answers');
  let catalogue: Promise<Known> | null = null;
  const keeper = keepCatalogue(parts);
  let builtFor = -1;
  const current = () => {
    const now = generation();
    if (!catalogue || now !== builtFor) {
      builtFor = now;
      catalogue = keeper.build();
      // A failed build must not be kept: the next message tries again.
      catalogue.catch(() => (builtFor = -1));
    }
    return catalogue;
  };
  const facts = openFacts(parts);
  return {
    match: async (query) => matchIn(parts, await current(), query),
    factsFor: (text, language, limit) => facts.factsFor(text, language, limit),
    lookUpFacts: (query, language, limit) => facts.lookUpFacts(query, language, limit),
    readAhead: async () => {
      try {
        await current();
      } catch (error) {
        // An embedder out of reach is asked again by the next message.
        parts.log.warn({ error: error instanceof Error ? error.name : typeof error }, 'intents not read yet');
      }
    },
  };
}

async function matchIn(parts: AnswersParts, catalogue: Known, query: MatchQuery): Promise<Match> {
  const decided = await decideMatch(parts, catalogue, {
    ...query,
    language: query.language ?? query.client.language,
  });
  if (decided === null) return nothing;
  const { message, scored, best, asked } = decided;
  const explain = [...asked, ...foundWrong(parts, best, asked)];
  const candidates = candidatesOf(message, scored, explain);
  if (explain.some(({ isPassed }) => !isPassed)) return { kind: 'miss', candidates, explain };
  const language = query.language ?? likeliest(query.text) ?? best.variation.language;
  return serve(parts, query.client, { best, language, candidates, explain });
}

/** What labels say against serving what all gates let through. An operator who set a threshold has decided that already. */
function foundWrong(
  { db, clock }: AnswersParts,
  { subject, score }: Scored,
  asked: readonly GateResult[],
): GateResult[] {
  if (subject.threshold !== null || asked.some(({ isPassed }) => !isPassed)) return [];
  const floor = learntFloor(db, subject.id, clock.now());
  if (floor === null || score >= floor) return [];
  return [
    { gate: 'found_wrong', isPassed: false, reason: 'its answers were found wrong too often at such scores' },
  ];
}

function candidatesOf(
  message: Reading,
  scored: readonly Scored[],
  explain: readonly GateResult[],
): MatchCandidate[] {
  return scored.slice(0, SHOWN_CANDIDATES).map((candidate, at) => ({
    intent: candidate.subject.slug,
    score: candidate.score,
    words: candidate.words,
    vector: candidate.vector,
    variation: candidate.variation.text,
    stoppedBy:
      at > 0 ? setBack(message, candidate) : (explain.find(({ isPassed }) => !isPassed)?.gate ?? null),
  }));
}

interface Winner extends Explained {
  readonly best: Scored;
  readonly language: Language;
}

function serve({ db, clock }: AnswersParts, client: Client, winner: Winner): Match {
  const { best, language, candidates, explain } = winner;
  const now = clock.now();
  const { id: intentId, slug: intent } = best.subject;
  const answer = answerFor(db, client, { intentId, language }, now);
  if (!answer) {
    const reason = `no live answer in "${language}" whose facts are all valid`;
    const [first, ...others] = candidates;
    return {
      kind: 'miss',
      candidates: first ? [{ ...first, stoppedBy: 'no_answer' }, ...others] : [],
      explain: [...explain, { gate: 'no_answer', isPassed: false, reason }],
    };
  }
  const facts = factsOf(db, answer);
  const valueOf = (slug: string) => facts.get(slug)?.value[language] ?? '';
  const text = personalise(answer.text, addresseeOf(db, client, answer, now), valueOf);
  const usedFacts = [...facts.values()].map(({ id, topic, value }) => ({
    houseFactId: id,
    topic,
    value: value[language],
  }));
  const { score } = best;
  return {
    kind: 'hit',
    intent,
    preparedAnswerId: answer.id,
    score,
    text,
    facts: usedFacts,
    candidates,
    explain,
  };
}

/** What may be said now, in the client's register where there is something in it. */
function answerFor(
  db: Db,
  client: Client,
  { intentId, language }: { readonly intentId: string; readonly language: Language },
  now: number,
): PreparedAnswer | undefined {
  const sayable = sayableAnswers(db, { intentId, language, formality: client.formality, now });
  const [first] = sayable;
  const among = sayable.filter(({ formality }) => formality === first?.formality);
  // The usual case costs nothing more.
  if (among.length < 2) return first;
  return nextInTurn(among, {
    lastId: lastServedTo(db, client.id, intentId),
    doubted: listDoubted(db, intentId),
    clientId: client.id,
  });
}

/** Every fact of an answer exists: the database refuses to remove one in use. */
function factsOf(db: Db, answer: PreparedAnswer): ReadonlyMap<string, HouseFact> {
  const found = factSlugs(answer.text).map((slug) => findHouseFact(db, slug));
  return new Map(found.flatMap((fact) => (fact ? [[fact.slug, fact] as const] : [])));
}

function addresseeOf(db: Db, client: Client, answer: PreparedAnswer, now: number) {
  const sentAt = lastSentAt(db, client.id);
  return {
    client,
    language: answer.language,
    formality: answer.formality,
    hour: new Date(now).getHours(),
    contact: sentAt !== null && dayOf(sentAt) === dayOf(now) ? ('again' as const) : ('first_today' as const),
  };
}

/** The language that a text too short or too mixed to tell speaks most of; null when it speaks none. */
function likeliest(text: string): Language | null {
  const { scores } = detectLanguage(text);
  const most = languages.reduce((left, right) => (scores[right] > scores[left] ? right : left));
  return scores[most] > 0 ? most : null;
}

const noMatch = (gate: GateName, reason: string): Miss => ({
  kind: 'miss',
  candidates: [],
  explain: [{ gate, isPassed: false, reason }],
});
const nothing = noMatch('similarity', 'nothing in it is asked by any intent');
