import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDb } from '../../../src/main/db/open.ts';
import type { Endpoint } from '../../../src/main/llama/endpoint.ts';
import { openGates } from '../../../src/main/jobs/gates.ts';
import { Worker } from '../../../src/main/jobs/worker.ts';
import { silentLog } from '../../fixtures/desk.ts';
import { sampleKind } from '../../fixtures/jobs.ts';
import { replyTo, request } from './fake-endpoint.ts';

/** Works on a data folder until every job has ended. Kills itself the first time it comes to `point`. */
const [dir = '', point = '', role = 'owner', slots = '1', parties = '1'] = process.argv.slice(2);
const file = (name: string) => join(dir, name);
const note = (name: string, line: string) => appendFileSync(file(name), `${line}\n`);
const at = (name: string) => {
  if (name === point) process.kill(process.pid, 'SIGKILL');
};

// The endpoint outlives the process: what it took stands in a file. Answered when looked after twice.
const looks = new Map<string, number>();
const endpoint: Endpoint = {
  kind: 'runpod',
  async start(asked) {
    at('before the request went out');
    const taken = existsSync(file('taken')) ? readFileSync(file('taken'), 'utf8').split('\n').length : 1;
    const remoteId = `${process.pid}-${taken}`;
    note('taken', `${remoteId} ${asked.messages.at(-1)?.content ?? ''}`);
    at('after the endpoint took it');
    return { state: 'submitted', remoteId };
  },
  async collect(remoteId) {
    at('while polling');
    const line = readFileSync(file('taken'), 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`${remoteId} `));
    if (line === undefined) return { state: 'gone' };
    const look = (looks.get(remoteId) ?? 0) + 1;
    looks.set(remoteId, look);
    if (look < 2) return { state: 'waiting', phase: 'running' };
    at('after the reply came');
    return { state: 'done', reply: replyTo(line.slice(remoteId.length + 1)) };
  },
  cancel: async () => undefined,
  test: () => Promise.reject(new Error('Nobody tests a fake.')),
};

const kind = sampleKind(
  async ({ id, payload }, { ask }) => {
    note('runs', `begin ${id}`);
    try {
      at('after the claim');
      const step = (name: string) =>
        ask(name, { ...request, messages: [{ role: 'user', content: `${payload.n} ${name}` }] });
      const { text: draft } = await step('generate');
      at('after the reply was kept');
      const { text: repaired } = await step('repair');
      at('between gates and commit');
      return {
        kind: 'done',
        result: [draft, repaired],
        write: (db) => {
          db.prepare('INSERT INTO made VALUES (?, ?)').run(payload.n, repaired);
          at('within the commit');
        },
      };
    } finally {
      note('runs', `end ${id}`);
    }
  },
  { leaseMs: 600_000 },
);

// Fifty times as fast as the real one, and the same in every process, so that none takes another's lease for over.
const clock = { now: () => Date.now() * 50 };
const log = {
  ...silentLog,
  info: (_fields: object, what: string) => {
    if (what === 'a request was handed over') at('after its id was kept');
  },
  debug: (fields: object) => {
    if (!('outcome' in fields)) return;
    at(fields.outcome === 'done' ? 'after the commit' : 'between two looks');
  },
  child: () => log,
};
const db = openDb({ file: file('jiwa.db') });
const worker = new Worker({
  db,
  clock,
  log,
  kinds: [kind],
  role: role === 'guest' ? 'guest' : 'owner',
  gates: openGates,
  slots: Number(slots),
  endpoint: () => ({ id: 'runpod:file', endpoint, atOnce: 4, costOf: () => 0.01 }),
});
note('ready', role);
while (readFileSync(file('ready'), 'utf8').split('\n').length <= Number(parties)) await sleep(2);
worker.start();
const alive = db.prepare("SELECT count(*) FROM jobs WHERE state IN ('waiting', 'running')").pluck();
// The worker's own timers go by real time.
const hurry = setInterval(() => {
  worker.nudge();
  if (Number(alive.get()) > 0) return;
  clearInterval(hurry);
  void worker.stop().then(() => db.close());
}, 5);
