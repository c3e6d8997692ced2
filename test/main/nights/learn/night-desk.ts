import { readFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import type { Client } from '../../../../src/shared/client.ts';
import type { ReportItem } from '../../../../src/shared/night.ts';
import { DAY, MINUTE } from '../../../../src/shared/time.ts';
import { newId } from '../../../../src/main/db/id.ts';
import { enqueue } from '../../../../src/main/jobs/queue.ts';
import { builtinEmbedder } from '../../../../src/main/knowledge/embed/builtin.ts';
import { Novelty } from '../../../../src/main/knowledge/generate/novelty.ts';
import type { Knowledge } from '../../../../src/main/knowledge/knowledge.ts';
import type { LlamaRequest } from '../../../../src/main/llama/endpoint.ts';
import { Kept } from '../../../../src/main/nights/learn/kept.ts';
import { learnFromDay } from '../../../../src/main/nights/learn/learn.ts';
import type { Day, LearnParts, LearnTools, Learnt } from '../../../../src/main/nights/learn/learnt.ts';
import { mapPrompt } from '../../../../src/main/nights/learn/map.ts';
import { missesPrompt } from '../../../../src/main/nights/learn/misses/ask.ts';
import { readPlain } from '../../../../src/main/nights/learn/misses/plain.ts';
import { reducePrompt } from '../../../../src/main/nights/learn/reduce.ts';
import { aClient, silentLog } from '../../../fixtures/desk.ts';
import { shippedLexicon } from '../../../fixtures/lexicon.ts';
import { aMessage, anEndedConversation } from '../../../fixtures/messages.ts';
import { nightPool } from '../../../simulators/night-pool.ts';
import { openShelf, type Shelf } from '../../knowledge/shelf.ts';
import { z } from 'zod';

const resource = (path: string) =>
  readFileSync(new URL(`../../../../resources/${path}`, import.meta.url), 'utf8');

/** What a client wrote, and what became of it. */
export interface Said {
  readonly text: string;
  /** Left out: Claude answered without an insight. */
  readonly reply?: {
    readonly text?: string;
    readonly found?: readonly string[];
    readonly used?: readonly string[];
    readonly thumb?: 'up' | 'down';
  };
}

export interface NightDesk extends Shelf {
  readonly knowledge: Knowledge;
  readonly parts: LearnParts;
  readonly asked: LlamaRequest[];
  /** A conversation of a client on the day before; returns the ids of the client's messages. */
  talk(client: Client, ...said: readonly Said[]): string[];
  client(name: string, language?: Client['language']): Client;
  /** Everything that was said since the last call. */
  day(): Day;
  /** Learns from the day, as a job that is never held up. */
  learn(
    day: Day,
    pool?: Pick<ReturnType<typeof nightPool>, 'answer'>,
    tools?: Partial<LearnTools>,
  ): Promise<Learnt>;
  /** The same, and writes it down. */
  night(
    pool?: Pick<ReturnType<typeof nightPool>, 'answer'>,
  ): Promise<{ learnt: Learnt; items: readonly ReportItem[]; jobId: string }>;
}

const spec = { name: 'night_of_a_test', payload: z.object({}), maxAttempts: 3 };

/** A desk with these insights and a model that answers at once. */
export async function openNightDesk(
  jsonl = '',
  settings: Partial<ReturnType<LearnParts['settings']>> = {},
): Promise<NightDesk> {
  const shelf = openShelf(jsonl);
  onTestFinished(() => shelf.clear());
  const { db, clock } = shelf;
  const knowledge = await shelf.open();
  await knowledge.rebuild();
  const asked: LlamaRequest[] = [];
  const parts: LearnParts = {
    db,
    clock,
    novelty: new Novelty(db, builtinEmbedder(shippedLexicon)),
    knowledge,
    lexicon: shippedLexicon,
    prompts: {
      map: mapPrompt(resource('prompts/night-map.md')),
      reduce: reducePrompt(resource('prompts/night-reduce.md')),
      misses: missesPrompt(resource('prompts/night-misses.md')),
    },
    plain: readPlain(resource('plain-messages.tsv')),
    settings: () => ({ newInsights: 50, contextTokens: 8_000, ...settings }),
    kept: new Kept(),
  };
  let upTo = 0;
  let jobId = '';
  const learn: NightDesk['learn'] = (day, pool = nightPool(), tools = {}) =>
    learnFromDay(parts, day, {
      jobId,
      isLastAttempt: false,
      log: silentLog,
      signal: new AbortController().signal,
      report: () => undefined,
      discard: () => undefined,
      ask: async (_step, request) => {
        asked.push(request);
        return {
          text: pool.answer({ ...request }),
          model: 'a-llama',
          isCut: false,
          usage: null,
          gpuMs: null,
          waitedMs: null,
        };
      },
      ...tools,
    });
  const newJob = () => (jobId = enqueue(db, spec, { payload: {} }, clock.now()).id);
  const day: NightDesk['day'] = () => {
    const conversations = db
      .prepare<[number], Day['conversations'][number]>(
        `SELECT client_id AS clientId, conversation_id AS conversationId, min(seq) - 1 AS afterSeq, max(seq) AS toSeq
             FROM messages WHERE seq > ? GROUP BY conversation_id ORDER BY min(seq)`,
      )
      .all(upTo);
    upTo = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM messages').pluck().get() ?? 0;
    return {
      nightId: newId(),
      from: clock.now() - DAY,
      to: clock.now() + MINUTE,
      localDate: '2026-11-22',
      conversations,
    };
  };
  newJob();
  return {
    ...shelf,
    knowledge,
    parts,
    asked,
    client: (name, language = 'it') => aClient(db, { name, language }, clock),
    talk: (client, ...said) => {
      const conversationId = anEndedConversation(db, client.id, clock.now());
      return said.map(({ text, reply = {} }) => {
        clock.advance(MINUTE);
        const at = clock.now();
        const id = aMessage(db, { clientId: client.id, conversationId, text, at });
        const replyId = aMessage(db, {
          clientId: client.id,
          conversationId,
          text: reply.text ?? 'Thank you for telling us.',
          at: at + 1,
          reply: { state: 'sent', to: id, thumb: reply.thumb },
        });
        db.prepare("INSERT INTO reply_namings (message_id, kind, ignored) VALUES (?, 'named', 0)").run(
          replyId,
        );
        const insightId = (slug: string) =>
          db.prepare('SELECT id FROM insights WHERE slug = ?').pluck().get(slug);
        (reply.found ?? []).forEach((slug, position) =>
          db
            .prepare(
              'INSERT INTO message_insights (message_id, insight_id, position, score) VALUES (?, ?, ?, 0.7)',
            )
            .run(replyId, insightId(slug), position),
        );
        for (const slug of reply.used ?? [])
          db.prepare(
            'INSERT INTO used_insights (message_id, insight_id, origin, at) VALUES (?, ?, ?, ?)',
          ).run(replyId, insightId(slug), reply.found?.includes(slug) ? 'search' : 'catalogue', at + 1);
        return id;
      });
    },
    day,
    learn,
    night: async (pool) => {
      newJob();
      const learnt = await learn(day(), pool);
      const items = db.transaction(() => learnt.write(db, clock.now()))();
      return { learnt, items, jobId };
    },
  };
}
