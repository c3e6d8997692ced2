import { randomUUID } from 'node:crypto';
import { jsonReply, serveFaulty, type Asked, type HttpFault, type Reply } from './http-faults.ts';
import { chatOf, isRecord, outputOf, type JobEnd, type WorkerGeneration } from './runpod-worker.ts';

/** One job: how often it is seen in the queue and running before it ends, and how it ends. */
interface JobPlan {
  readonly end: JobEnd;
  /** Looks that find it IN_QUEUE; many of them are a cold start. */
  readonly queuedLooks?: number;
  readonly runningLooks?: number;
  readonly delayTime?: number;
  readonly executionTime?: number;
}

type Operation = 'run' | 'runsync' | 'status' | 'stream' | 'cancel' | 'retry' | 'health' | 'purge-queue';

interface Submission {
  readonly id: string;
  readonly input: unknown;
  readonly policy: unknown;
}

interface Job extends Submission {
  readonly plan: JobPlan;
  looks: number;
  /** Set when it ended otherwise than planned. */
  forced: string | null;
}

export interface RunpodSimulator {
  /** The endpoint's base address, as `https://api.runpod.ai/v2/{id}` is. */
  readonly url: string;
  /** Every job that was taken, in order: what would have been paid. */
  readonly submissions: readonly Submission[];
  /** `METHOD /operation/id` of every request, refused ones too. */
  readonly requests: readonly string[];
  /** Plans for the next jobs, one each. Without one the job answers at once, as `answer` of the options says. */
  enqueue(...plans: readonly (JobPlan | JobEnd)[]): void;
  /** The next requests of this operation are misanswered, one each. */
  fault(operation: Operation, ...faults: readonly HttpFault[]): void;
  /** Its result is over, as after 30 minutes. */
  expire(id: string): void;
  stateOf(id: string): string | null;
  setWorkers(workers: Partial<Workers>): void;
  readonly close: () => Promise<void>;
}

export interface RunpodOptions {
  readonly key?: string;
  readonly endpointId?: string;
  readonly generation?: WorkerGeneration;
  readonly model?: string;
  /** What the model says where no plan does. */
  readonly answer?: (chat: Record<string, unknown>) => string;
  readonly workers?: Partial<Workers>;
  readonly port?: number;
}

interface Workers {
  readonly idle: number;
  readonly initializing: number;
  readonly ready: number;
  readonly running: number;
  readonly throttled: number;
  readonly unhealthy: number;
}

const noWorkers: Workers = { idle: 0, initializing: 0, ready: 0, running: 0, throttled: 0, unhealthy: 0 };
const ended = new Set(['COMPLETED', 'FAILED', 'CANCELLED', 'TIMED_OUT']);
const largest = { run: 10_000_000, runsync: 20_000_000 };

/**
 * RunPod's serverless queue over real HTTP with a vLLM worker of a chosen generation behind it. Jobs go on by being looked
 * at, so that no test waits; it misbehaves as its script says, and counts every job it took.
 */
export async function startRunpodSimulator(options: RunpodOptions = {}): Promise<RunpodSimulator> {
  const endpointId = options.endpointId ?? 'jiwa-test';
  const desk = new Queue(options);
  const faults = new Map<string, HttpFault[]>();
  const requests: string[] = [];
  const pathOf = (path: string): string[] | null =>
    path.startsWith(`/v2/${endpointId}/`) ? path.slice(`/v2/${endpointId}/`.length).split('/') : null;
  const answer = (asked: Asked): Reply => {
    const parts = pathOf(asked.path);
    if (!isAllowed(asked, options.key ?? 'rp-key')) return { status: 401, body: 'Unauthorized' };
    if (parts === null) return jsonReply(404, { error: 'endpoint not found' });
    return desk.answer(asked, parts);
  };
  const server = await serveFaulty(
    answer,
    ({ method, path }) => {
      const parts = pathOf(path) ?? [path];
      requests.push(`${method} /${parts.join('/')}`);
      return faults.get(parts[0] ?? '')?.shift();
    },
    options.port,
  );
  return {
    url: `${server.url}/v2/${endpointId}`,
    submissions: desk.submissions,
    requests,
    enqueue: (...plans) => desk.plans.push(...plans.map((plan) => ('end' in plan ? plan : { end: plan }))),
    fault: (operation, ...more) => void faults.set(operation, [...(faults.get(operation) ?? []), ...more]),
    expire: (id) => void desk.jobs.delete(id),
    stateOf: (id) => desk.stateOf(id),
    setWorkers: (workers) => {
      desk.workers = { ...desk.workers, ...workers };
    },
    close: server.close,
  };
}

/** The documentation's examples send the bare key. */
function isAllowed({ headers }: Asked, key: string): boolean {
  return [key, `Bearer ${key}`].includes(headers.authorization ?? '');
}

class Queue {
  readonly jobs = new Map<string, Job>();
  readonly submissions: Submission[] = [];
  readonly plans: JobPlan[] = [];
  workers: Workers;
  readonly #options: RunpodOptions;

  constructor(options: RunpodOptions) {
    this.#options = options;
    this.workers = { ...noWorkers, ready: 1, idle: 1, ...options.workers };
  }

  answer(asked: Asked, [operation = '', id = '']: readonly string[]): Reply {
    const { method } = asked;
    if (operation === 'health' && method === 'GET') return jsonReply(200, this.#health());
    if (operation === 'run' && method === 'POST') return this.#take(asked, 'run');
    if (operation === 'runsync' && method === 'POST') return this.#take(asked, 'runsync');
    if (operation === 'purge-queue' && method === 'POST') return jsonReply(200, this.#purge());
    const job = this.jobs.get(id);
    if (!job) return jsonReply(404, { error: 'job not found' });
    if (operation === 'status' && method === 'GET') return jsonReply(200, this.#look(job));
    if (operation === 'stream' && method === 'GET') return jsonReply(200, this.#stream(job));
    if (operation === 'cancel' && method === 'POST') return jsonReply(200, this.#cancel(job));
    if (operation === 'retry' && method === 'POST') return this.#retry(job);
    return jsonReply(404, { error: 'not found' });
  }

  stateOf(id: string): string | null {
    const job = this.jobs.get(id);
    return job ? statusOf(job) : null;
  }

  #take({ raw, body, query }: Asked, way: 'run' | 'runsync'): Reply {
    if (Buffer.byteLength(raw) > largest[way]) return { status: 413, body: 'payload too large' };
    if (!isRecord(body) || body['input'] === undefined) return jsonReply(400, { error: 'input is required' });
    const id = `${way === 'runsync' ? 'sync-' : ''}${randomUUID()}-u1`;
    const submission = { id, input: body['input'], policy: body['policy'] ?? null };
    const plan = this.plans.shift() ?? { end: this.#usual(submission.input) };
    const job: Job = { ...submission, plan, looks: 0, forced: null };
    this.jobs.set(id, job);
    this.submissions.push(submission);
    if (way === 'run') return jsonReply(200, { id, status: 'IN_QUEUE' });
    // It waits as long as it may; what is not over by then is to be asked for by its id.
    const looks = Number(query.get('wait') ?? 90_000) >= 1_000 ? 3 : 1;
    let found = this.#look(job);
    for (let look = 1; look < looks && !ended.has(String(found['status'])); look += 1)
      found = this.#look(job);
    return jsonReply(200, found);
  }

  #usual(input: unknown): JobEnd {
    const { answer = () => 'ready' } = this.#options;
    return { kind: 'answer', text: answer(chatOf(input) ?? {}) };
  }

  #look(job: Job): Record<string, unknown> {
    const status = statusOf(job);
    job.looks += 1;
    const { delayTime = 824, executionTime = 3_391, end } = job.plan;
    const { id } = job;
    if (status === 'IN_QUEUE') return { id, status };
    const times = { delayTime, ...(ended.has(status) ? { executionTime } : {}) };
    const base = { id, status, ...times, workerId: 'worker-1' };
    if (status === 'FAILED' && end.kind === 'failed') return { ...base, error: end.error };
    return status === 'COMPLETED' ? { ...base, output: this.#output(job) } : base;
  }

  #output(job: Job): unknown {
    const { generation = 'new', model = 'meta-llama/Llama-3.3-70B-Instruct' } = this.#options;
    return outputOf({ generation, model }, job.input, job.plan.end);
  }

  #stream(job: Job): Record<string, unknown> {
    const { status, output } = this.#look(job);
    const chunks = Array.isArray(output) ? (output as unknown[]) : [];
    return { status, stream: chunks.map((chunk) => ({ output: chunk })) };
  }

  #cancel(job: Job): Record<string, unknown> {
    if (!ended.has(statusOf(job))) job.forced = 'CANCELLED';
    return { id: job.id, status: statusOf(job) };
  }

  #retry(job: Job): Reply {
    if (!['FAILED', 'TIMED_OUT'].includes(statusOf(job))) return jsonReply(400, { error: 'not failed' });
    const plan = this.plans.shift() ?? { end: this.#usual(job.input) };
    this.jobs.set(job.id, { ...job, plan, looks: 0, forced: null });
    return jsonReply(200, { id: job.id, status: 'IN_QUEUE' });
  }

  #purge(): Record<string, unknown> {
    const queued = [...this.jobs.values()].filter((job) => statusOf(job) === 'IN_QUEUE');
    for (const job of queued) job.forced = 'CANCELLED';
    return { removed: queued.length, status: 'completed' };
  }

  #health(): Record<string, unknown> {
    const count = (...wanted: string[]) =>
      [...this.jobs.values()].filter((job) => wanted.includes(statusOf(job))).length;
    return {
      jobs: {
        completed: count('COMPLETED'),
        failed: count('FAILED', 'TIMED_OUT'),
        inProgress: count('IN_PROGRESS'),
        inQueue: count('IN_QUEUE'),
        retried: 0,
      },
      workers: this.workers,
    };
  }
}

/** Where a job is: it goes on with every look. */
function statusOf({ plan, looks, forced }: Job): string {
  if (forced !== null) return forced;
  const { queuedLooks = 0, runningLooks = 0, end } = plan;
  if (looks < queuedLooks) return 'IN_QUEUE';
  if (looks < queuedLooks + runningLooks) return 'IN_PROGRESS';
  if (end.kind === 'failed') return 'FAILED';
  return end.kind === 'state' ? end.status : 'COMPLETED';
}
