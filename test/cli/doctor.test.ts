import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { findIndexesOutOfStep, quickCheck } from '../../src/main/db/health.ts';
import { demoClients } from '../../src/demo/clients.ts';
import { seedClients } from '../../src/main/seed.ts';
import { openTestDb, testClock } from '../fixtures/desk.ts';
import { startAnthropicSimulator, type AnthropicSimulatorOptions } from '../simulators/anthropic.ts';
import { furnishFolder, openTestDesk } from './jiwa.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

interface Examined {
  readonly isFit: boolean;
  readonly checks: readonly { name: string; state: string; finding: string; todo: string | null }[];
}

let furnished = '';
beforeAll(async () => {
  furnished = await furnishFolder();
});
afterAll(() => rmSync(furnished, { recursive: true, force: true }));

async function withKey(options: AnthropicSimulatorOptions = {}) {
  const simulator = await startAnthropicSimulator(options);
  onTestFinished(() => simulator.close());
  return { simulator, env: { ANTHROPIC_API_KEY: 'test-key', ANTHROPIC_BASE_URL: simulator.url } };
}

describe('doctor', () => {
  it('finds everything in order, Claude included', async () => {
    const { env, simulator } = await withKey();
    const ran = await openTestDesk(env, furnished).jiwa(['doctor', '--json']);
    const { isFit, checks } = ran.json() as Examined;
    expect(checks.filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(checks.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'Node',
        'data folder',
        'disk',
        'owner',
        'settings',
        'database',
        'full-text search',
        'cultural index',
        'Claude key',
        'Claude',
      ]),
    );
    expect(isFit).toBe(true);
    expect(ran.code).toBe(0);
    expect(simulator.requests).toHaveLength(2);
  });

  it('creates nothing in a folder that is empty or not there', async () => {
    const desk = openTestDesk();
    const nowhere = join(desk.dataDir, 'not', 'there');
    const ran = await desk.jiwa(['doctor'], { env: { JIWA_DATA_DIR: nowhere } });
    expect(ran.code).toBe(0);
    expect(existsSync(nowhere)).toBe(false);
    expect(ran.stdout).toContain('does not exist yet');
    await desk.jiwa(['doctor']);
    expect(readdirSync(desk.dataDir).filter((name) => !name.startsWith('owner.lock'))).toEqual([]);
  });

  it('fails with what to do when the key is refused', async () => {
    const { env } = await withKey({ key: 'another-key' });
    const { code, stdout } = await openTestDesk(env, furnished).jiwa(['doctor']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/FAIL +Claude +.*did not answer\..*→ Claude did not accept the key/);
  });

  it('fails on a damaged database and points to the backups', async () => {
    const desk = openTestDesk();
    writeFileSync(join(desk.dataDir, 'jiwa.db'), 'this was a database once '.repeat(100));
    const { code, stdout } = await desk.jiwa(['doctor']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/FAIL +database +.*backups/);
  });

  it('warns of each setting that cannot be used', async () => {
    const desk = openTestDesk({}, furnished);
    writeFileSync(join(desk.dataDir, 'settings.json'), JSON.stringify({ theme: 'pink', replyMode: 'draft' }));
    const ran = await desk.jiwa(['doctor', '--json']);
    expect(ran.code).toBe(0);
    expect((ran.json() as Examined).checks).toContainEqual(
      expect.objectContaining({ name: 'settings', state: 'warn', finding: expect.stringContaining('theme') }),
    );
  });
});

describe('the health of a database', () => {
  it('is sound and in step after real work', () => {
    const desk = openTestDb();
    const { db } = desk;
    onTestFinished(() => desk.cleanUp());
    seedClients({ db, clock: testClock() }, demoClients);
    expect(quickCheck(db)).toEqual([]);
    expect(findIndexesOutOfStep(db)).toEqual([]);
  });

  it('names a full-text index that lost a row', () => {
    const desk = openTestDb();
    const { db } = desk;
    onTestFinished(() => desk.cleanUp());
    seedClients({ db, clock: testClock() }, demoClients);
    db.exec(
      `INSERT INTO messages_fts (messages_fts, rowid, text) SELECT 'delete', seq, text FROM messages ORDER BY seq LIMIT 1`,
    );
    expect(findIndexesOutOfStep(db)).toEqual(['messages_fts']);
  });
});
