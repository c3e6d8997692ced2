import { demoLlamaPath } from '../demo/llama/llama.ts';
import { demoModel } from '../demo/llama/chat-wire.ts';
import type { Settings, SettingsPatch } from '../shared/settings.ts';
import type { SettingsStore } from './shell/settings.ts';

/**
 * Nobody is paid in the demo; this is what a GPU of 48 GB at 0.00034 US dollars a second would take for a token, at about
 * ninety of them a second, so that estimate, budget and money so far can be seen.
 */
const asIf: Settings['llama']['usdPerMillionTokens'] = { input: 0.1, output: 3.8 };

/** The settings of the demo: LLaMA runs on the demo's own server, which listens elsewhere with every start. */
export function withDemoLlama(store: SettingsStore, serverUrl: string): SettingsStore {
  const place = { kind: 'openai', url: `${serverUrl}${demoLlamaPath}`, model: demoModel } as const;
  const over = (settings: Settings): Settings => ({
    ...settings,
    llama: { ...settings.llama, ...place, usdPerMillionTokens: priceOf(settings) },
  });
  return {
    read: () => over(store.read()),
    change: (patch) => over(store.change(withoutPlace(patch))),
  };
}

function priceOf({ llama: { usdPerMillionTokens: own } }: Settings): typeof asIf {
  return own.input > 0 || own.output > 0 ? own : asIf;
}

/** What the demo decides by itself is not kept. */
function withoutPlace({ llama, ...patch }: SettingsPatch): SettingsPatch {
  if (llama === undefined) return patch;
  const { kind: _kind, url: _url, model: _model, endpoint: _endpoint, ...rest } = llama;
  return { ...patch, llama: rest };
}
