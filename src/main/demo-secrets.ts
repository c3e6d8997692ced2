import { DeskError } from '../shared/fault.ts';
import type { KeyState } from '../shared/app.ts';
import type { Secrets } from './shell/secrets.ts';

/** The demo's own server takes any key. */
const ANY_KEY = 'demo';
const state: KeyState = { isSet: true, keptIn: 'environment', hasKeyring: false };

/** The secrets of the demo: nothing is kept, and a real key is refused, since it would serve nobody here. */
export const demoSecrets: Secrets = {
  read: () => ANY_KEY,
  state: () => state,
  clear: () => state,
  set: () =>
    Promise.reject(new DeskError('bad_input', 'The demo needs no key. Leave it first, then enter yours.')),
};
