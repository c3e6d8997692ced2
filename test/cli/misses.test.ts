import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import type { MessagesRequest } from '../../src/demo/messages-request.ts';
import { startAnthropicSimulator } from '../simulators/anthropic.ts';
import { furnishFolder, marioUnknown, openTestDesk } from './jiwa.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let furnished = '';
beforeAll(async () => {
  furnished = await furnishFolder([marioUnknown]);
});
afterAll(() => rmSync(furnished, { recursive: true, force: true }));

/** The id of the first line of the catalogue that holds the words. */
function idOf({ system }: MessagesRequest, words: string): string {
  const catalogue = typeof system === 'string' ? '' : (system?.at(-1)?.text ?? '');
  return new RegExp(`^(\\S+) .*${words}`, 'm').exec(catalogue)?.[1] ?? '';
}

it('are listed with the message and with what search had found, after a reply that used the catalogue', async () => {
  const simulator = await startAnthropicSimulator();
  onTestFinished(() => simulator.close());
  const { jiwa } = openTestDesk(
    { ANTHROPIC_API_KEY: 'test-key', ANTHROPIC_BASE_URL: simulator.url },
    furnished,
  );
  const none = await jiwa(['knowledge', 'misses']);
  expect(none.stdout).toBe('Search missed nothing that a reply used in the last 30 days.\n');
  expect((await jiwa(['knowledge', 'misses', '--json'])).json()).toEqual([]);

  simulator.enqueue((request) => ({
    kind: 'reply',
    text: `Certo.\n\n<<used: ${idOf(request, 'Takut ditipu')}>>`,
  }));
  const words = 'Zzyzx qwrtp, mmh.';
  const sent = await jiwa(['chat', 'send', '-c', 'mario', '-t', words]);
  expect(sent.stdout).toMatch(/catalogue +used “Takut ditipu”/);
  expect(sent.stdout).toMatch(/catalogue +\d+ insights, about \d+ tokens \(0 % read from and 100 % written/);
  expect(sent.stdout).not.toContain('<<');

  const listed = await jiwa(['knowledge', 'misses', '--json']);
  expect(listed.json()).toMatchObject([
    { slug: 'takut-ditipu', origin: 'catalogue', message: words, found: [], state: 'draft' },
  ]);
  const read = await jiwa(['knowledge', 'misses', '--days', '1']);
  expect(read.stdout).toContain('takut-ditipu');
  expect(read.stdout).toContain(`for “${words}”`);
  expect(read.stdout).toContain('read in the catalogue; search had found nothing');
});
