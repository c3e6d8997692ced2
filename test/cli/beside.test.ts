import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { listClients } from '../../src/main/db/clients.ts';
import { demoClients } from '../../src/demo/clients.ts';
import { furnishFolder, openOwner, openTestDesk } from './jiwa.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let furnished = '';
beforeAll(async () => {
  furnished = await furnishFolder(demoClients);
});
afterAll(() => rmSync(furnished, { recursive: true, force: true }));

async function openBesideApp() {
  const desk = openTestDesk({}, furnished);
  const app = await openOwner(desk.dataDir);
  onTestFinished(() => app.close());
  return { ...desk, app };
}

it('reads and writes beside the running app, which sees it', async () => {
  const { jiwa, app } = await openBesideApp();
  expect((await jiwa(['client', 'list', '--json'])).json()).toHaveLength(3);
  expect((await jiwa(['client', 'add', 'Putu Sari', '-l', 'id'])).code).toBe(0);
  expect(listClients(app.db, 'putu')).toHaveLength(1);
  const sent = await jiwa(['chat', 'send', '-c', 'Putu', '-t', 'Kantor buka jam berapa?', '--json']);
  expect(sent.json()).toMatchObject({ reply: { source: 'prepared', outcome: 'complete' } });
  expect(listClients(app.db, 'putu')[0]).toMatchObject({ lastMessage: { text: 'Kantor buka jam berapa?' } });
});

it('leaves the index to the app and says so', async () => {
  const { jiwa } = await openBesideApp();
  const ran = await jiwa(['index', 'rebuild']);
  expect(ran.code).toBe(4);
  expect(ran.stderr).toContain('Close Jiwa Desk');
  expect(ran.stderr).toContain(String(process.pid));
  expect((await jiwa(['index', 'status', '--json'])).json()).toMatchObject({ state: 'ready' });
});

it('deletes a client beside the running app', async () => {
  const { jiwa, app } = await openBesideApp();
  const ran = await jiwa(['client', 'delete', 'Emily', '--yes', '--json']);
  expect(ran.code).toBe(0);
  expect(ran.stderr).not.toBe('');
  expect(listClients(app.db, '').map(({ name }) => name)).toEqual(['Mario Rinaldi', 'Wayan Ardana']);
});

it('names the owner in doctor', async () => {
  const { jiwa } = await openBesideApp();
  const { code, stdout } = await jiwa(['doctor']);
  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`ok +owner +.*${process.pid}`));
});
