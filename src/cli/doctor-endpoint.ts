import { openLlama } from '../main/llama/llama.ts';
import type { Settings } from '../shared/settings.ts';
import type { Cli } from './command.ts';
import { fail, ok, type Check } from './doctor-check.ts';
import { span } from './output.ts';

/** What answers where LLaMA runs; nothing where no endpoint is set, which is no fault. */
export async function checkEndpoint({ llama }: Settings, { env }: Cli): Promise<Check[]> {
  const key = () => env['JIWA_LLAMA_KEY'] || null;
  const report = await openLlama({ settings: () => llama, env, key }).test();
  if (!report.ok && report.fault === 'not_set' && !env['JIWA_LLAMA_KIND'] && !env['JIWA_LLAMA_URL'])
    return [];
  if (!report.ok)
    return [fail('LLaMA', `${report.kind}: nothing answers (${report.fault}).`, report.message)];
  const { model, latencyMs, isAsleep } = report;
  if (isAsleep) return [ok('LLaMA', 'RunPod takes the key; no worker is awake, the first request wakes one')];
  return [ok('LLaMA', `${model ?? 'a model without a name'} answered in ${span(latencyMs)}`)];
}
