import type { Formality } from '../shared/client.ts';
import type { Channel } from '../shared/conversation.ts';
import type { Language } from '../shared/language.ts';
import type { JiwaField } from '../shared/memory.ts';

/** A client as data: who it is, what was said, what is remembered. Times are milliseconds before now. */
export interface ClientSeed {
  readonly name: string;
  readonly addressAs: string | null;
  readonly language: Language;
  readonly formality: Formality;
  /** Oldest first; only the last one may be open. */
  readonly conversations: readonly ConversationSeed[];
  readonly facts: readonly FactSeed[];
  /** In the order of time: a later entry of a field takes the place of an earlier one. */
  readonly jiwa: readonly JiwaSeed[];
}

export interface ConversationSeed {
  readonly channel: Channel;
  readonly isEnded: boolean;
  readonly messages: readonly MessageSeed[];
}

interface MessageSeed {
  readonly by: 'client' | 'desk';
  readonly ago: number;
  readonly text: string;
}

interface FactSeed {
  readonly topic: string;
  readonly value: string;
  /** Words out of one of the client's messages above, as they stand there. Null: the consultant knows it. */
  readonly quote: string | null;
}

interface JiwaSeed {
  readonly field: JiwaField;
  readonly value: string;
  readonly confidence: number;
  readonly quote: string;
  readonly isLocked?: boolean;
}
