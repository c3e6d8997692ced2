import { z } from 'zod';
import { answerGoals } from './answer.ts';
import { endpointKinds } from './endpoint.ts';
import { runGoals } from './knowledge-run.ts';
import { languages } from './language.ts';
import { SECOND } from './time.ts';

const httpUrl = z.union([z.literal(''), z.url({ protocol: /^https?$/ })]);
const span = (longest: number) => z.number().int().min(100).max(longest);

/** USD per million tokens. */
const priceSchema = z.object({
  input: z.number().nonnegative(),
  output: z.number().nonnegative(),
  cacheRead: z.number().nonnegative(),
  cacheWrite: z.number().nonnegative(),
});
export type Price = z.infer<typeof priceSchema>;

const claudeSchema = z.object({
  /** Empty = Anthropic's own address. */
  baseUrl: httpUrl,
  /** Asked by default. */
  fastModel: z.string().trim().min(1).max(100),
  /** Asked when the message needs it. */
  strongModel: z.string().trim().min(1).max(100),
  maxTokens: z.number().int().min(64).max(16_000),
  /** Longest wait for the first byte of an answer. */
  timeoutMs: span(300 * SECOND),
  /** Longest silence inside a stream before it counts as stalled. */
  stallMs: span(120 * SECOND),
  /** Per model id. A model without a price has no cost, and the screen says so. */
  prices: z.record(z.string().min(1).max(100), priceSchema),
});

const embedderSchema = z.object({
  /** `transformers`: a model on this computer, fetched once. */
  kind: z.enum(['builtin', 'transformers', 'remote']),
  /** An OpenAI-compatible server, up to and without `/embeddings`. */
  url: httpUrl,
  model: z.string().trim().max(200),
  /** The model on this computer: `owner/name` on the hub. */
  localModel: z
    .string()
    .trim()
    .max(200)
    .regex(/^[\w-][\w.-]*\/[\w-][\w.-]*$/),
  /** Where it is fetched; empty = the public hub, or the one of the environment. */
  hub: httpUrl,
});

const llamaSchema = z.object({
  kind: z.enum(endpointKinds),
  /** RunPod: the endpoint's id, or its full address. Empty = none. */
  endpoint: z.union([z.string().regex(/^[\w-]{0,100}$/), z.url({ protocol: /^https?$/ })]),
  /** Another server: its address, up to and with `/v1`. Empty = none. */
  url: httpUrl,
  /** Empty = the server's own, where it has one. */
  model: z.string().trim().max(200),
  /** Requests at the endpoint at once. */
  concurrency: z.number().int().min(1).max(64),
  /** USD per second on the GPU, for endpoints that say how long it took. */
  usdPerGpuSecond: z.number().nonnegative(),
  /** USD per million tokens, for the others. */
  usdPerMillionTokens: z.object({ input: z.number().nonnegative(), output: z.number().nonnegative() }),
});

const knowledgeSchema = z.object({
  /** Insights that one run of the generator makes. */
  target: z.number().int().min(1).max(50_000),
  /** Where those go that passed every gate: to work at once, or to a person who looks at them. */
  goesTo: z.enum(runGoals),
});

/** Currencies that budgets can be in, with what a US dollar was about worth in November 2026. Rates drift: the one of the settings counts. */
export const usualRates = {
  USD: 1,
  EUR: 0.86,
  IDR: 16_600,
  AUD: 1.53,
  GBP: 0.76,
  SGD: 1.3,
  CHF: 0.8,
} as const;
export type Currency = keyof typeof usualRates;
export const currencies = Object.keys(usualRates) as Currency[];

const amountSchema = z.number().nonnegative().max(1e12);
const offlineSchema = z.object({
  currency: z.enum(currencies),
  /** Units of the currency for one US dollar. */
  perUsd: z.number().positive().max(1e7),
  /** In the currency; null = no limit. Reached: nothing new is handed to LLaMA until the next day or month. */
  budgetPerDay: amountSchema.nullable(),
  budgetPerMonth: amountSchema.nullable(),
  pausesOnBattery: z.boolean(),
  /** The operator pressed pause. */
  isPaused: z.boolean(),
  /** The app goes on when its window is closed, where the system has a tray. */
  staysInTray: z.boolean(),
});

const answersSchema = z.object({
  /** Answers of each register that an intent should have in each language. */
  variations: z.number().int().min(1).max(10),
  /** Where those go that passed every gate: to be said at once, or to a person who looks at them. */
  goesTo: z.enum(answerGoals),
  /** Lets LLaMA write anew what a changed fact, new words of a question or a wrong answer make wanted. */
  renewsByItself: z.boolean(),
});

const conversationsSchema = z.object({
  /** After so long without a sign of life a conversation ends by itself. */
  idleMinutes: z.number().int().min(1).max(1_440),
});

const sharePercent = z.number().min(0).max(100);
const shadowSchema = z.object({
  /** Of the prepared answers that are served, those to which Claude's own is written too, for comparison. */
  percent: sharePercent,
  /** The same for single questions, by slug, in place of it. */
  byIntent: z.record(z.string().min(1).max(100), sharePercent),
});

const nightsSchema = z.object({
  isOn: z.boolean(),
  /** When a night is due, by the clock of the machine. */
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** How long after that it is still begun, where the machine slept or the app was closed. */
  catchUpHours: z.number().int().min(0).max(23),
  /** The machine does not go to sleep while a night goes on. */
  keepsAwake: z.boolean(),
  /** The app starts when somebody logs in, without a window. */
  startsAtLogin: z.boolean(),
  /** New insights that a night is to bring, about. */
  newInsights: z.number().int().min(1).max(500),
  /** Tokens that one request and its answer may take together where LLaMA runs. */
  contextTokens: z.number().int().min(5_000).max(120_000),
});

/** Everything the settings file holds. Never a key. */
const settingsSchema = z.object({
  language: z.enum(['system', ...languages]),
  theme: z.enum(['system', 'light', 'dark']),
  replyMode: z.enum(['draft', 'direct']),
  /** Lets Claude look at every prepared answer after it was shown. */
  checkPrepared: z.boolean(),
  /** In direct mode a prepared answer goes out alone only while fewer of its kind than this are wrong. */
  maxErrorPercent: z.number().min(0.1).max(20),
  shadow: shadowSchema,
  claude: claudeSchema,
  embedder: embedderSchema,
  llama: llamaSchema,
  knowledge: knowledgeSchema,
  answers: answersSchema,
  conversations: conversationsSchema,
  offline: offlineSchema,
  nights: nightsSchema,
  /** Whether prompts carry one line per live insight. `auto`: see `chat/catalogue/choice.ts`. */
  insightCatalogue: z.enum(['auto', 'on', 'off']),
  logLevel: z.enum(['debug', 'info', 'warn', 'error']),
});
export type Settings = z.infer<typeof settingsSchema>;

/** A change of some settings, and what a settings file may hold: every field may be missing. */
export const settingsPatchSchema = settingsSchema
  .extend({
    shadow: shadowSchema.partial(),
    claude: claudeSchema.partial(),
    embedder: embedderSchema.partial(),
    llama: llamaSchema.partial(),
    knowledge: knowledgeSchema.partial(),
    answers: answersSchema.partial(),
    conversations: conversationsSchema.partial(),
    offline: offlineSchema.partial(),
    nights: nightsSchema.partial(),
  })
  .partial();
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

/** Prices as published in November 2026; they drift, so they are settings. */
export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  replyMode: 'draft',
  checkPrepared: true,
  maxErrorPercent: 1,
  shadow: { percent: 0, byIntent: {} },
  claude: {
    baseUrl: '',
    fastModel: 'claude-haiku-5-5',
    strongModel: 'claude-sonnet-5-5',
    maxTokens: 1_500,
    timeoutMs: 30 * SECOND,
    stallMs: 20 * SECOND,
    prices: {
      'claude-haiku-5-5': { input: 0.1, output: 0.5, cacheRead: 0.01, cacheWrite: 0.125 },
      'claude-sonnet-5-5': { input: 2, output: 10, cacheRead: 0.1, cacheWrite: 2.5 },
      'claude-opus-5-5': { input: 4, output: 20, cacheRead: 0.2, cacheWrite: 5 },
    },
  },
  embedder: { kind: 'builtin', url: '', model: '', localModel: 'Xenova/multilingual-e5-small', hub: '' },
  llama: {
    kind: 'runpod',
    endpoint: '',
    url: '',
    model: '',
    concurrency: 4,
    // A serverless GPU of 48 GB.
    usdPerGpuSecond: 0.00034,
    usdPerMillionTokens: { input: 0, output: 0 },
  },
  knowledge: { target: 1_000, goesTo: 'live' },
  answers: { variations: 3, goesTo: 'live', renewsByItself: true },
  conversations: { idleMinutes: 15 },
  offline: {
    currency: 'USD',
    perUsd: 1,
    budgetPerDay: null,
    budgetPerMonth: null,
    pausesOnBattery: true,
    isPaused: false,
    staysInTray: false,
  },
  nights: {
    isOn: true,
    at: '03:00',
    catchUpHours: 12,
    keepsAwake: false,
    startsAtLogin: false,
    newInsights: 50,
    contextTokens: 8_000,
  },
  insightCatalogue: 'auto',
  logLevel: 'info',
};

/** The settings with the patch applied, group by group. Throws ZodError where the result is not valid. */
export function applyPatch(settings: Settings, patch: SettingsPatch): Settings {
  return settingsSchema.parse({
    ...settings,
    ...patch,
    shadow: { ...settings.shadow, ...patch.shadow },
    claude: { ...settings.claude, ...patch.claude },
    embedder: { ...settings.embedder, ...patch.embedder },
    llama: { ...settings.llama, ...patch.llama },
    knowledge: { ...settings.knowledge, ...patch.knowledge },
    answers: { ...settings.answers, ...patch.answers },
    conversations: { ...settings.conversations, ...patch.conversations },
    offline: { ...settings.offline, ...patch.offline },
    nights: { ...settings.nights, ...patch.nights },
  });
}
