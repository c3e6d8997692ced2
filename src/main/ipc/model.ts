import type { Core } from '../core.ts';
import type { Handle } from '../shell/ipc.ts';

/** The model that measures meaning on this computer. */
export function registerModel(handle: Handle, desk: () => Core): void {
  handle('model:state', () => desk().embedders.modelState());
  handle('model:fetch', () => desk().embedders.fetchModel());
  handle('model:remove', () => desk().embedders.removeModel());
  handle('model:offer', () => desk().embedders.offer());
}
