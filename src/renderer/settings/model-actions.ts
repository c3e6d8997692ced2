import type { ModelState } from '../../shared/embedder.ts';
import { ask } from '../desk/ask.ts';
import type { Desk } from '../desk/desk.ts';

/** Puts what became of the model on the screen. That it is ready after it was fetched is worth a word. */
export function applyModel(desk: Desk, model: ModelState): void {
  const before = desk.settings.getState().model;
  desk.settings.setState({ model });
  const wasComing = before?.kind === 'fetching' || before?.kind === 'checking';
  if (model.kind === 'ready' && wasComing) desk.tell({ kind: 'done', what: 'model_ready' });
}

export async function readModel(desk: Desk): Promise<void> {
  const model = await ask(desk, 'model:state', undefined);
  if (model !== null) desk.settings.setState({ model });
}

/** Fetches the model, or goes on with it. */
export async function fetchModel(desk: Desk): Promise<void> {
  const model = await ask(desk, 'model:fetch', undefined);
  if (model !== null) desk.settings.setState({ model });
}

export async function removeModel(desk: Desk): Promise<void> {
  const model = await ask(desk, 'model:remove', undefined);
  if (model !== null) desk.settings.setState({ model });
}

/** Asks the hub for the size of the model; nobody waits for the answer. */
export async function readOffer(desk: Desk): Promise<void> {
  desk.settings.setState({ offer: 'asking' });
  desk.settings.setState({ offer: await ask(desk, 'model:offer', undefined) });
}
