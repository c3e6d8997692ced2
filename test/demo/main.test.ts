import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { diffLines } from '../../src/demo/main-prompt.ts';
import { startDemoServer } from '../../src/demo/server.ts';
import { askMessages, startTap } from '../../src/demo/tap.ts';
import { collect, type Ran } from '../cli/jiwa.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

describe('npm run demo', () => {
  let ran: Ran;
  let left: string[];
  beforeAll(async () => {
    const temporary = mkdtempSync(join(tmpdir(), 'jiwa-demo-test-'));
    const main = join(import.meta.dirname, '..', '..', 'src', 'demo', 'main.ts');
    // No key and no display in the environment: it must need neither.
    const env = { PATH: process.env['PATH'] ?? '', TMPDIR: temporary, TEMP: temporary };
    ran = await collect(spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] }));
    left = readdirSync(temporary).filter((name) => name.startsWith('jiwa-'));
    rmSync(temporary, { recursive: true, force: true });
  });

  it('ends well, without a word of complaint, and leaves nothing behind', () => {
    expect(ran.stderr).toBe('');
    expect(ran.code).toBe(0);
    expect(left).toEqual([]);
  });

  it('shows three clients in three languages', () => {
    for (const name of ['Mario Rinaldi  IT', 'Wayan Ardana   ID', 'Emily Carter   EN'])
      expect(ran.stdout).toContain(name);
  });

  it('serves a common question of each from a prepared answer', () => {
    const served = [
      ...ran.stdout.matchAll(/prepared answer (\S+), match [\d.]+, [\d.]+ m?s, no model asked/g),
    ];
    expect(served.map(([, intent]) => intent)).toEqual([
      'kitas-investor-price',
      'office-hours',
      'translation-price',
    ]);
  });

  it('has each of them looked at afterwards', () => {
    expect(ran.stdout.match(/confirmed afterwards by claude-haiku-5-5 in [\d.]+ m?s: \S/g)).toHaveLength(3);
  });

  it('shows what an insight adds to the prompt, and the memory that stands in it', () => {
    expect(ran.stdout).toMatch(/\+ <insight id="[a-z]\d+" language="it"/);
    expect(ran.stdout).toContain('<fact topic="passport_expiry"');
    expect(ran.stdout).toContain('<jiwa field="anxieties"');
  });

  it('says which insights were used and what the catalogue took, and shows no machine line', () => {
    expect(ran.stdout).toMatch(/insight [\d.]+ used “Mi vergogno a chiederlo”/);
    expect(ran.stdout).toMatch(/catalogue \d+ insights, about \d+ tokens \(100 % read from/);
    expect(ran.stdout).not.toMatch(/<<|used:/);
  });

  it('remembers a fact through a tool and uses it in the next reply', () => {
    expect(ran.stdout).toContain('tool remember_fact');
    expect(ran.stdout).toContain('+ passport_expiry: 14 May 2028');
    expect(ran.stdout.split('14 May 2028').length).toBeGreaterThan(4);
  });

  it('has LLaMA write insights while nobody waits, and shows what came of it', () => {
    expect(ran.stdout).toMatch(/insights +24 of 24 in [\d.]+ (?:ms|s|min), live at once/);
    expect(ran.stdout).toMatch(/as on a GPU +\$0\.\d+, \d+ requests/);
  });

  it('ends with figures, and has no colours where no terminal is', () => {
    expect(ran.stdout).toMatch(/claude-haiku-5-5 +[\d.]+ m?s .*\$0\.\d+/);
    expect(ran.stdout).not.toContain('\u001B');
  });
});

it('the tap hands on what is asked and answered, and keeps what was asked', async () => {
  const server = await startDemoServer({ pace: 0 });
  const tap = await startTap(server.url);
  onTestFinished(() => tap.close().then(server.close));
  const body = { model: 'claude-haiku-5-5', max_tokens: 200, messages: [{ role: 'user', content: 'ping' }] };
  const [direct, through] = await Promise.all(
    [server.url, tap.url].map(async (url) => {
      const answer = await askMessages(url, { ...body, stream: true });
      return { type: answer.headers.get('content-type'), text: await answer.text() };
    }),
  );
  expect(through?.type).toBe(direct?.type);
  expect(through?.text.length).toBeGreaterThan(100);
  expect(tap.requests).toMatchObject([body]);
});

it('diffLines marks the lines that are new', () => {
  expect(diffLines(['a', 'c'], ['a', 'b', 'c'])).toEqual([
    { isNew: false, text: 'a' },
    { isNew: true, text: 'b' },
    { isNew: false, text: 'c' },
  ]);
});
