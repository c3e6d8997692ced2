import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readMessage } from '../../../src/main/db/messages.ts';
import { openDb } from '../../../src/main/db/open.ts';
import { readReply, recoverReplies } from '../../../src/main/db/replies.ts';
import { aClient, openTestDb } from '../../fixtures/desk.ts';
import { startAnthropicSimulator } from '../../simulators/anthropic.ts';

const KILLS = 54;
const AT_ONCE = 2;
/** Kills before anything was shown, while text comes, and from its last piece on. */
const EARLY = 12;
const LATE = 10;
const child = fileURLToPath(new URL('./killed-child.ts', import.meta.url));
const answer = Array.from({ length: 40 }, (_, index) => `parola${index} 🙏🏽`).join(' ');

interface Seen {
  kept: { messageId: string; replyId: string } | null;
  shown: string;
  isDone: boolean;
}

it('loses nothing that was shown when it is killed at any moment', { timeout: 120_000 }, async () => {
  const simulator = await startAnthropicSimulator({
    script: [{ kind: 'forever', step: { kind: 'reply', text: answer, delayMs: 1.5 } }],
  });
  const ends = new Set<string>();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let turn = next++; turn < KILLS; turn = next++) {
      const end = await killOnce(simulator.url, momentOf(turn));
      ends.add(end);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await simulator.close();
  // Otherwise all kills fell into one phase and the others were not tried.
  expect([...ends]).toEqual(expect.arrayContaining(['cut', 'complete', 'empty']));
});

/** A share of the text that must have been shown, and the wait after that. */
interface Moment {
  readonly shown: number;
  readonly delayMs: number;
}

function momentOf(turn: number): Moment {
  if (turn < EARLY) return { shown: 0, delayMs: turn * 4 };
  const late = turn - (KILLS - LATE);
  if (late >= 0) return { shown: 1, delayMs: late };
  return { shown: (turn - EARLY) / (KILLS - EARLY - LATE), delayMs: Math.random() * 12 };
}

async function killOnce(url: string, moment: Moment): Promise<string> {
  const files = openTestDb();
  const file = join(files.dir, 'jiwa.db');
  const client = aClient(files.db);
  files.db.close();
  const seen = await runAndKill([child, file, client.id, url], moment);
  const db = openDb({ file });
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    const hasRecovered = recoverReplies(db).length > 0;
    if (seen.kept === null) return 'before';
    const reply = readReply(db, client.id, seen.kept.replyId);
    expect(readMessage(db, client.id, seen.kept.messageId).text).toBe('Quanto costa il KITAS?');
    expect(answer.startsWith(reply.text)).toBe(true);
    expect(reply.text.startsWith(seen.shown)).toBe(true);
    expect(hasRecovered && seen.isDone).toBe(false);
    expect(reply).toMatchObject(hasRecovered ? recoveredAs(reply.text) : whole);
    return reply.outcome ?? 'streaming';
  } finally {
    db.close();
    files.cleanUp();
  }
}

const whole = { state: 'draft', outcome: 'complete', fault: null, text: answer };

function recoveredAs(text: string) {
  const end = text === '' ? { state: 'failed', outcome: 'empty' } : { state: 'draft', outcome: 'cut' };
  return { ...end, fault: 'interrupted' };
}

function runAndKill(args: readonly string[], moment: Moment): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    let isTimed = false;
    started.stdout.setEncoding('utf8');
    started.stdout.on('data', (text: string) => {
      output += text;
      if (isTimed || !output.includes('\n')) return;
      if (readOutput(output).shown.length < moment.shown * answer.length) return;
      isTimed = true;
      setTimeout(() => started.kill('SIGKILL'), moment.delayMs);
    });
    started.once('error', reject);
    started.once('close', () => resolve(readOutput(output)));
  });
}

function readOutput(output: string): Seen {
  const seen: Seen = { kept: null, shown: '', isDone: false };
  for (const line of output.split('\n').filter((text) => text.endsWith('}'))) {
    const said = JSON.parse(line) as { kept?: string; reply?: string; streamed?: string; done?: boolean };
    if (said.kept && said.reply) seen.kept = { messageId: said.kept, replyId: said.reply };
    seen.shown += said.streamed ?? '';
    seen.isDone ||= said.done === true;
  }
  return seen;
}
