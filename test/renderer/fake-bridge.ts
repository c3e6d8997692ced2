import { keyStateOf, type AppState, type KeyName, type KeyState } from '../../src/shared/app.ts';
import type { ClientRow } from '../../src/shared/client.ts';
import type { Channel } from '../../src/shared/conversation.ts';
import type { ErrorCode } from '../../src/shared/fault.ts';
import type { Emit, Events, EventName } from '../../src/shared/events.ts';
import type { Bridge, RequestName } from '../../src/shared/ipc.ts';
import type { Message, Reply } from '../../src/shared/message.ts';
import { applyPatch, defaultSettings, type SettingsPatch } from '../../src/shared/settings.ts';
import { aClient, aConversation, aReply, clientMessage, threeClients } from './fake-clients.ts';
import { endpointHandlers } from './fake-endpoints.ts';
import { jobHandlers } from './fake-jobs.ts';
import { memoryHandlers } from './fake-memory.ts';
import { found, Refusal, type Handlers } from './fake-refusal.ts';
import {
  catalogueStatus,
  detailsOf,
  indexStatus,
  comparisons,
  preferFake,
  standings,
  searchFake,
  readFakeInsight,
} from './fake-knowledge.ts';
import { modelHandlers } from './fake-model.ts';
import { nightHandlers } from './fake-nights.ts';
import { reviewHandlers } from './fake-review.ts';
import { preparationHandlers } from './fake-preparation.ts';
import { runHandlers } from './fake-runs.ts';
import { checkReply, streamReply, wishOf } from './fake-streaming.ts';

export interface FakeBridge extends Bridge {
  readonly emit: Emit;
  /** Every request, in order. */
  readonly asked: { name: RequestName; input: unknown }[];
  /** The next request of this name is refused with this code. */
  refuseNext(name: RequestName, code: ErrorCode): void;
}

interface FakeOptions {
  readonly desk?: AppState['desk'];
  readonly settings?: SettingsPatch;
  readonly now?: number;
}

/** The main process as the screen sees it, in memory: three clients, replies that stream, errors on demand. */
export function openFakeBridge({
  desk = 'own',
  settings = {},
  now = Date.now(),
}: FakeOptions = {}): FakeBridge {
  const data = threeClients(now);
  const composers = new Map<string, { client: string; desk: string }>();
  const listeners = new Map<EventName, Set<(value: never) => void>>();
  const refusals = new Map<RequestName, ErrorCode>();
  const stops = new Map<string, () => void>();
  const asked: FakeBridge['asked'] = [];
  let state: AppState = {
    version: '0.1.0',
    desk,
    dataDir: '/home/ayu/.config/Jiwa Desk',
    settings: applyPatch(defaultSettings, settings),
    systemLanguage: 'it',
    key: { isSet: true, keptIn: 'run', hasKeyring: false },
    embedderKey: { isSet: false, keptIn: null, hasKeyring: false },
    llamaKey: { isSet: false, keptIn: null, hasKeyring: false },
    llamaVariables: [],
    platform: 'linux',
  };

  const emit: Emit = (name, value) => {
    for (const listener of listeners.get(name) ?? []) listener(value as never);
  };
  const keep = (message: Message) => {
    data.messages = [...data.messages.filter(({ id }) => id !== message.id), message];
  };
  const replyOf = (replyId: string): Reply => {
    const message = data.messages.find(({ id }) => id === replyId);
    return found(message?.author === 'desk' ? message : undefined);
  };
  const change = (replyId: string, patch: Partial<Reply>): Reply => {
    const next: Reply = { ...replyOf(replyId), ...patch };
    keep(next);
    emit('client:changed', { clientId: next.clientId });
    return next;
  };
  const ofClient = (clientId: string) =>
    data.messages
      .filter((message) => message.clientId === clientId)
      .sort((a, b) => a.createdAt - b.createdAt);
  const conversationFor = (clientId: string, channel: Channel) => {
    const open = data.conversations.find((one) => one.clientId === clientId && one.endedAt === null);
    if (open !== undefined) return open;
    const fresh = aConversation(clientId, { startedAt: Date.now(), channel });
    data.conversations.push(fresh);
    emit('conversation:changed', fresh);
    return fresh;
  };
  const changeConversation = (id: string, patch: object) => {
    const index = data.conversations.findIndex((one) => one.id === id);
    const next = { ...found(data.conversations[index]), ...patch };
    data.conversations[index] = next;
    return next;
  };
  const answer = (reply: Reply, text: string) => {
    const stop = streamReply({
      reply,
      wish: wishOf(text),
      isDirect: state.settings.replyMode === 'direct',
      emit,
      keep,
      current: () => replyOf(reply.id),
    });
    stops.set(reply.id, stop);
  };
  const row = (client: ClientRow | (typeof data.clients)[number]): ClientRow => {
    const messages = ofClient(client.id).filter(
      (message) => message.author === 'client' || message.state !== 'replaced',
    );
    const last = messages.findLast((message) => message.text !== '');
    const newest = messages.at(-1);
    return {
      ...client,
      lastMessage: last === undefined ? null : { text: last.text, at: last.createdAt, author: last.author },
      isWaiting: newest?.author === 'desk' ? newest.state === 'draft' || newest.state === 'failed' : false,
    };
  };
  const keepKey = (of: KeyName, key: KeyState): KeyState => {
    state = { ...state, [keyStateOf[of]]: key };
    return key;
  };
  const handlers: Handlers = {
    'app:state': () => state,
    'app:choose-desk': (input) => void (state = { ...state, desk: input.desk }),
    'app:choose-data-dir': () => ({ dataDir: '/home/ayu/Documenti/Jiwa' }),
    'app:open-data-dir': () => undefined,
    'app:open-link': () => undefined,
    'app:copy': () => undefined,
    'settings:change': (patch) => {
      state = { ...state, settings: applyPatch(state.settings, patch) };
      emit('settings:changed', state.settings);
      return state.settings;
    },
    ...modelHandlers((model) => emit('model:changed', model)),
    ...runHandlers(emit, now),
    ...preparationHandlers(emit, now),
    'key:set': ({ of }) => keepKey(of, { isSet: true, keptIn: 'run', hasKeyring: false }),
    'key:clear': ({ of }) => keepKey(of, { isSet: false, keptIn: null, hasKeyring: false }),
    ...endpointHandlers,
    'client:list': ({ query }) =>
      data.clients
        .filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()))
        .map(row)
        .sort((a, b) => (b.lastMessage?.at ?? Infinity) - (a.lastMessage?.at ?? Infinity)),
    'client:create': (profile) => {
      const client = aClient(profile);
      data.clients.push(client);
      return client;
    },
    'client:update': ({ clientId, ...profile }) => {
      const index = data.clients.findIndex(({ id }) => id === clientId);
      const next = { ...found(data.clients[index]), ...profile };
      data.clients[index] = next;
      return next;
    },
    'client:forget': ({ clientId }) => {
      data.clients = data.clients.filter(({ id }) => id !== clientId);
      data.messages = data.messages.filter((message) => message.clientId !== clientId);
    },
    'conversation:read': ({ clientId, beforeId, limit }) => {
      const all = ofClient(clientId);
      const end = beforeId === null ? all.length : all.findIndex(({ id }) => id === beforeId);
      const begin = Math.max(0, end - limit);
      return {
        conversations: data.conversations.filter((one) => one.clientId === clientId),
        messages: all.slice(begin, end),
        hasMore: begin > 0,
        checking: [],
        composer: composers.get(clientId) ?? { client: '', desk: '' },
      };
    },
    'conversation:end': ({ conversationId }) =>
      changeConversation(conversationId, { endedAt: Date.now(), endReason: 'button' }),
    'conversation:reopen': ({ conversationId }) =>
      changeConversation(conversationId, { endedAt: null, endReason: null }),
    'conversation:set-channel': ({ conversationId, channel }) =>
      changeConversation(conversationId, { channel }),
    'conversation:set-temporary': ({ conversationId, isTemporary }) =>
      changeConversation(conversationId, { isTemporary }),
    'composer:save': ({ clientId, author, text }) => {
      const before = composers.get(clientId) ?? { client: '', desk: '' };
      composers.set(clientId, { ...before, [author]: text });
    },
    'message:receive': ({ clientId, text, channel }) => {
      const conversation = conversationFor(clientId, channel);
      const message = clientMessage(conversation, text, Date.now());
      keep(message);
      const isPrepared = /quanto costa/i.test(text);
      const reply = aReply(conversation, {
        repliesTo: message.id,
        createdAt: Date.now() + 1,
        sentAt: null,
        ...(isPrepared
          ? {
              source: 'prepared',
              state: 'draft',
              text: 'Ciao! Costa 1.150 €, tutto compreso.',
              model: null,
              modelReason: null,
              costUsd: null,
              usage: null,
              totalMs: 6,
            }
          : { state: 'streaming', outcome: null, totalMs: null, costUsd: null, firstTokenMs: null }),
      });
      keep(reply);
      if (isPrepared) checkReply({ reply, isDoubtful: text.includes('#doubt'), emit, change });
      else answer(reply, text);
      emit('client:changed', { clientId });
      return { message, reply };
    },
    'message:write': ({ clientId, text, channel }) => {
      const reply = aReply(conversationFor(clientId, channel), {
        text,
        source: 'consultant',
        createdAt: Date.now(),
        model: null,
        modelReason: null,
        costUsd: null,
        usage: null,
      });
      keep(reply);
      emit('client:changed', { clientId });
      return reply;
    },
    'reply:stop': ({ replyId }) => stops.get(replyId)?.(),
    'reply:regenerate': ({ replyId, model }) => {
      const old = change(replyId, { state: 'replaced' });
      emit('message:changed', old);
      const conversation = found(data.conversations.find(({ id }) => id === old.conversationId));
      const reply = aReply(conversation, {
        repliesTo: old.repliesTo,
        createdAt: Date.now(),
        state: 'streaming',
        outcome: null,
        sentAt: null,
        totalMs: null,
        costUsd: null,
        firstTokenMs: null,
        ...(model === 'strong' ? { model: 'claude-sonnet-5-5', modelReason: 'chosen' } : {}),
      });
      keep(reply);
      answer(reply, '');
      return reply;
    },
    'reply:edit': ({ replyId, text }) =>
      change(replyId, { text, originalText: replyOf(replyId).originalText ?? replyOf(replyId).text }),
    'reply:send': ({ replyId, text }) => {
      const before = replyOf(replyId);
      const originalText = before.text === text ? before.originalText : (before.originalText ?? before.text);
      return change(replyId, { text, originalText, state: 'sent', sentAt: Date.now() });
    },
    'reply:rate': ({ replyId, thumb, note }) =>
      change(replyId, { feedback: thumb === null ? null : { thumb, note } }),
    'reply:mark-wrong': ({ replyId, isWrong }) => change(replyId, { isMarkedWrong: isWrong }),
    'reply:details': ({ replyId }) => detailsOf(replyOf(replyId)),
    ...memoryHandlers(data),
    ...jobHandlers(emit, now),
    ...reviewHandlers(emit, now),
    ...nightHandlers(emit, now, data.clients[0]?.id ?? ''),
    'search:everything': ({ query }) => searchFake(data, query),
    'insight:read': readFakeInsight,
    'answers:standings': () => standings,
    'answers:comparisons': () => comparisons,
    'reply:prefer': ({ replyId, preferred }) => preferFake(replyOf(replyId), preferred),
    'catalogue:status': () => catalogueStatus,
    'index:status': () => indexStatus,
    'index:rebuild': () => indexStatus,
  };
  return {
    emit,
    asked,
    refuseNext: (name, code) => void refusals.set(name, code),
    request: async (name, input) => {
      asked.push({ name, input });
      const code = refusals.get(name);
      if (code !== undefined) {
        refusals.delete(name);
        return { ok: false, code, message: `refused with ${code}` };
      }
      try {
        return { ok: true, value: handlers[name](input) };
      } catch (error) {
        if (error instanceof Refusal) return { ok: false, code: error.code, message: error.message };
        return { ok: false, code: 'internal', message: String(error) };
      }
    },
    on: <K extends EventName>(name: K, listener: (value: Events[K]) => void) => {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener));
      return () => void known.delete(listener);
    },
  };
}
