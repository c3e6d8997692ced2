import type { ClientSeed, ConversationSeed } from '../demo/client-seed.ts';
import { demoClients } from '../demo/clients.ts';
import { EXAMPLE_SOURCE } from '../shared/answer.ts';
import type { Client } from '../shared/client.ts';
import { DeskError } from '../shared/fault.ts';
import type { Evidence } from '../shared/memory.ts';
import type { ClientMessage } from '../shared/message.ts';
import type { Core } from './core.ts';
import { createClient, listClients } from './db/clients.ts';
import { continueConversation, endConversation } from './db/conversations.ts';
import type { Db } from './db/db.ts';
import { listHouseFacts, saveHouseFact } from './db/house-facts.ts';
import { insertClientMessage } from './db/messages.ts';
import { insertWrittenReply } from './db/replies.ts';
import { lockJiwa, saveFact, saveJiwa } from './memory/memory.ts';
import { detectLanguage } from './text/language.ts';

/** What a demo is opened with: a common question, and one that needs Claude, an insight and the memory. */
const openingQuestions = [
  'Ciao! Quanto costa il KITAS investitore?',
  'Mi vergogno un po’ a chiederlo, ma se poi l’attività non va bene cosa succede al permesso? Ho paura di buttare via tutto.',
] as const;

/**
 * Keeps clients with their past: conversations, messages, sent replies, facts and jiwa with the quotes behind them,
 * all or none. Returns the new clients in the order given; none when there are clients already.
 * Throws DeskError `bad_input` where a quote stands in none of the client's messages.
 */
export function seedClients(core: Pick<Core, 'db' | 'clock'>, seeds: readonly ClientSeed[]): Client[] {
  const { db, clock } = core;
  return db
    .transaction(() => {
      if (listClients(db, '').length > 0) return [];
      const now = clock.now();
      return seeds.map((seed) => seedClient(db, seed, now));
    })
    .immediate();
}

/**
 * Gives a new demo its invented clients and lets the first of them write: a prepared answer is sent, and the reply to
 * the next message is being streamed when this returns. Does nothing when there are clients already.
 */
export async function seedDemo(core: Core): Promise<void> {
  const [first] = seedClients(core, demoClients);
  if (!first) return;
  adoptExamples(core);
  // The first answer tells how fast the desk is, not how long it reads when it is opened.
  await core.answers.readAhead();
  const ask = (text: string) => core.chat.receive({ clientId: first.id, text, channel: 'whatsapp' }).reply;
  const [common, personal] = openingQuestions;
  const answered = await core.chat.finished(ask(common).id);
  if (answered.state === 'draft') core.chat.send(answered.id, answered.text);
  ask(personal);
}

/** In a demo everything is invented, so the facts of the starter pack are its own and need no warning. */
export function adoptExamples({ db, clock }: Pick<Core, 'db' | 'clock'>): void {
  for (const fact of listHouseFacts(db)) {
    if (fact.source === EXAMPLE_SOURCE) saveHouseFact(db, { ...fact, source: 'demo' }, clock.now());
  }
}

function seedClient(db: Db, seed: ClientSeed, now: number): Client {
  const { name, addressAs, language, formality } = seed;
  const firstAt = now - (seed.conversations[0]?.messages[0]?.ago ?? 0);
  const client = createClient(db, { name, addressAs, language, formality }, firstAt);
  const said = seed.conversations.flatMap((conversation) => seedConversation(db, client, conversation, now));
  for (const { topic, value, quote } of seed.facts) {
    const evidence = quote === null ? null : findEvidence(said, quote);
    const author = evidence ? 'import' : 'consultant';
    const clock = { now: () => evidence?.at ?? firstAt };
    saveFact(db, clock, { clientId: client.id, topic, value, author, confidence: 0.95, evidence });
  }
  for (const { field, value, confidence, quote, isLocked } of seed.jiwa) {
    const evidence = findEvidence(said, quote);
    const clock = { now: () => evidence.at ?? firstAt };
    saveJiwa(db, clock, { clientId: client.id, field, value, author: 'import', confidence, evidence });
    if (isLocked) lockJiwa(db, client.id, field, true);
  }
  return client;
}

/** Returns what the client said in it. */
function seedConversation(db: Db, client: Client, seed: ConversationSeed, now: number): ClientMessage[] {
  const clientId = client.id;
  const said: ClientMessage[] = [];
  let lastAt = now;
  for (const { by, ago, text } of seed.messages) {
    lastAt = now - ago;
    const conversationId = continueConversation(db, clientId, seed.channel, lastAt).conversation.id;
    const { language } = detectLanguage(text);
    const place = { clientId, conversationId, text, language };
    if (by === 'client') said.push(insertClientMessage(db, place, lastAt));
    else insertWrittenReply(db, { ...place, repliesTo: said.at(-1)?.id ?? null }, lastAt);
  }
  if (seed.isEnded) {
    const { conversation } = continueConversation(db, clientId, seed.channel, lastAt);
    endConversation(db, clientId, conversation.id, 'button', lastAt);
  }
  return said;
}

function findEvidence(said: readonly ClientMessage[], quote: string): Evidence {
  const message = said.find(({ text }) => text.includes(quote));
  // A quote that nobody said is a mistake in the data, and evidence must never be made up.
  if (!message) throw new DeskError('bad_input', 'A quote of a seed stands in none of its messages.');
  return { quote, messageId: message.id, at: message.createdAt };
}
