import { DeskError } from '../shared/fault.ts';
import type { KeyName, KeyState } from '../shared/app.ts';
import type { Secrets } from './shell/secrets.ts';

/** The demo's own server takes any key. */
const ANY_KEY = 'demo';
const states: Readonly<Record<KeyName, KeyState>> = {
  claude: { isSet: true, keptIn: 'environment', hasKeyring: false },
  embedder: { isSet: false, keptIn: null, hasKeyring: false },
  llama: { isSet: false, keptIn: null, hasKeyring: false },
};

/** The secrets of the demo: nothing is kept, and a real key is refused, since it would serve nobody here. */
export const demoSecrets: Secrets = {
  read: (name) => (name === 'claude' ? ANY_KEY : null),
  state: (name) => states[name],
  clear: async (name) => states[name],
  set: () =>
    Promise.reject(new DeskError('bad_input', 'The demo needs no key. Leave it first, then enter yours.')),
};
