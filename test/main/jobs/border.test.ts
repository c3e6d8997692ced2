import { expect, it } from 'vitest';
import { openBorder } from '../../../src/main/border.ts';
import type { JobKind } from '../../../src/main/jobs/kind.ts';
import { aClient } from '../../fixtures/desk.ts';
import { sampleKind } from '../../fixtures/jobs.ts';
import { request } from './fake-endpoint.ts';
import { openShop } from './harness.ts';

/** A kind that sends this as it is. */
const sending = (content: string, changes: Partial<Pick<JobKind, 'carriesNoClientText'>> = {}) =>
  sampleKind(async (_job, { ask }) => {
    await ask('generate', { ...request, messages: [{ role: 'user', content }] });
    return { kind: 'done' };
  }, changes);

async function sent(kind: JobKind, isOfClient = true) {
  const shop = openShop();
  const { id: clientId } = aClient(shop.desk.db, { name: 'Oluchi Bellucci' });
  aClient(shop.desk.db, { name: 'Ketut Ardana' });
  const id = shop.add(isOfClient ? { clientId } : {});
  await shop.worker(kind, { border: openBorder(shop.desk.db) }).runOnce();
  return { ...shop.job(id), requests: shop.requests(id) };
}

it.each([
  ['an e-mail address', 'scrive a oluchi@contoh.id'],
  ['a telephone number', 'hp 0812 3456 7890'],
  ['an identity number', '5171034708890003'],
  ['an IBAN', 'IT60X0542811101000000123456'],
  ['a passport', 'paspor C4419027'],
  ['the whole name', 'dice Oluchi Bellucci che'],
  ['the given name', 'dice oluchi che'],
])('a kind that hides nothing sends nothing: %s', async (_what, text) => {
  const job = await sent(sending(`<message>${text}</message>`));
  expect(job.state).toBe('failed');
  expect(job.requests).toEqual([]);
  expect(job.errors.at(-1)?.error).toContain('Nothing was sent');
  // What was found stays out of the error, which is shown and logged.
  expect(job.errors.at(-1)?.error).not.toMatch(/oluchi|0812|5171|C4419|IT60/i);
});

it('a job of no one client may name none', async () => {
  expect((await sent(sending('dice ketut che'), false)).state).toBe('failed');
  expect((await sent(sending('dice ketut che'), true)).requests).not.toEqual([]);
});

it('what is hidden goes out, and what holds nothing of a client is not looked at', async () => {
  expect((await sent(sending('[NAME_1], [PHONE_1], Rp 2.000.000, 2026-11-25 10:12'))).requests).toHaveLength(
    1,
  );
  const ownText = sending('WhatsApp +62 811 0000 0000', { carriesNoClientText: true });
  expect((await sent(ownText)).requests).toHaveLength(1);
});
