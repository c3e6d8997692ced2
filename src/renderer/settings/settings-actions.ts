import { keyStateOf, type KeyName, type KeyState } from '../../shared/app.ts';
import type { Settings } from '../../shared/settings.ts';
import { changeSettings } from '../desk/app-actions.ts';
import { ask } from '../desk/ask.ts';
import type { Desk } from '../desk/desk.ts';

function applyKey(desk: Desk, of: KeyName, key: KeyState | null): boolean {
  const { state } = desk.app.getState();
  if (key === null || state === null) return false;
  desk.app.setState({ state: { ...state, [keyStateOf[of]]: key } });
  if (of === 'claude') desk.settings.setState({ test: null });
  if (of === 'llama') desk.settings.setState({ endpoint: null });
  return true;
}

/** Hands the key over; it is never read back. True when it was kept. */
export async function setKey(desk: Desk, of: KeyName, key: string): Promise<boolean> {
  return applyKey(desk, of, await ask(desk, 'key:set', { of, key }));
}

export async function clearKey(desk: Desk, of: KeyName): Promise<void> {
  applyKey(desk, of, await ask(desk, 'key:clear', { of }));
}

export async function testClaude(desk: Desk): Promise<void> {
  desk.settings.setState({ isTesting: true, test: null });
  const test = await ask(desk, 'claude:test', undefined);
  desk.settings.setState({ isTesting: false, test });
}

/** Changes where LLaMA runs. What was said of the endpoint before holds no longer. */
export async function changeEndpoint(desk: Desk, llama: Partial<Settings['llama']>): Promise<boolean> {
  desk.settings.setState({ endpoint: null });
  return changeSettings(desk, { llama });
}

/** `wakes`: also where its workers sleep, which takes minutes and is paid for. */
export async function testEndpoint(desk: Desk, wakes = false): Promise<void> {
  desk.settings.setState({ isTestingEndpoint: true, endpoint: null });
  const endpoint = await ask(desk, 'endpoint:test', { wakes });
  desk.settings.setState({ isTestingEndpoint: false, endpoint });
}

export async function readIndex(desk: Desk): Promise<void> {
  const index = await ask(desk, 'index:status', undefined);
  if (index !== null) desk.settings.setState({ index });
}

export async function readCatalogue(desk: Desk): Promise<void> {
  const catalogue = await ask(desk, 'catalogue:status', undefined);
  if (catalogue !== null) desk.settings.setState({ catalogue });
}

export async function readStandings(desk: Desk): Promise<void> {
  const standings = await ask(desk, 'answers:standings', undefined);
  if (standings !== null) desk.settings.setState({ standings });
}

export async function readComparisons(desk: Desk): Promise<void> {
  const comparisons = await ask(desk, 'answers:comparisons', undefined);
  if (comparisons !== null) desk.settings.setState({ comparisons });
}

export async function rebuildIndex(desk: Desk): Promise<void> {
  desk.settings.setState({ isRebuilding: true });
  const index = await ask(desk, 'index:rebuild', undefined);
  desk.settings.setState(index === null ? { isRebuilding: false } : { isRebuilding: false, index });
  if (index !== null) desk.tell({ kind: 'done', what: 'index_rebuilt' });
}

/** Lets the person pick another data folder and shows where it is now. */
export async function chooseDataFolder(desk: Desk): Promise<void> {
  const chosen = await ask(desk, 'app:choose-data-dir', undefined);
  const { state } = desk.app.getState();
  if (chosen !== null && state !== null) desk.app.setState({ state: { ...state, dataDir: chosen.dataDir } });
}
