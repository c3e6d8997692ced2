import type { Settings } from '../../shared/settings.ts';
import type { LlamaReply } from './endpoint.ts';

/** What a reply cost in US dollars: by the time on the GPU where the endpoint says it, else by tokens; null where it says neither. */
export function costOf(
  { gpuMs, usage }: Pick<LlamaReply, 'gpuMs' | 'usage'>,
  prices: Pick<Settings['llama'], 'usdPerGpuSecond' | 'usdPerMillionTokens'>,
): number | null {
  if (gpuMs !== null) return (gpuMs / 1_000) * prices.usdPerGpuSecond;
  if (usage === null) return null;
  const { input, output } = prices.usdPerMillionTokens;
  return (usage.inputTokens * input + usage.outputTokens * output) / 1_000_000;
}
