import { expect, test } from 'vitest';
import type { SearchHit } from '../../../src/shared/search.ts';
import { goTo } from '../../../src/renderer/search/search-actions.ts';
import { clientNamed, startedDesk } from '../desk-fixture.ts';

const factOf = (clientId: string): SearchHit => ({
  kind: 'client_fact',
  id: 'a-fact',
  clientId,
  title: 'Wayan Ardana',
  snippet: 'business: homestay',
  at: null,
});

test('a fact is shown in the memory: the pane where it fits, else the drawer', async () => {
  const { desk } = await startedDesk();
  const wayan = clientNamed(desk, 'Wayan Ardana').id;
  desk.app.setState({ isMemoryFolded: true });
  await goTo(desk, factOf(wayan), 'wide');
  expect(desk.app.getState()).toMatchObject({ isMemoryFolded: false, overlay: null });
  await goTo(desk, factOf(wayan), 'medium');
  expect(desk.app.getState().overlay).toEqual({ kind: 'memory' });
});

test('what lay over the screen does not stay over what was found', async () => {
  const { desk } = await startedDesk();
  const mario = clientNamed(desk, 'Mario Rinaldi').id;
  desk.app.setState({ screen: 'settings', overlay: { kind: 'details', replyId: 'of-mario' } });
  await goTo(desk, { ...factOf(mario), kind: 'client' }, 'wide');
  expect(desk.app.getState()).toMatchObject({ screen: 'chat', overlay: null });
});

test('a found insight is opened to be read, wherever one is', async () => {
  const { desk } = await startedDesk();
  const hit: SearchHit = { ...factOf(''), kind: 'insight', clientId: null };
  await goTo(desk, hit, 'narrow');
  expect(desk.app.getState().overlay).toEqual({ kind: 'insight', hit });
});
