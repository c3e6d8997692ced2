import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../src/main/clock.ts';
import { openCore, type Core } from '../../src/main/core.ts';
import { defaultSettings } from '../../src/shared/settings.ts';
import { silentLog } from '../fixtures/desk.ts';
import { toRow, type Measure } from './measure.ts';
import { comeToRest, watchPauses } from './pauses.ts';

const target = 1_000;
const minutes2 = 120_000;

/** A whole run of the generator against the simulator at full speed, and how long it keeps everything else waiting. */
export const generate: Measure = {
  name: 'generate',
  title: 'Generating 1,000 insights',
  async run() {
    const dataDir = mkdtempSync(join(tmpdir(), 'jiwa-bench-'));
    const simulator = fork(fileURLToPath(new URL('./insights-process.ts', import.meta.url)));
    const [{ url }] = (await once(simulator, 'message')) as [{ url: string }];
    const core = await openFactory(dataDir, url);
    try {
      await core.knowledge.ready();
      await comeToRest(core.db);
      const pauses = await watchPauses(() => wholeRun(core));
      const readyAt = performance.now();
      await core.knowledge.ready();
      return [
        toRow('1,000 insights made', [pauses.ms], { limit: { of: 'max', atMost: minutes2 } }),
        toRow('longest turn meanwhile', [pauses.longestTurnMs], { limit: { of: 'max', atMost: 50 } }),
        toRow('longest wait for a turn, a busy machine included', [pauses.longestMs]),
        toRow('index complete after the end', [performance.now() - readyAt]),
      ];
    } finally {
      await core.close();
      simulator.disconnect();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

function openFactory(dataDir: string, endpoint: string): Promise<Core> {
  const settings = { ...defaultSettings, llama: { ...defaultSettings.llama, endpoint } };
  return openCore({
    dataDir,
    resourcesDir: join(import.meta.dirname, '..', '..', 'resources'),
    settings: () => settings,
    claudeAccess: () => ({ baseUrl: '', apiKey: null }),
    clock: systemClock,
    log: silentLog,
    emit: () => undefined,
    role: 'owner',
    runsJobs: false,
    llama: { env: {}, key: () => 'rp-key' },
  });
}

async function wholeRun({ generation, jobs }: Core): Promise<void> {
  generation.start({ target, goesTo: 'live' });
  jobs.start();
  while ((generation.current()?.alive ?? 0) > 0) await sleep(200);
  const [run] = generation.list();
  if (run?.taken !== target) throw new Error(`The run made ${run?.taken} insights, not ${target}.`);
}
