import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { cancelJob, retryJob } from '../../../src/main/db/job-control.ts';
import { countJobs } from '../../../src/main/db/job-rows.ts';
import { openGates } from '../../../src/main/jobs/gates.ts';
import type { JobKind } from '../../../src/main/jobs/kind.ts';
import { enqueue } from '../../../src/main/jobs/queue.ts';
import { Worker } from '../../../src/main/jobs/worker.ts';
import type { Endpoint, RemoteState } from '../../../src/main/llama/endpoint.ts';
import { LlamaFault } from '../../../src/main/llama/fault.ts';
import { openTestDb, silentLog, testClock, type TestDb } from '../../fixtures/desk.ts';
import { sampleKind, sampleSpec } from '../../fixtures/jobs.ts';
import { seededRandom } from '../../fixtures/random.ts';
import { replyTo, request } from './fake-endpoint.ts';

vi.setConfig({ testTimeout: 300_000 });

const SCHEDULES = 40;
const STEPS = 120;
const WORKERS = 3;
/** So long that its signs of life, which go by the real clock, never come: a dead worker gives none. */
const LEASE_MS = 600_000;

let desk: TestDb;
beforeAll(() => {
  desk = openTestDb();
  desk.db.exec('CREATE TABLE made (job_id TEXT NOT NULL)');
});
afterAll(() => desk.cleanUp());

/** One process: when it is dead, nothing it waits for comes any more. */
interface Life {
  isDead: boolean;
}

/** A world in which anything may go wrong until it is healed. */
class World {
  readonly random: () => number;
  readonly clock = testClock();
  readonly taken = new Map<string, { isCancelled: boolean }>();
  readonly ids: string[] = [];
  isHealthy = false;
  /** Calls that take their time; the schedule lets them go on. */
  #slow: (() => void)[] = [];
  #workers: { life: Life; worker: Worker }[] = [];

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  chance(share: number): boolean {
    return !this.isHealthy && this.random() < share;
  }

  below(n: number): number {
    return Math.floor(this.random() * n);
  }

  /** A point where the process may die, or take its time. */
  async at(life: Life): Promise<void> {
    if (this.chance(0.02)) life.isDead = true;
    if (this.chance(0.1)) await new Promise<void>((resolve) => this.#slow.push(resolve));
    if (life.isDead) await new Promise<never>(() => undefined);
  }

  letSlowOnesGoOn(): void {
    const all = this.#slow;
    this.#slow = all.filter(() => this.chance(0.5));
    for (const goOn of all) if (!this.#slow.includes(goOn)) goOn();
  }

  kindFor(life: Life): JobKind {
    return sampleKind(
      async ({ id, report }, { ask, discard }) => {
        await this.at(life);
        for (const [index, step] of ['generate', 'repair'].entries()) {
          await ask(step, request);
          report({ done: index });
          await this.at(life);
          if (this.chance(0.05)) throw new Error('a bug');
          if (this.chance(0.05)) {
            discard(step);
            return { kind: 'fail', error: 'of no use', isRetryable: this.chance(0.8) };
          }
        }
        return {
          kind: 'done',
          result: { id },
          write: (db) => {
            db.prepare('INSERT INTO made VALUES (?)').run(id);
            if (this.chance(0.05)) throw new Error('the disk is full');
          },
        };
      },
      { leaseMs: LEASE_MS },
    );
  }

  endpointFor(life: Life): Endpoint {
    return {
      kind: 'runpod',
      start: async () => {
        await this.at(life);
        if (this.chance(0.1)) failing('unreachable');
        if (this.chance(0.05)) failing('server_error');
        if (this.chance(0.01)) failing('too_large');
        if (this.chance(0.03)) failing('timeout', true);
        const remoteId = `remote-${this.taken.size}`;
        this.taken.set(remoteId, { isCancelled: false });
        await this.at(life);
        if (this.chance(0.03)) failing('timeout', true);
        return { state: 'submitted', remoteId };
      },
      collect: async (remoteId): Promise<RemoteState> => {
        await this.at(life);
        if (this.chance(0.1)) failing('unreachable');
        if (this.chance(0.03)) failing('malformed');
        if (this.chance(0.03)) return { state: 'gone' };
        if (this.chance(0.05))
          return { state: 'failed', fault: new LlamaFault('worker_failed', 'no memory') };
        if (this.chance(0.3)) return { state: 'waiting', phase: 'running' };
        if (!this.taken.has(remoteId)) throw new Error(`${remoteId} was never given out.`);
        return { state: 'done', reply: replyTo('reply') };
      },
      cancel: async (remoteId) => {
        await this.at(life);
        if (this.chance(0.2)) failing('unreachable');
        const found = this.taken.get(remoteId);
        if (found) found.isCancelled = true;
      },
      test: () => Promise.reject(new Error('Nobody tests a fake.')),
    };
  }

  newWorker(): { life: Life; worker: Worker } {
    const life = { isDead: false };
    const endpoint = this.endpointFor(life);
    const worker = new Worker({
      db: desk.db,
      clock: this.clock,
      log: silentLog,
      kinds: [this.kindFor(life)],
      role: 'guest',
      gates: openGates,
      random: this.random,
      slots: 1 + this.below(4),
      endpoint: () => ({ id: 'runpod:x', endpoint, atOnce: 3, costOf: () => 0.01 }),
    });
    return { life, worker };
  }

  /** Some of the living work at the same time; who died is replaced. */
  async work(): Promise<void> {
    this.#workers = this.#workers.filter(({ life }) => !life.isDead);
    while (this.#workers.length < WORKERS) this.#workers.push(this.newWorker());
    for (const { worker } of this.#workers) if (this.random() < 0.6) void worker.runOnce();
    for (let tick = 0; tick < 4; tick += 1) await new Promise(setImmediate);
  }

  moveClock(): void {
    const dice = this.random();
    if (dice < 0.02) this.clock.advance(86_400_000);
    else if (dice < 0.05) this.clock.advance(-this.below(7_200_000));
    else this.clock.advance(this.below(60_000));
  }

  change(): void {
    const { db } = desk;
    const now = this.clock.now();
    const some = this.ids[this.below(this.ids.length)];
    if (this.random() < 0.2 && this.ids.length < 14) {
      const after = some !== undefined && this.random() < 0.2 ? [some] : [];
      const key = this.random() < 0.3 ? `key-${this.below(3)}` : undefined;
      const wish = { payload: { n: 1 }, priority: this.below(10), after, ...(key ? { key } : {}) };
      attempt(() => {
        const { id, isNew } = enqueue(db, sampleSpec, wish, now);
        if (isNew === this.ids.includes(id)) throw new Error(`${id} is new, and was there.`);
        if (isNew) this.ids.push(id);
      });
    }
    if (some === undefined) return;
    if (this.random() < 0.02) attempt(() => cancelJob(db, some, now));
    if (this.random() < 0.05) attempt(() => retryJob(db, some, now));
  }

  /** From here on nothing goes wrong; everything must come to an end. */
  async heal(): Promise<void> {
    this.isHealthy = true;
    this.letSlowOnesGoOn();
    for (let tick = 0; tick < 4; tick += 1) await new Promise(setImmediate);
    const { worker } = this.newWorker();
    for (let round = 0; round < 500; round += 1) {
      this.clock.advance(1_900_000);
      await worker.runOnce();
      // What failed keeps what waits for it waiting: the operator's button is part of the world.
      if (round % 50 === 49) this.retryAllFailed();
      if (isOver()) return;
    }
  }

  /** What the operator can do: a job that took the place of a failed one, and waits for it, goes first. */
  retryAllFailed(): void {
    const { db } = desk;
    const failed = db.prepare<[], string>("SELECT id FROM jobs WHERE state = 'failed'").pluck().all();
    const placeTaken = db.prepare<[string], string>(
      `SELECT o.id FROM jobs AS f JOIN jobs AS o ON o.key = f.key AND o.state = 'waiting' WHERE f.id = ?`,
    );
    for (const id of failed) {
      for (const other of placeTaken.pluck().all(id)) cancelJob(db, other, this.clock.now());
      attempt(() => retryJob(db, id, this.clock.now()));
    }
  }
}

const failing = (code: LlamaFault['code'], mayHaveArrived = false): never => {
  throw new LlamaFault(code, code, { mayHaveArrived });
};

function attempt(change: () => unknown): void {
  try {
    change();
  } catch (error) {
    expect(error).toMatchObject({ name: 'DeskError', code: 'conflict' });
  }
}

function isOver(): boolean {
  const { waiting, running } = countJobs(desk.db);
  const owed = desk.db.prepare("SELECT count(*) FROM job_requests WHERE state = 'abandoned'").pluck().get();
  return waiting + running + Number(owed) === 0;
}

/** What holds at every moment. The attempts are held by the table itself; here it is seen. */
function expectSound({ ids }: World): void {
  const { db } = desk;
  expect(db.prepare('SELECT id FROM jobs ORDER BY id').pluck().all()).toEqual([...ids].sort());
  expect(db.prepare('SELECT count(*) FROM jobs WHERE attempt > max_attempts').pluck().get()).toBe(0);
  const done = db.prepare("SELECT id FROM jobs WHERE state = 'done' ORDER BY id").pluck().all();
  expect(db.prepare('SELECT job_id FROM made ORDER BY job_id').pluck().all()).toEqual(done);
}

function expectHealed({ taken }: World): void {
  const { db } = desk;
  expect(countJobs(db)).toMatchObject({ waiting: 0, running: 0 });
  // Every submission stands in a row of its own, and none is out that nobody waits for.
  const states = db
    .prepare<[], { state: string; n: number }>('SELECT state, count(*) AS n FROM job_requests GROUP BY state')
    .all();
  const rows = states.reduce((sum, { n }) => sum + n, 0);
  expect(rows).toBeGreaterThanOrEqual(taken.size);
  expect(states.map(({ state }) => state)).not.toContain('abandoned');
  expect(states.map(({ state }) => state)).not.toContain('submitting');
  const known = db
    .prepare<[], string>('SELECT remote_id FROM job_requests WHERE remote_id IS NOT NULL')
    .pluck()
    .all();
  expect(new Set(known).size).toBe(known.length);
}

async function play(seed: number): Promise<Record<string, number>> {
  desk.db.exec('DELETE FROM jobs; DELETE FROM made');
  const world = new World(seed);
  for (let step = 0; step < STEPS; step += 1) {
    world.change();
    world.moveClock();
    await world.work();
    world.letSlowOnesGoOn();
    expectSound(world);
  }
  await world.heal();
  expectSound(world);
  expectHealed(world);
  const errors = desk.db.prepare('SELECT total(json_array_length(errors)) FROM jobs').pluck().get();
  const lost = desk.db.prepare("SELECT count(*) FROM job_requests WHERE state = 'lost'").pluck().get();
  return { ...countJobs(desk.db), errors: Number(errors), lost: Number(lost) };
}

it('loses no job, finishes none twice and recovers every lease, whatever happens in whatever order', async () => {
  const sums: Record<string, number> = {};
  for (let seed = 1; seed <= SCHEDULES; seed += 1) {
    const figures = await play(seed).catch((error: unknown) => {
      throw new Error(`The schedule of seed ${seed} went wrong: ${String(error)}`, { cause: error });
    });
    for (const [name, value] of Object.entries(figures)) sums[name] = (sums[name] ?? 0) + value;
  }
  // Otherwise nothing went wrong in them, and they prove nothing.
  expect(sums['done']).toBeGreaterThan(SCHEDULES);
  for (const name of ['cancelled', 'failed', 'errors', 'lost'])
    expect(sums[name]).toBeGreaterThan(SCHEDULES / 10);
});
