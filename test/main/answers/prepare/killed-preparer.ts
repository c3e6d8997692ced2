import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDb } from '../../../../src/main/db/open.ts';
import { preparePrompt } from '../../../../src/main/answers/prepare/prompt.ts';
import { openGates } from '../../../../src/main/jobs/gates.ts';
import { prepareAnswers } from '../../../../src/main/jobs/kinds/prepare-answers.ts';
import { Worker } from '../../../../src/main/jobs/worker.ts';
import type { Endpoint } from '../../../../src/main/llama/endpoint.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { silentLog } from '../../../fixtures/desk.ts';
import { answerPool } from '../../../simulators/answer-pool.ts';
import { replyTo } from '../../jobs/fake-endpoint.ts';

/** Writes the prepared answers that a folder wants, until every job has ended. Kills itself the first time it comes to `point`. */
const [dir = '', point = '', since = '0'] = process.argv.slice(2);
const file = (name: string) => join(dir, name);
const at = (name: string) => {
  if (name === point) process.kill(process.pid, 'SIGKILL');
};
const lines = () =>
  existsSync(file('taken')) ? readFileSync(file('taken'), 'utf8').split('\n').filter(Boolean) : [];

// The endpoint outlives the process: what it took stands in a file. The first item of each first answer is to be repaired.
const pool = answerPool(['invalid']);
const looks = new Map<string, number>();
const endpoint: Endpoint = {
  kind: 'runpod',
  async start(asked) {
    at('before the request went out');
    const remoteId = `${process.pid}-${lines().length}`;
    appendFileSync(file('taken'), `${JSON.stringify({ remoteId, messages: asked.messages })}\n`);
    at('after the endpoint took it');
    return { state: 'submitted', remoteId };
  },
  async collect(remoteId) {
    at('while polling');
    const look = (looks.get(remoteId) ?? 0) + 1;
    looks.set(remoteId, look);
    if (look < 2) return { state: 'waiting', phase: 'running' };
    const chat = lines()
      .map((line) => JSON.parse(line) as { remoteId: string } & Record<string, unknown>)
      .find((one) => one.remoteId === remoteId);
    at('after the reply came');
    return chat ? { state: 'done', reply: replyTo(pool.answer(chat)) } : { state: 'gone' };
  },
  cancel: async () => undefined,
  test: () => Promise.reject(new Error('Nobody tests a fake.')),
};

// Fifty times as fast as the real one, and the same in every process.
const clock = { now: () => Number(since) + (Date.now() - Number(since)) * 50 };
const db = openDb({ file: file('jiwa.db') });
// Whatever is written while an answer is put down: the transaction is open then.
db.function('at_answer', () => {
  at('within the commit');
  return 1;
});
db.exec('CREATE TEMP TRIGGER killer AFTER INSERT ON prepared_answers BEGIN SELECT at_answer(); END');
const kind = prepareAnswers({
  db,
  clock,
  settings: () => defaultSettings,
  prompt: preparePrompt('Write answers.'),
  facts: { factsFor: async () => [] },
  onEnd: () => undefined,
});
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
const worker = new Worker({
  db,
  clock,
  log,
  kinds: [
    {
      ...kind,
      leaseMs: 600_000,
      run: async (job, tools) => {
        at('after the claim');
        const outcome = await kind.run(job as Parameters<typeof kind.run>[0], tools);
        at('between gates and commit');
        return outcome;
      },
    },
  ] as ConstructorParameters<typeof Worker>[0]['kinds'],
  role: 'owner',
  gates: openGates,
  slots: 1,
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
