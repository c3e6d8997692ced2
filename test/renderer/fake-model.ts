import type { ModelState } from '../../src/shared/embedder.ts';
import type { Handlers } from './fake-refusal.ts';

const total = 135_400_000;

/** A model on this computer that is fetched in one step. */
export function modelHandlers(
  tell: (model: ModelState) => void,
): Pick<Handlers, 'model:state' | 'model:fetch' | 'model:remove' | 'model:offer'> {
  let model: ModelState = { kind: 'absent' };
  const become = (next: ModelState) => {
    model = next;
    tell(model);
    return model;
  };
  return {
    'model:state': () => model,
    'model:fetch': () => become({ kind: 'fetching', bytes: 0, total }),
    'model:remove': () => become({ kind: 'absent' }),
    'model:offer': () => ({ model: 'Xenova/multilingual-e5-small', total }),
  };
}
