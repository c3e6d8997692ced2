import { waits } from '../../shared/job-waits.ts';
import { MINUTE, SECOND } from '../../shared/time.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import {
  beginRequest,
  countRequestsOut,
  endRequest,
  readAliveRequest,
  storeRemoteId,
  storeReply,
  type AliveRequest,
} from '../db/job-requests.ts';
import type { Claim } from '../db/jobs.ts';
import type { LlamaReply, LlamaRequest, RemoteState } from '../llama/endpoint.ts';
import { LlamaFault } from '../llama/fault.ts';
import type { Log } from '../log.ts';
import { holdAtBorder, type Border } from './border.ts';
import { EndpointPause, isOfTheEndpoint, type EndpointInUse } from './endpoint-in-use.ts';
import { open, type Gate, type Standing } from './gates.ts';
import { Snooze, type JobKind } from './kind.ts';
import { pollMs } from './retry.ts';

interface AskingParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  /** Null while none is set. */
  readonly endpoint: () => EndpointInUse | null;
  /** Closed: nothing new goes out. */
  readonly spend: Gate;
  readonly border?: Border;
}

/** One step of one claimed job. */
interface Asked {
  readonly claim: Claim;
  readonly step: string;
  readonly request: LlamaRequest;
  readonly carriesNoClientText: JobKind['carriesNoClientText'];
  readonly signal: AbortSignal;
}

const FULL_MS = 2 * SECOND;
/** A request that is being handed over gets this long to come back with its id when its run is ended. */
const GRACE_MS = 2 * SECOND;
const notSet = { isOpen: false, because: waits.notSet, lookAgainMs: null } as const;

/** The durable requests of jobs to the endpoint: written down before they go out, found again after a crash. */
export class Asking {
  readonly #parts: AskingParts;
  readonly pause = new EndpointPause();

  constructor(parts: AskingParts) {
    this.#parts = parts;
  }

  /** Whether another request may go out now, where this many others are about to. */
  standing(aboutToAsk: number): Standing {
    const { db, endpoint } = this.#parts;
    const inUse = endpoint();
    if (inUse === null) return notSet;
    const standing = this.#standingAt(inUse);
    if (!standing.isOpen) return standing;
    if (countRequestsOut(db, inUse.id) + aboutToAsk < inUse.atOnce) return open;
    return { isOpen: false, because: waits.full, lookAgainMs: FULL_MS };
  }

  #standingAt({ id }: EndpointInUse): Standing {
    const standing = this.#parts.spend();
    return standing.isOpen ? this.pause.standing(id, this.#parts.clock.now()) : standing;
  }

  /** See `JobTools.ask`. */
  async ask(asked: Asked): Promise<LlamaReply> {
    const { db, clock } = this.#parts;
    const alive = readAliveRequest(db, asked.claim.id, asked.step);
    if (alive?.state === 'replied') return alive.reply as LlamaReply;
    const inUse = this.#parts.endpoint();
    if (inUse === null) throw new Snooze(MINUTE, notSet.because);
    if (alive?.state === 'submitted') {
      if (alive.endpoint === inUse.id) return this.#collect(asked, inUse, alive);
      // Taken back when that endpoint is the one in use again.
      endRequest(db, alive.id, { state: 'abandoned' }, clock.now());
    }
    if (alive?.state === 'submitting') throw new Error(`The step ${asked.step} is being asked already.`);
    return this.#submit(asked, inUse);
  }

  async #submit(asked: Asked, inUse: EndpointInUse): Promise<LlamaReply> {
    const { db, clock, log, random, border } = this.#parts;
    const { claim, step, request, carriesNoClientText, signal } = asked;
    const standing = this.#standingAt(inUse);
    if (!standing.isOpen) throw new Snooze(standing.lookAgainMs ?? MINUTE, standing.because);
    // Here and nowhere before: what is out already, or answered, does not leave again.
    if (border && !carriesNoClientText) holdAtBorder(border, claim.id, request);
    const { id: endpoint, atOnce } = inUse;
    const begun = { jobId: claim.id, lease: claim.lease, step, endpoint, request, atOnce };
    const id = beginRequest(db, begun, clock.now());
    if (id === 'full') throw new Snooze(FULL_MS, waits.full);
    if (id === 'not_ours') throw notHeld();
    const late = abortLater(signal, GRACE_MS);
    const started = await inUse.endpoint
      .start(request, late.signal)
      .catch((error: unknown) => this.#notTaken(id, inUse, error, signal))
      .finally(() => late.clear());
    this.pause.end();
    if (started.state === 'done') return this.#keep(id, inUse, started.reply);
    storeRemoteId(db, id, started.remoteId);
    log.info({ job: claim.id, step }, 'a request was handed over');
    throw new Snooze(pollMs('queued', 0, random), waits.handedOver);
  }

  #notTaken(id: number, inUse: EndpointInUse, error: unknown, signal: AbortSignal): never {
    const { db, clock } = this.#parts;
    const now = clock.now();
    if (!(error instanceof LlamaFault)) {
      const fault = signal.aborted ? 'The run was ended while this was being handed over.' : String(error);
      endRequest(db, id, { state: 'lost', fault }, now);
      throw error;
    }
    endRequest(db, id, { state: error.mayHaveArrived ? 'lost' : 'failed', fault: error.told }, now);
    // What is wrong with the request alone is no reason to spare the endpoint.
    if (!error.isRetryable && !isOfTheEndpoint(error)) throw error;
    const ms = this.pause.begin(inUse.id, error, now);
    throw isOfTheEndpoint(error) ? new Snooze(ms, error.told) : error;
  }

  async #collect(asked: Asked, inUse: EndpointInUse, alive: AliveRequest): Promise<LlamaReply> {
    const { db, clock, log, random } = this.#parts;
    const { claim, step, signal } = asked;
    if (alive.remoteId === null) throw new Error(`Request ${alive.id} is submitted and has no id.`);
    const remote = await inUse.endpoint
      .collect(alive.remoteId, signal)
      .catch((error: unknown) => this.#notAsked(inUse, error));
    this.pause.end();
    if (remote.state === 'done') return this.#keep(alive.id, inUse, remote.reply);
    if (remote.state === 'waiting') {
      const because = remote.phase === 'queued' ? waits.queued : waits.working;
      throw new Snooze(pollMs(remote.phase, clock.now() - alive.startedAt, random), because);
    }
    if (remote.state === 'failed') {
      endRequest(db, alive.id, { state: 'failed', fault: remote.fault.told }, clock.now());
      throw remote.fault;
    }
    endRequest(db, alive.id, { state: 'gone' }, clock.now());
    log.warn({ job: claim.id, step }, 'the endpoint knows a request no more; it is asked again');
    return this.#submit(asked, inUse);
  }

  /** The request is out as before. Only an answer that makes no sense counts as an attempt. */
  #notAsked(inUse: EndpointInUse, error: unknown): Promise<RemoteState> {
    const makesNoSense =
      error instanceof LlamaFault && (error.code === 'malformed' || error.code === 'refused');
    if (!(error instanceof LlamaFault) || makesNoSense) throw error;
    throw new Snooze(this.pause.begin(inUse.id, error, this.#parts.clock.now()), error.told);
  }

  #keep(id: number, inUse: EndpointInUse, reply: LlamaReply): LlamaReply {
    const { db, clock } = this.#parts;
    const { model, gpuMs, usage } = reply;
    const tokens = { inputTokens: usage?.inputTokens ?? null, outputTokens: usage?.outputTokens ?? null };
    const whole = gpuMs === null ? null : Math.round(gpuMs);
    storeReply(db, id, reply, { model, gpuMs: whole, costUsd: inUse.costOf(reply), ...tokens }, clock.now());
    return reply;
  }
}

/** What the run still wants to write is refused, so how it ends says nothing. */
function notHeld(): Snooze {
  return new Snooze(0, 'The job is no longer held by this run.');
}

/** A signal that aborts `ms` after the other one, with its reason. */
function abortLater(signal: AbortSignal, ms: number): { readonly signal: AbortSignal; clear(): void } {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const begin = () => {
    timer = setTimeout(() => late.abort(signal.reason), ms);
  };
  if (signal.aborted) begin();
  else signal.addEventListener('abort', begin, { once: true });
  const clear = () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', begin);
  };
  return { signal: late.signal, clear };
}
