import type { Clock } from '../clock.ts';
import { clientFacts } from '../db/client-facts.ts';
import { readClient } from '../db/clients.ts';
import type { Db } from '../db/db.ts';
import { newId } from '../db/id.ts';
import { jiwaEntries } from '../db/jiwa.ts';
import { isMessageOf } from '../db/recall.ts';
import { greetingName } from '../../shared/client.ts';
import { DeskError } from '../../shared/fault.ts';
import {
  jiwaFields,
  type ClientFact,
  type Evidence,
  type JiwaEntry,
  type JiwaField,
  type Memory,
  type MemoryAuthor,
} from '../../shared/memory.ts';
import { chooseMemory, type PromptJiwa } from './prompt-memory.ts';

/** A memory to keep. `confidence` 0..1; a consultant's is always kept as 1. */
interface NewMemory {
  readonly clientId: string;
  readonly value: string;
  readonly author: MemoryAuthor;
  readonly confidence: number;
  readonly evidence: Evidence | null;
}
export type NewFact = NewMemory & { readonly topic: string };
export type NewJiwa = NewMemory & { readonly field: JiwaField };

/** What is remembered of one client now; jiwa in the order of `jiwaFields`. */
export function readMemory(db: Db, clientId: string): Memory {
  const jiwa = jiwaEntries.readLive(db, clientId);
  return {
    clientId,
    facts: clientFacts.readLive(db, clientId),
    jiwa: jiwaFields.flatMap((field) => jiwa.filter((entry) => entry.field === field)),
  };
}

/**
 * Remembers a fact. The value that held before on the same topic stays as history. What is known already in the
 * same words is kept as it is, unless the consultant now stands behind it.
 * Throws DeskError `not_found` (no such client), `bad_input` (evidence from elsewhere, empty topic or value),
 * `conflict` (locked, and the author is not the consultant).
 */
export function saveFact(db: Db, clock: Clock, fact: NewFact): ClientFact {
  const topic = topicKey(fact.topic);
  return db
    .transaction(() => {
      const live = clientFacts.readLiveByKey(db, fact.clientId, topic);
      if (live && isKnown(fact, live)) return live;
      const entry = nextEntry(db, clock, fact, live);
      if (live) clientFacts.end(db, fact.clientId, live.id, entry.validFrom);
      const saved: ClientFact = { ...entry, topic };
      clientFacts.insert(db, saved);
      return saved;
    })
    .immediate();
}

/** Ends a fact: it holds no longer and stays as history. Throws DeskError `not_found`. */
export function removeFact(db: Db, clock: Clock, clientId: string, factId: string): void {
  db.transaction(() => {
    const fact = needFact(db, clientId, factId);
    clientFacts.end(db, clientId, factId, Math.max(clock.now(), fact.validFrom));
  }).immediate();
}

/** Takes a removal back: evidence, confidence and lock are as before. Throws DeskError `conflict` when it cannot be. */
export function restoreFact(db: Db, clientId: string, factId: string): ClientFact {
  return clientFacts.reopen(db, clientId, factId) ?? refuseRestoring();
}

/** A locked fact is changed by the consultant only. Throws DeskError `not_found`. */
export function lockFact(db: Db, clientId: string, factId: string, isLocked: boolean): ClientFact {
  return db
    .transaction(() => {
      const fact = needFact(db, clientId, factId);
      clientFacts.setLock(db, clientId, factId, isLocked);
      return { ...fact, isLocked };
    })
    .immediate();
}

/** As `saveFact`, for one of the nine jiwa fields. A mood that was met again in a newer message is kept anew, with its date. */
export function saveJiwa(db: Db, clock: Clock, jiwa: NewJiwa): JiwaEntry {
  return db
    .transaction(() => {
      const live = jiwaEntries.readLiveByKey(db, jiwa.clientId, jiwa.field);
      if (live && isKnown(jiwa, live) && !isMetAgain(jiwa, live)) return live;
      const entry = nextEntry(db, clock, jiwa, live);
      if (live) jiwaEntries.end(db, jiwa.clientId, live.id, entry.validFrom);
      const saved: JiwaEntry = { ...entry, field: jiwa.field };
      jiwaEntries.insert(db, saved);
      return saved;
    })
    .immediate();
}

/** Empties a jiwa field; its entries stay as history. Nothing happens when it is empty. */
export function clearJiwa(db: Db, clock: Clock, clientId: string, field: JiwaField): void {
  db.transaction(() => {
    const live = jiwaEntries.readLiveByKey(db, clientId, field);
    if (live) jiwaEntries.end(db, clientId, live.id, Math.max(clock.now(), live.validFrom));
  }).immediate();
}

/** As `restoreFact`, for an entry that was cleared. */
export function restoreJiwa(db: Db, clientId: string, entryId: string): JiwaEntry {
  return jiwaEntries.reopen(db, clientId, entryId) ?? refuseRestoring();
}

/** A locked field is changed by the consultant only. Throws DeskError `not_found` when the field is empty. */
export function lockJiwa(db: Db, clientId: string, field: JiwaField, isLocked: boolean): JiwaEntry {
  return db
    .transaction(() => {
      const live = jiwaEntries.readLiveByKey(db, clientId, field);
      if (!live)
        throw new DeskError('not_found', `Nothing is remembered under ${field}, so it cannot be locked.`);
      jiwaEntries.setLock(db, clientId, live.id, isLocked);
      return { ...live, isLocked };
    })
    .immediate();
}

/** Every entry the field ever had, the one that holds now first, then newest first. */
export function jiwaHistory(db: Db, clientId: string, field: JiwaField): JiwaEntry[] {
  return jiwaEntries.readHistory(db, clientId, field);
}

/** What of a client's memory stands in a prompt. */
export interface PromptMemory {
  /** As the client is greeted. */
  readonly name: string;
  readonly facts: readonly ClientFact[];
  readonly jiwa: readonly PromptJiwa[];
}

/** Characters that a client's memory may take in a prompt; about 1,000 tokens. */
const PROMPT_BUDGET = 4_000;

/** What a prompt needs to know of the client, most useful first (`chooseMemory` says what is left out). */
export function memoryForPrompt(db: Db, clientId: string, now: number): PromptMemory {
  return {
    name: greetingName(readClient(db, clientId)),
    ...chooseMemory(readMemory(db, clientId), now, PROMPT_BUDGET),
  };
}

type Entry = Omit<ClientFact, 'topic'>;

/** The live entry says the same, and the consultant, if it is the consultant who speaks, stands behind it. */
function isKnown(wanted: NewMemory, live: Entry): boolean {
  return (
    wanted.value.trim() === live.value && (wanted.author !== 'consultant' || live.author === 'consultant')
  );
}

/** Moods pass, so that it matters when one was seen last. */
function isMetAgain({ field, evidence }: NewJiwa, live: Entry): boolean {
  return field === 'emotional_state' && (evidence?.at ?? 0) > live.validFrom;
}

function nextEntry(db: Db, clock: Clock, wanted: NewMemory, live: Entry | null): Entry {
  readClient(db, wanted.clientId);
  const value = wanted.value.trim();
  if (value === '') throw new DeskError('bad_input', 'A memory needs a value; to end one, remove it.');
  const byConsultant = wanted.author === 'consultant';
  if (live?.isLocked && !byConsultant)
    throw new DeskError('conflict', 'This memory is locked: only the consultant changes it.');
  checkEvidence(db, wanted);
  return {
    id: newId(),
    clientId: wanted.clientId,
    value,
    author: wanted.author,
    confidence: byConsultant ? 1 : wanted.confidence,
    evidence: wanted.evidence,
    isLocked: live?.isLocked ?? false,
    // The clock of a machine may be set back; a history that overlaps would be refused.
    validFrom: Math.max(clock.now(), live?.validFrom ?? 0),
    validTo: null,
  };
}

function checkEvidence(db: Db, { clientId, evidence }: NewMemory): void {
  if (evidence?.messageId == null || isMessageOf(db, clientId, evidence.messageId)) return;
  throw new DeskError('bad_input', 'The evidence points to a message that is not of this client.');
}

function needFact(db: Db, clientId: string, factId: string): ClientFact {
  const fact = clientFacts.findLive(db, clientId, factId);
  if (!fact) throw new DeskError('not_found', `There is no fact ${factId} of this client that holds now.`);
  return fact;
}

/** "Passport expiry" and "passport-expiry" are one topic: `passport_expiry`. Throws DeskError `bad_input` for none. */
export function topicKey(topic: string): string {
  const key = topic
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '');
  if (key === '') throw new DeskError('bad_input', 'A fact needs a topic with letters or digits.');
  return key;
}

function refuseRestoring(): never {
  throw new DeskError(
    'conflict',
    'This memory cannot be taken back: another one holds in its place, or it is gone.',
  );
}
