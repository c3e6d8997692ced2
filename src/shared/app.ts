import type { EndpointVariable } from './endpoint.ts';
import type { FaultCode } from './fault.ts';
import type { Language } from './language.ts';
import type { Settings } from './settings.ts';

/** Which desk is open: the user's own, or the demo with invented clients. */
export const desks = ['own', 'demo'] as const;
export type Desk = (typeof desks)[number];

export interface AppState {
  readonly version: string;
  /** Null on the first run, until one is chosen. */
  readonly desk: Desk | null;
  readonly dataDir: string;
  readonly settings: Settings;
  /** The language to show when the setting says `system`. */
  readonly systemLanguage: Language;
  readonly key: KeyState;
  /** The key of the server that measures meaning. */
  readonly embedderKey: KeyState;
  /** The key of the endpoint where LLaMA runs. */
  readonly llamaKey: KeyState;
  /** Variables of the environment that stand before the settings of that endpoint. */
  readonly llamaVariables: readonly EndpointVariable[];
  readonly platform: 'mac' | 'windows' | 'linux';
}

/** The keys that are kept: for Claude, for a server that measures meaning, and for the endpoint where LLaMA runs. */
export const keyNames = ['claude', 'embedder', 'llama'] as const;
export type KeyName = (typeof keyNames)[number];

/** Where the state of each key stands in AppState. */
export const keyStateOf = {
  claude: 'key',
  embedder: 'embedderKey',
  llama: 'llamaKey',
} as const satisfies Record<KeyName, keyof AppState>;

/** A key as the screen may know it: never the key itself. */
export interface KeyState {
  readonly isSet: boolean;
  /** `environment`: from ANTHROPIC_API_KEY, JIWA_EMBEDDER_KEY or JIWA_LLAMA_KEY. `keyring`: kept encrypted. `run`: kept until the app closes, no keyring here. */
  readonly keptIn: 'environment' | 'keyring' | 'run' | null;
  readonly hasKeyring: boolean;
}

export type ClaudeTest =
  | { readonly ok: true; readonly model: string; readonly latencyMs: number }
  | { readonly ok: false; readonly fault: FaultCode; readonly message: string };
