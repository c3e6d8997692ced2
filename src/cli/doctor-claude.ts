import { openClaude } from '../main/chat/claude.ts';
import type { ClaudeAccess } from '../main/chat/claude-on-demand.ts';
import type { Settings } from '../shared/settings.ts';
import { fail, ok, warn, type Check } from './doctor-check.ts';
import { span } from './output.ts';
import { describeFault } from './reply-text.ts';
import { silentLog } from './silent-log.ts';

/** The key, and whether Claude answers to it with both models of the settings. */
export async function checkClaude({ claude }: Settings, { baseUrl, apiKey }: ClaudeAccess): Promise<Check[]> {
  if (apiKey === null) {
    const finding = 'ANTHROPIC_API_KEY is not set: only prepared answers work from here.';
    const todo =
      'Set ANTHROPIC_API_KEY. A key given in the app is kept in its keyring and serves the app alone.';
    return [warn('Claude key', finding, todo)];
  }
  const { timeoutMs, stallMs, fastModel, strongModel } = claude;
  const client = openClaude({ baseUrl, apiKey, timeoutMs, stallMs, log: silentLog });
  const checks = [ok('Claude key', 'from ANTHROPIC_API_KEY')];
  for (const model of new Set([fastModel, strongModel])) {
    const test = await client.test(model);
    checks.push(
      test.ok
        ? ok('Claude', `${test.model} answered in ${span(test.latencyMs)}`)
        : fail(
            'Claude',
            `${model}${baseUrl === '' ? '' : ` at ${baseUrl}`} did not answer.`,
            describeFault(test.fault),
          ),
    );
    if (!test.ok) break;
  }
  return checks;
}
