import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDb } from '../../../src/main/db/open.ts';
import { sampleKind } from '../../fixtures/jobs.ts';
import { request } from './fake-endpoint.ts';
import { endpointIn, hurriedClock, killedAt, workToEnd } from './killed-process.ts';

/** Works on a data folder until every job has ended. Kills itself the first time it comes to `point`. */
const [dir = '', point = '', role = 'owner', slots = '1', parties = '1'] = process.argv.slice(2);
const file = (name: string) => join(dir, name);
const note = (name: string, line: string) => appendFileSync(file(name), `${line}\n`);
const at = killedAt(point);

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

const db = openDb({ file: file('jiwa.db') });
note('ready', role);
while (readFileSync(file('ready'), 'utf8').split('\n').length <= Number(parties)) await sleep(2);
workToEnd({
  db,
  at,
  clock: hurriedClock(),
  kinds: [kind],
  role: role === 'guest' ? 'guest' : 'owner',
  slots: Number(slots),
  endpoint: endpointIn(dir, at, ({ messages }) => messages.at(-1)?.content ?? ''),
});
