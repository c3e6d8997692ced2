import type { Notice } from '../../src/renderer/desk/notice.ts';
import { openDesk, type Desk } from '../../src/renderer/desk/desk.ts';
import { listen } from '../../src/renderer/desk/events.ts';
import { start } from '../../src/renderer/desk/session-actions.ts';
import { openFakeBridge, type FakeBridge } from './fake-bridge.ts';

/** A desk on the fake main process, started, with what was told to the person. */
export async function startedDesk(): Promise<{ desk: Desk; bridge: FakeBridge; told: Notice[] }> {
  const told: Notice[] = [];
  const bridge = openFakeBridge();
  const desk = openDesk(bridge, (notice) => told.push(notice));
  listen(desk, () => undefined);
  await start(desk);
  return { desk, bridge, told };
}

/** The client of that name, as the list shows it. */
export function clientNamed(desk: Desk, name: string) {
  const row = desk.clients.getState().rows.find((one) => one.name === name);
  if (row === undefined) throw new Error(`no client is called ${name}`);
  return row;
}
