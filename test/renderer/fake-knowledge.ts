import type { IntentComparison, IntentStanding } from '../../src/shared/answer.ts';
import type { CatalogueStatus, IndexStatus, InsightInUse } from '../../src/shared/insight.ts';
import type { Preference, Reply, ReplyDetails, ReplyInsight, ShadowReply } from '../../src/shared/message.ts';
import type { SearchHit } from '../../src/shared/search.ts';
import type { FakeData } from './fake-clients.ts';
import { found } from './fake-refusal.ts';

const investorPrice = {
  id: 'Harga KITAS investor',
  it: 'Prezzo del KITAS investitore',
  en: 'Price of the investor KITAS',
};

const insights: readonly ReplyInsight[] = [
  {
    insightId: 'insight-1',
    text: 'Vergogna prima di una domanda',
    guidance: 'Rassicura prima di informare; mai scherzare sulla domanda.',
    score: 0.81,
    lexicalScore: 0.74,
    vectorScore: 0.83,
    trigger: 'mi vergogno a chiedere',
    origin: 'search',
    isUsed: true,
  },
  {
    insightId: 'insight-2',
    text: 'Paura della burocrazia, stile italiano',
    guidance: 'Passi numerati, costi detti subito, un nome di riferimento.',
    score: 0.64,
    lexicalScore: null,
    vectorScore: 0.66,
    trigger: null,
    origin: 'search',
    isUsed: false,
  },
  {
    insightId: 'insight-3',
    text: 'La decisione si prende ancora in famiglia',
    guidance: 'Offri una chiamata con entrambi; parti da scuola e salute.',
    score: null,
    lexicalScore: null,
    vectorScore: null,
    trigger: null,
    origin: 'opened',
    isUsed: true,
  },
];

export const indexStatus: IndexStatus = {
  state: 'ready',
  embedder: 'builtin-1',
  servedBy: 'builtin-1',
  dimension: 384,
  vectors: 1_240,
  insights: 284,
  generation: 7,
  builtGeneration: 7,
  progress: null,
};

const standing = (intent: string, title: string, patch: Partial<IntentStanding>): IntentStanding => ({
  intent,
  title: { id: title, it: title, en: title },
  served: 0,
  labels: 0,
  wrong: 0,
  upper: null,
  threshold: 0.58,
  thresholdFrom: 'default',
  sureFrom: null,
  needed: 368,
  ...patch,
});

/** One intent of each kind: sure, on its way, found wrong, never served. */
export const standings: readonly IntentStanding[] = [
  standing('kitas-investor-price', 'Prezzo del KITAS investitore', {
    served: 612,
    labels: 598,
    upper: 0.0061,
    sureFrom: 0.58,
  }),
  standing('office-hours', 'Orari dell’ufficio', { served: 14, labels: 12, upper: 0.265 }),
  standing('exit-permit', 'Permesso di uscita', {
    served: 6,
    labels: 5,
    wrong: 5,
    upper: 1,
    threshold: null,
    thresholdFrom: 'learnt',
    needed: null,
  }),
  standing('driving-licence', 'Patente', {}),
];

/** The catalogue as it is after a good morning: it is sent, and the cache works. */
export const catalogueStatus: CatalogueStatus = {
  insights: 284,
  tokens: 10_240,
  withdrawn: 1,
  models: [
    { model: 'claude-haiku-5-5', choice: 'sent' },
    { model: 'claude-sonnet-5-5', choice: 'uncached' },
  ],
};

/** What Claude would have said in place of the prepared answer. */
let shadow: ShadowReply = {
  text: 'Ciao Mario! Il KITAS investitore costa 1.150 € per un anno. Vuoi che ti prepari l’elenco dei documenti?',
  model: 'claude-haiku-5-5',
  error: null,
  usage: { input: 900, output: 60, cacheRead: 10_300, cacheWrite: 0 },
  costUsd: 0.00022,
  totalMs: 1_840,
  createdAt: 0,
  preferred: null,
};

/** Of two questions that were compared, and one that was given to Claude. */
export const comparisons: readonly IntentComparison[] = [
  {
    intent: 'kitas-investor-price',
    title: investorPrice,
    isEnabled: true,
    served: 612,
    shadows: 61,
    preparedBetter: 14,
    claudeBetter: 3,
    costUsd: 0.0134,
  },
  {
    intent: 'exit-permit',
    title: { id: 'Izin keluar', it: 'Permesso di uscita', en: 'Exit permit' },
    isEnabled: false,
    served: 6,
    shadows: 2,
    preparedBetter: 0,
    claudeBetter: 2,
    costUsd: 0.0005,
  },
];

/** What stands behind a reply: the same insights for every one Claude wrote. */
export function detailsOf(reply: Reply): ReplyDetails {
  const isClaude = reply.source === 'claude';
  return {
    reply,
    insights: isClaude ? insights : [],
    naming: isClaude ? { kind: 'named', ignored: 0 } : null,
    catalogue: isClaude
      ? { insights: 284, tokens: 10_312, cacheRead: 10_312, cacheWrite: 0, costUsd: 0.000103 }
      : null,
    facts: isClaude
      ? [
          {
            houseFactId: 'fact-1',
            topic: 'kitas_investor_price',
            value: '1.150 € per un anno',
            isExample: true,
          },
        ]
      : [],
    toolCalls: isClaude
      ? [
          {
            name: 'recall_messages',
            input: { query: 'permesso società' },
            output: '2 messaggi',
            isError: false,
            ms: 3,
          },
        ]
      : [],
    preparedAnswer:
      reply.source === 'prepared'
        ? { intent: 'kitas-investor-price', title: investorPrice, score: 0.93, isEnabled: true, held: null }
        : null,
    check: null,
    shadow: reply.source === 'prepared' ? shadow : null,
    timings: { detect: 0.1, match: 0.8, retrieve: 2.4, assemble: 0.6 },
  };
}

/** Which is better, kept for every reply alike. */
export function preferFake(reply: Reply, preferred: Preference | null): ShadowReply {
  shadow = { ...shadow, preferred };
  return found(detailsOf(reply).shadow ?? undefined);
}

/** Plain search for the words as they stand. */
export function searchFake(data: FakeData, query: string): SearchHit[] {
  const has = (text: string) => text.toLowerCase().includes(query.toLowerCase());
  const marked = (text: string) => text.replace(new RegExp(query, 'i'), '\uE000$&\uE001');
  const nameOf = (clientId: string) => data.clients.find(({ id }) => id === clientId)?.name ?? '';
  return [
    ...data.clients
      .filter(({ name }) => has(name))
      .map(({ id, name }): SearchHit => ({
        kind: 'client',
        id,
        clientId: id,
        title: name,
        snippet: '',
        at: null,
      })),
    ...data.messages
      .filter(({ text }) => has(text))
      .slice(0, 6)
      .map(({ id, clientId, text, createdAt }): SearchHit => ({
        kind: 'message',
        id,
        clientId,
        title: nameOf(clientId),
        snippet: marked(text),
        at: createdAt,
      })),
    ...data.facts
      .filter(({ value }) => has(value))
      .map(({ id, clientId, topic, value }): SearchHit => ({
        kind: 'client_fact',
        id,
        clientId,
        title: `${nameOf(clientId)}: ${topic}`,
        snippet: marked(value),
        at: null,
      })),
    ...insights
      .filter(({ text }) => has(text))
      .map(({ insightId, text, guidance }): SearchHit => ({
        kind: 'insight',
        id: insightId,
        clientId: null,
        title: text,
        snippet: guidance,
        at: null,
      })),
  ];
}

/** One insight in full; any id gives the first one that fits, since nothing else is asked of it here. */
export function readFakeInsight({ insightId }: { insightId: string }): InsightInUse {
  const known = insights.find((insight) => insight.insightId === insightId);
  return {
    id: insightId,
    slug: insightId,
    text: known?.text ?? 'Intuizione',
    guidance: known?.guidance ?? 'Chiedi, prima di supporre.',
    category: 'emotions',
    language: 'it',
    status: 'live',
    source: 'starter',
    triggers: ['mi vergogno a chiedere', 'non so come dirlo'],
    createdAt: 0,
    updatedAt: 0,
    usage: { timesUsed: 12, lastUsedAt: Date.UTC(2026, 10, 24), timesFound: 31 },
  };
}
