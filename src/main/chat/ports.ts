import type { Client } from '../../shared/client.ts';
import type { Conversation } from '../../shared/conversation.ts';
import type { Emit } from '../../shared/events.ts';
import type { Language } from '../../shared/language.ts';
import type { InsightFinding, UsedFact } from '../../shared/message.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import type { Log } from '../log.ts';
import type { Claude } from './claude.ts';

/** An insight that fits a message. */
export interface FoundInsight extends InsightFinding {
  /** Of the signal. */
  readonly language: string;
}

/** What the pipeline needs of the cultural index. */
export interface InsightSource {
  retrieve(text: string, options?: { readonly limit?: number }): Promise<readonly FoundInsight[]>;
}

export interface PreparedMatch {
  readonly kind: 'hit';
  readonly preparedAnswerId: string;
  readonly score: number;
  /** Personalised and final. */
  readonly text: string;
  readonly facts: readonly UsedFact[];
}

interface MatchQuery {
  readonly text: string;
  /** Of the message; null when undecidable. */
  readonly language: Language | null;
  readonly client: Client;
  readonly isFollowUp: boolean;
}

type Facts = readonly UsedFact[] | Promise<readonly UsedFact[]>;

/** What the pipeline needs of prepared answers and house facts. */
export interface AnswerSource {
  match(query: MatchQuery): Promise<PreparedMatch | { readonly kind: 'miss' }>;
  factsFor(text: string, language: Language, limit: number): Facts;
  lookUpFacts(query: string, language: Language, limit: number): Facts;
}

/** Who learns of conversations. */
export interface Learning {
  /** Within the transaction that ends the conversation. */
  ended(conversation: Conversation, now: number): void;
  /** Nothing is to be learnt of it as it is now: it goes on, or is temporary. */
  unwanted(conversation: Conversation): void;
}

/** Everything the pipeline works with. */
export interface ChatParts {
  readonly db: Db;
  readonly knowledge: InsightSource;
  readonly answers: AnswerSource;
  readonly learning: Learning;
  /** Null while there is no key. */
  readonly claude: () => Claude | null;
  readonly settings: () => Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly emit: Emit;
  /** The stable rules of every prompt (resources/prompts/system.md), byte for byte. */
  readonly rules: string;
  /** The same for checks of prepared answers (resources/prompts/check.md). */
  readonly checkRules: string;
  /** What the consultant reads. */
  readonly screenLanguage: () => Language;
}
