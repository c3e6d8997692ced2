import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { hearBell, ringBell } from '../../../src/main/jobs/bell.ts';
import { recordingLog, silentLog } from '../../fixtures/desk.ts';

it('is heard from another connection to the folder, until the listening ends', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'jiwa-bell-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  let rings = 0;
  const stop = hearBell(dir, () => (rings += 1), silentLog);
  ringBell(dir, 5_000);
  await vi.waitFor(() => expect(rings).toBeGreaterThan(0), { timeout: 10_000 });
  stop();
  const before = rings;
  ringBell(dir, 9_000);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(rings).toBe(before);
});

it('that cannot be watched is said in the log, and nothing else happens', () => {
  const { log, lines } = recordingLog();
  hearBell('/nowhere/at/all', () => undefined, log)();
  expect(lines).toMatchObject([{ level: 'warn', fields: { code: 'ENOENT' } }]);
});
