import { writeSync } from 'node:fs';
import { openChat } from '../../../src/main/chat/chat.ts';
import { openClaude } from '../../../src/main/chat/claude.ts';
import { systemClock } from '../../../src/main/clock.ts';
import { openDb } from '../../../src/main/db/open.ts';
import { defaultSettings } from '../../../src/shared/settings.ts';
import { silentLog } from '../../fixtures/desk.ts';

/** Streams one reply and says on standard output, before it goes on, what it has shown. To be killed at any moment. */
const [file = '', clientId = '', baseUrl = ''] = process.argv.slice(2);
const say = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`);
const { timeoutMs, stallMs } = defaultSettings.claude;
const db = openDb({ file });
const chat = openChat({
  db,
  knowledge: { retrieve: async () => [] },
  answers: { match: async () => ({ kind: 'miss' }), factsFor: () => [], lookUpFacts: () => [] },
  claude: () => openClaude({ baseUrl, apiKey: 'test-key', timeoutMs, stallMs, log: silentLog }),
  settings: () => defaultSettings,
  clock: systemClock,
  log: silentLog,
  emit: (name, value) => {
    if (name === 'reply:streamed') say({ streamed: 'appended' in value ? value.appended : '' });
  },
  checkRules: '',
  learning: { ended: () => undefined, unwanted: () => undefined },
  screenLanguage: () => 'en',
  rules: 'rules',
});

say({ ready: true });
const { message, reply } = chat.receive({ clientId, text: 'Quanto costa il KITAS?', channel: 'whatsapp' });
say({ kept: message.id, reply: reply.id });
await chat.finished(reply.id);
say({ done: true });
// Stays up, so that a late kill finds a process that has ended its reply and not its life.
setTimeout(() => process.exit(0), 2_000);
