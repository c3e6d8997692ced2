import { z } from 'zod';
import type { ClientAnalysis } from './analysis.ts';
import type { IntentComparison, IntentStanding } from './answer.ts';
import { desks, keyNames, type AppState, type ClaudeTest, type KeyState } from './app.ts';
import { formalities, type Client, type ClientRow } from './client.ts';
import { channels, type Conversation } from './conversation.ts';
import type { ModelOffer, ModelState } from './embedder.ts';
import type { EventName, Events } from './events.ts';
import type { ErrorCode } from './fault.ts';
import type { CatalogueStatus, IndexStatus, InsightInUse } from './insight.ts';
import type { EndpointReport } from './endpoint.ts';
import { runGoals, type KnowledgeRun, type RejectedInsight, type RunEstimate } from './knowledge-run.ts';
import { jobStates, type JobDetails, type JobRow, type JobsOverview } from './job.ts';
import { languages } from './language.ts';
import {
  mostAtOnce,
  rejectionReasons,
  reviewKinds,
  type NearestInsight,
  type ReviewCounts,
  type ReviewItem,
  type ReviewOutcome,
  type ReviewRef,
  type ReviewUndone,
} from './review.ts';
import { jiwaFields, type ClientFact, type JiwaEntry, type Memory } from './memory.ts';
import { preferences, type Message, type Reply, type ReplyDetails, type ShadowReply } from './message.ts';
import type { Night, NightDetails, NightPlan, Nights, NightUndone } from './night.ts';
import type { PreparationEstimate, PreparationRun, PreparationStanding } from './preparation.ts';
import type { ProposalStart } from './proposal.ts';
import type { SearchHit } from './search.ts';
import { settingsPatchSchema, type Settings } from './settings.ts';

/** A request of the renderer: the schema of what goes in, the type of what comes out. */
export interface Verb<In extends z.ZodType, Out> {
  readonly input: In;
  /** Carries the type only; never present at run time. */
  readonly output?: Out;
}

const verb =
  <Out>() =>
  <In extends z.ZodType>(input: In): Verb<In, Out> => ({ input });

const id = z.uuid();
const text = z.string().max(100_000);
const nonEmpty = text.refine((value) => value.trim() !== '', 'must not be empty');
const nothing = z.undefined();
const keyOf = z.enum(keyNames);
const clientProfile = z.object({
  name: z.string().trim().min(1).max(200),
  addressAs: z.string().trim().min(1).max(100).nullable(),
  language: z.enum(languages),
  formality: z.enum(formalities),
});
const ofClient = z.object({ clientId: id });
/** `isTemporary`: nothing of the conversation that begins with it is learnt. */
const writing = ofClient.extend({
  text: nonEmpty,
  channel: z.enum(channels),
  isTemporary: z.boolean().optional(),
});
const ofReply = z.object({ replyId: id });
const ofJiwa = ofClient.extend({ field: z.enum(jiwaFields) });
const ofNight = z.object({ nightId: id });
const localDate = z.iso.date();
const ofRun = z.object({ runId: id });
const runTarget = z.number().int().min(1).max(50_000);
const ofJob = z.object({ jobId: id });
const reviewFilter = z.object({
  kind: z.enum(reviewKinds).nullable(),
  reason: z.string().max(100).nullable(),
});
const ofFact = ofClient.extend({ factId: id });

/** What the renderer may ask of the main process. Key = `noun:verb`; nothing else names a channel. */
export const requests = {
  'app:state': verb<AppState>()(nothing),
  'app:choose-desk': verb<void>()(z.object({ desk: z.enum(desks) })),
  'app:choose-data-dir': verb<{ dataDir: string } | null>()(nothing),
  'app:open-data-dir': verb<void>()(nothing),
  'app:open-link': verb<void>()(z.object({ url: z.string().max(2_000) })),
  'app:copy': verb<void>()(z.object({ text })),
  'settings:change': verb<Settings>()(settingsPatchSchema),
  'key:set': verb<KeyState>()(z.object({ of: keyOf, key: z.string().trim().min(1).max(500) })),
  'key:clear': verb<KeyState>()(z.object({ of: keyOf })),
  'claude:test': verb<ClaudeTest>()(nothing),
  /** Asks the endpoint where LLaMA runs what answers there; one that sleeps is woken only where it is said. */
  'endpoint:test': verb<EndpointReport>()(z.object({ wakes: z.boolean() })),

  'job:overview': verb<JobsOverview>()(nothing),
  /** The newest jobs of one state, before the one last seen where it is given. */
  'job:list': verb<{ readonly rows: readonly JobRow[]; readonly hasMore: boolean }>()(
    z.object({
      state: z.enum(jobStates),
      kind: z.string().max(100).nullable(),
      before: z.object({ createdAt: z.number(), id }).nullable(),
      limit: z.number().int().min(1).max(500),
    }),
  ),
  'job:show': verb<JobDetails>()(ofJob),
  /** A waiting job begins, or goes on, before others and whatever window it was for. */
  'job:run-now': verb<void>()(ofJob),
  'job:retry': verb<void>()(ofJob),
  /** Also what it has at the endpoint. */
  'job:cancel': verb<void>()(ofJob),

  'client:list': verb<readonly ClientRow[]>()(z.object({ query: z.string().max(200) })),
  'client:create': verb<Client>()(clientProfile),
  'client:update': verb<Client>()(clientProfile.extend({ clientId: id })),
  'client:forget': verb<void>()(ofClient),

  /** All of one client's conversations, oldest first, with their newest messages (before `beforeId`, at most `limit`). */
  'conversation:read': verb<Timeline>()(
    ofClient.extend({ beforeId: id.nullable(), limit: z.number().int().min(1).max(500) }),
  ),
  'conversation:end': verb<Conversation>()(z.object({ clientId: id, conversationId: id })),
  'conversation:reopen': verb<Conversation>()(z.object({ clientId: id, conversationId: id })),
  'conversation:set-channel': verb<Conversation>()(
    z.object({ clientId: id, conversationId: id, channel: z.enum(channels) }),
  ),
  /** Whether anything is learnt of it. */
  'conversation:set-temporary': verb<Conversation>()(
    z.object({ clientId: id, conversationId: id, isTemporary: z.boolean() }),
  ),
  /** Where the analysis of the client's newest conversation stands, and what the newest analysis says. */
  'analysis:read': verb<ClientAnalysis>()(ofClient),
  /** Unsent text of the composer, kept so that a crash loses nothing. Empty text clears it. */
  'composer:save': verb<void>()(ofClient.extend({ author: z.enum(['client', 'desk']), text })),

  /** The client wrote: keeps the message, starts a reply, answers with both. */
  'message:receive': verb<{ message: Message; reply: Reply }>()(writing),
  /** The consultant wrote the reply alone: kept as sent. */
  'message:write': verb<Reply>()(writing),
  'reply:stop': verb<void>()(ofReply),
  'reply:regenerate': verb<Reply>()(ofReply.extend({ model: z.enum(['fast', 'strong']).nullable() })),
  /** Keeps the consultant's edit of a draft without sending it. */
  'reply:edit': verb<Reply>()(ofReply.extend({ text: nonEmpty })),
  'reply:send': verb<Reply>()(ofReply.extend({ text: nonEmpty })),
  'reply:rate': verb<Reply>()(
    ofReply.extend({ thumb: z.enum(['up', 'down']).nullable(), note: z.string().max(2_000).nullable() }),
  ),
  /** The consultant's word that a prepared answer is wrong for its message, or the taking back of it. */
  'reply:mark-wrong': verb<Reply>()(ofReply.extend({ isWrong: z.boolean() })),
  /** Which of a prepared reply and Claude's own a person thinks better; null takes it back. */
  'reply:prefer': verb<ShadowReply>()(ofReply.extend({ preferred: z.enum(preferences).nullable() })),
  'reply:details': verb<ReplyDetails>()(ofReply),

  'memory:read': verb<Memory>()(ofClient),
  'fact:save': verb<ClientFact>()(
    ofClient.extend({ topic: z.string().trim().min(1).max(80), value: z.string().trim().min(1).max(1_000) }),
  ),
  'fact:remove': verb<void>()(ofFact),
  /** Takes a removal back, evidence and lock included. */
  'fact:restore': verb<ClientFact>()(ofFact),
  'fact:lock': verb<ClientFact>()(ofFact.extend({ isLocked: z.boolean() })),
  'jiwa:save': verb<JiwaEntry>()(ofJiwa.extend({ value: z.string().trim().min(1).max(1_000) })),
  'jiwa:clear': verb<void>()(ofJiwa),
  'jiwa:restore': verb<JiwaEntry>()(ofClient.extend({ entryId: id })),
  'jiwa:lock': verb<JiwaEntry>()(ofJiwa.extend({ isLocked: z.boolean() })),
  'jiwa:history': verb<readonly JiwaEntry[]>()(ofJiwa),

  'night:list': verb<Nights>()(nothing),
  'night:show': verb<NightDetails>()(ofNight),
  /** Puts back all that a night changed, but what somebody changed since. */
  'night:undo': verb<NightUndone>()(ofNight),
  /** Does the work of a night now; with a local day, the night that was due on it. */
  'night:run': verb<Night>()(z.object({ localDate: localDate.nullable() })),
  /** What that would do. Begins nothing. */
  'night:plan': verb<NightPlan>()(nothing),
  /** Its report was looked at. */
  'night:seen': verb<Night>()(ofNight),

  'review:counts': verb<ReviewCounts>()(nothing),
  /** What waits for a person, newest first, after the one last seen where it is given. */
  'review:list': verb<{ readonly items: readonly ReviewItem[]; readonly hasMore: boolean }>()(
    reviewFilter.extend({
      before: z.object({ createdAt: z.number(), id }).nullable(),
      limit: z.number().int().min(1).max(500),
    }),
  ),
  /** Everything of a kind and a reason, for deciding about it at once. */
  'review:refs': verb<readonly ReviewRef[]>()(reviewFilter),
  'review:nearest': verb<NearestInsight | null>()(z.object({ insightId: id })),
  'review:decide': verb<ReviewOutcome>()(
    z.object({
      items: z
        .array(z.object({ kind: z.enum(reviewKinds), id }))
        .min(1)
        .max(mostAtOnce),
      verdict: z.object({
        decision: z.enum(['approve', 'reject']),
        reason: z.enum(rejectionReasons).nullable(),
        note: z.string().max(1_000).nullable(),
        edit: z
          .object({
            text: z.string().max(4_000).optional(),
            guidance: z.string().max(4_000).optional(),
            triggers: z.array(z.string().max(200)).max(100).readonly().optional(),
          })
          .nullable(),
      }),
    }),
  ),
  /** Takes an insight or an answer out of use that is in use already; undone as a decision is. */
  'review:withdraw': verb<ReviewOutcome>()(z.object({ kind: z.enum(['insight', 'answer']), id })),
  /** Takes back a decision, or the last one. */
  'review:undo': verb<ReviewUndone>()(z.object({ batchId: id.nullable() })),

  'search:everything': verb<readonly SearchHit[]>()(z.object({ query: z.string().max(200) })),
  /** What has been learnt of each intent. */
  'answers:standings': verb<readonly IntentStanding[]>()(nothing),
  /** What comparing prepared answers with Claude's own came to. */
  'answers:comparisons': verb<readonly IntentComparison[]>()(nothing),
  /** Asks LLaMA for what could be added to prepared answers. */
  'answers:propose': verb<ProposalStart>()(nothing),
  /** A question that is off is Claude's. */
  'answers:enable': verb<void>()(z.object({ intent: z.string().min(1).max(100), isEnabled: z.boolean() })),
  /** What asking for all prepared answers that are lacking will take. Begins nothing. */
  'answers:estimate': verb<PreparationEstimate>()(nothing),
  /** Has LLaMA write all that are lacking; null where none is. */
  'answers:prepare': verb<PreparationRun | null>()(nothing),
  'answers:preparation': verb<PreparationStanding>()(nothing),
  /** Ends a run; what it wrote stays. */
  'answers:cancel': verb<PreparationRun>()(ofRun),
  'insight:read': verb<InsightInUse>()(z.object({ insightId: id })),
  /** What a run of the generator of knowledge will take. Begins nothing. */
  'knowledge:estimate': verb<RunEstimate>()(z.object({ target: runTarget })),
  /** Begins a run, or goes on with the one that is not over. */
  'knowledge:generate': verb<KnowledgeRun>()(z.object({ target: runTarget, goesTo: z.enum(runGoals) })),
  /** Newest first. */
  'knowledge:runs': verb<readonly KnowledgeRun[]>()(nothing),
  'knowledge:rejected': verb<readonly RejectedInsight[]>()(ofRun),
  /** Ends a run; what it made stays. */
  'knowledge:cancel': verb<KnowledgeRun>()(ofRun),
  /** Removes exactly what a run made. */
  'knowledge:undo': verb<{ removed: number; run: KnowledgeRun }>()(ofRun),
  'catalogue:status': verb<CatalogueStatus>()(nothing),
  'index:status': verb<IndexStatus>()(nothing),
  'index:rebuild': verb<IndexStatus>()(nothing),
  /** The model that measures meaning on this computer. It is chosen in the settings, which fetches it. */
  'model:state': verb<ModelState>()(nothing),
  'model:fetch': verb<ModelState>()(nothing),
  'model:remove': verb<ModelState>()(nothing),
  /** Asks the hub for its size; null when it cannot be reached. */
  'model:offer': verb<ModelOffer | null>()(nothing),
};

type Requests = typeof requests;
export type RequestName = keyof Requests;
export type RequestInput<K extends RequestName> = z.input<Requests[K]['input']>;
export type ParsedInput<K extends RequestName> = z.output<Requests[K]['input']>;
export type RequestOutput<K extends RequestName> = Exclude<Requests[K]['output'], undefined>;

/** Every answer over the bridge has this shape; errors are made in one place. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string };

/** `window.jiwa`: what preload exposes. */
export interface Bridge {
  request<K extends RequestName>(name: K, input: RequestInput<K>): Promise<Answer<RequestOutput<K>>>;
  /** Returns what ends the listening. (An AbortSignal does not survive the bridge between the two worlds.) */
  on<K extends EventName>(name: K, listener: (value: Events[K]) => void): () => void;
}

export interface Timeline {
  readonly conversations: readonly Conversation[];
  readonly messages: readonly Message[];
  readonly hasMore: boolean;
  /** Prepared replies that Claude is looking at now. */
  readonly checking: readonly string[];
  /** Text left in the composer, by who would have written it. */
  readonly composer: { readonly client: string; readonly desk: string };
}
