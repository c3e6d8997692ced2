import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../../src/main/log.ts';
import type { Clock } from '../../../src/main/clock.ts';
import { openGates } from '../../../src/main/jobs/gates.ts';
import { Worker } from '../../../src/main/jobs/worker.ts';
import type { Endpoint, LlamaRequest } from '../../../src/main/llama/endpoint.ts';
import { silentLog } from '../../fixtures/desk.ts';
import { replyTo } from './fake-endpoint.ts';

/** Says where the process is; the first time that this is the point it is to die at, it kills itself. */
export type At = (name: string) => void;

export const killedAt =
  (point: string): At =>
  (name) => {
    if (name === point) process.kill(process.pid, 'SIGKILL');
  };

/** Fifty times as fast as the real one, and the same in every process, so that none takes another's lease for over. */
export const hurriedClock = (since = 0): Clock => ({
  now: () => since + (Date.now() - since) * 50,
});

type Asked = Pick<LlamaRequest, 'messages'>;

/** An endpoint that outlives the process: what it took stands in the file `taken`. Answers when looked after twice. */
export function endpointIn(dir: string, at: At, answer: (asked: Asked) => string): Endpoint {
  const file = join(dir, 'taken');
  const lines = () => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []);
  const looks = new Map<string, number>();
  return {
    kind: 'runpod',
    async start({ messages }) {
      at('before the request went out');
      const remoteId = `${process.pid}-${lines().length + 1}`;
      appendFileSync(file, `${remoteId} ${JSON.stringify(messages)}\n`);
      at('after the endpoint took it');
      return { state: 'submitted', remoteId };
    },
    async collect(remoteId) {
      at('while polling');
      const line = lines().find((one) => one.startsWith(`${remoteId} `));
      if (line === undefined) return { state: 'gone' };
      const look = (looks.get(remoteId) ?? 0) + 1;
      looks.set(remoteId, look);
      if (look < 2) return { state: 'waiting', phase: 'running' };
      at('after the reply came');
      return { state: 'done', reply: replyTo(answer({ messages: messagesOf(line) })) };
    },
    cancel: async () => undefined,
    test: () => Promise.reject(new Error('Nobody tests a fake.')),
  };
}

/** The messages of a request, of its line in `taken`. */
export const messagesOf = (line: string): LlamaRequest['messages'] =>
  JSON.parse(line.slice(line.indexOf(' ') + 1)) as LlamaRequest['messages'];

type Options = ConstructorParameters<typeof Worker>[0];
type WorkParts = Pick<Options, 'db' | 'clock' | 'kinds' | 'role' | 'slots'> & {
  readonly endpoint: Endpoint;
  readonly at: At;
};

/** Works until every job has ended, then closes the database. */
export function workToEnd({ db, endpoint, at, ...parts }: WorkParts): void {
  const worker = new Worker({
    ...parts,
    db,
    log: logAt(at),
    gates: openGates,
    endpoint: () => ({ id: 'runpod:file', endpoint, atOnce: 4, costOf: () => 0.01 }),
  });
  worker.start();
  const alive = db.prepare("SELECT count(*) FROM jobs WHERE state IN ('waiting', 'running')").pluck();
  // The worker's own timers go by real time.
  const hurry = setInterval(() => {
    worker.nudge();
    if (Number(alive.get()) > 0) return;
    clearInterval(hurry);
    void worker.stop().then(() => db.close());
  }, 5);
}

/** What a worker logs says where it is. */
function logAt(at: At): Log {
  const log: Log = {
    ...silentLog,
    info: (_fields, what) => {
      if (what === 'a request was handed over') at('after its id was kept');
    },
    debug: (fields) => {
      if (!('outcome' in fields)) return;
      at(fields.outcome === 'done' ? 'after the commit' : 'between two looks');
    },
    child: () => log,
  };
  return log;
}
