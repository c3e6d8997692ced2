import { join } from 'node:path';
import { openCore } from '../../../../src/main/core.ts';
import { systemClock } from '../../../../src/main/clock.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { silentLog } from '../../../fixtures/desk.ts';

/** Works on the run of a data folder until it is over, begun here where none is. Kills itself when it comes to `point`. */
const [dataDir = '', endpoint = '', target = '40', point = ''] = process.argv.slice(2);

const seen = new Map<string, number>();
/** The third time, so that something is under way. */
const at = (name: string) => {
  seen.set(name, (seen.get(name) ?? 0) + 1);
  if (name === point && seen.get(name) === 3) process.kill(process.pid, 'SIGKILL');
};
const log = {
  ...silentLog,
  info: (_fields: object, what: string) => {
    if (what === 'a request was handed over') at('after a request was handed over');
  },
  debug: (fields: object) => {
    if ('outcome' in fields && fields.outcome === 'done') at('after a batch was written down');
  },
  child: () => log,
};
const settings = { ...defaultSettings, llama: { ...defaultSettings.llama, endpoint } };
const core = await openCore({
  dataDir,
  resourcesDir: join(import.meta.dirname, '..', '..', '..', '..', 'resources'),
  settings: () => settings,
  claudeAccess: () => ({ baseUrl: '', apiKey: null }),
  clock: systemClock,
  log,
  emit: () => undefined,
  role: 'owner',
  runsJobs: false,
  withStarter: false,
  llama: { env: {}, key: () => 'rp-key' },
});
core.db.function('at_point', (name) => {
  at(String(name));
  return null;
});
// Within the transaction that writes a batch down: after some of its insights, and after the next batch was enqueued.
core.db.exec(`
  CREATE TEMP TRIGGER killed_among AFTER INSERT ON main.insights WHEN (SELECT count(*) FROM main.insights) >= 15
    BEGIN SELECT at_point('among the insights of a batch'); END;
  CREATE TEMP TRIGGER killed_late AFTER INSERT ON main.knowledge_batches WHEN new.ordinal > 4
    BEGIN SELECT at_point('when the next batch was enqueued'); END;`);
const { id } = core.generation.current() ?? core.generation.start({ target: Number(target), goesTo: 'live' });
core.jobs.start();
const isOver = () => core.generation.current() === null;
while (!isOver()) await new Promise((resolve) => setTimeout(resolve, 20));
process.stdout.write(id);
await core.close();
