import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { parseSettings, readSettingsFile } from '../../src/main/settings-file.ts';
import { defaultSettings } from '../../src/shared/settings.ts';

function aFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'jiwa-settings-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

it('takes what the file holds and defaults for the rest', () => {
  const { settings, problems } = parseSettings({ theme: 'dark', claude: { maxTokens: 900 } });
  expect(problems).toEqual([]);
  expect(settings).toEqual({
    ...defaultSettings,
    theme: 'dark',
    claude: { ...defaultSettings.claude, maxTokens: 900 },
  });
});

it('gives up a wrong field only, also inside a group, and names each', () => {
  const { settings, problems } = parseSettings({
    theme: 'pink',
    language: 'it',
    claude: { baseUrl: 'https://gateway.example/claude', timeoutMs: 5, maxTokens: -1.5 },
    embedder: 'remote',
  });
  expect(settings).toEqual({
    ...defaultSettings,
    language: 'it',
    claude: { ...defaultSettings.claude, baseUrl: 'https://gateway.example/claude' },
  });
  expect(new Set(problems.map((problem) => problem.split(':')[0]))).toEqual(
    new Set(['claude.maxTokens', 'claude.timeoutMs', 'embedder', 'theme']),
  );
});

it('keeps the prices that can be used where one of them cannot', () => {
  const price = { input: 1, output: 2, cacheRead: 0, cacheWrite: 0 };
  const { settings, problems } = parseSettings({
    claude: { prices: { own: price, wrong: { ...price, input: -1 } } },
  });
  expect(settings.claude.prices).toEqual({ own: price });
  expect(problems).toHaveLength(1);
});

it.each([null, [], 'text', 7])('means defaults for a file that holds %j', (raw) => {
  const { settings, problems } = parseSettings(raw);
  expect(settings).toEqual(defaultSettings);
  expect(problems).toHaveLength(1);
});

it('means defaults without a file, and says so where it is no JSON', () => {
  const dir = aFolder();
  expect(readSettingsFile(dir)).toEqual({ settings: defaultSettings, problems: [] });
  writeFileSync(join(dir, 'settings.json'), '{ half');
  const { settings, problems } = readSettingsFile(dir);
  expect(settings).toEqual(defaultSettings);
  expect(problems[0]).toContain('not readable JSON');
});
