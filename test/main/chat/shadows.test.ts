import { describe, expect, it } from 'vitest';
import type { SettingsPatch } from '../../../src/shared/settings.ts';
import { addShadow, listComparisons, listShadows } from '../../../src/main/db/shadow-replies.ts';
import { forgetClient } from '../../../src/main/memory/forget.ts';
import { recordingLog } from '../../fixtures/desk.ts';
import type { Step } from '../../simulators/steps.ts';
import type { ChatHarness, HarnessOptions } from './harness.ts';
import { labelOf, startDesk } from './prepared-desk.ts';

const all: SettingsPatch = { shadow: { percent: 100 } };
const said: Step = { kind: 'reply', text: 'Buongiorno Giulia, apriamo alle 9.\n<<used: none>>' };
const stalled: Step = { kind: 'stallAfter', text: 'Buon' };
const patient: SettingsPatch = { ...all, claude: { stallMs: 60_000 } };

const shadowDesk = (script: readonly Step[], options: HarnessOptions = {}) =>
  startDesk({ settings: all, script, ...options });

async function shadowed(desk: ChatHarness, message?: string) {
  const served = await desk.answer(message);
  await desk.chat.shadowed(served.id);
  return { served, shadow: desk.chat.details(served.id).shadow };
}

const asked = (desk: ChatHarness) => expect.poll(() => desk.simulator.requests.length).toBe(1);

describe('the shadow of a prepared answer', () => {
  it('is written after the reply was shown, kept beside it with its own use and cost, and never sent', async () => {
    const desk = await shadowDesk([said]);
    const served = await desk.answer();
    expect(served).toMatchObject({ source: 'prepared', state: 'draft', usage: null, costUsd: null });
    expect(desk.simulator.requests).toHaveLength(0);
    await desk.chat.shadowed(served.id);
    await desk.chat.checked(served.id);
    const { shadow, reply, catalogue, toolCalls } = desk.chat.details(served.id);
    expect(shadow).toMatchObject({
      text: 'Buongiorno Giulia, apriamo alle 9.',
      error: null,
      preferred: null,
    });
    expect(shadow?.costUsd).toBeGreaterThan(0);
    expect(shadow?.usage?.output).toBeGreaterThan(0);
    expect(reply).toEqual({ ...served, verdict: reply.verdict });
    expect([catalogue, toolCalls]).toEqual([null, []]);
    expect(desk.shown(served.id)).toBe(served.text);
    expect(desk.told).toContainEqual({
      name: 'reply:shadowed',
      value: { replyId: served.id, clientId: desk.client.id },
    });
  });

  it('is asked with the very prompt that the reply would have been written from', async () => {
    const desk = await shadowDesk([said, said], { settings: { ...all, checkPrepared: false } });
    desk.chat.write({ clientId: desk.client.id, text: 'Benvenuta!', channel: 'whatsapp' });
    const { served } = await shadowed(desk, 'Quando aprite?');
    await desk.chat.finished(desk.chat.regenerate(served.id, null).id);
    const [shadow, reply] = desk.simulator.requests;
    expect(shadow?.body).toEqual(reply?.body);
    expect(JSON.stringify(shadow?.body)).toContain('Quando aprite?');
  });

  it('is of no reply when the share is zero, of none to a question whose own share is zero, and of none without a key', async () => {
    const none = await startDesk();
    const own = await startDesk({ settings: { shadow: { percent: 100, byIntent: { 'office-hours': 0 } } } });
    const keyless = await shadowDesk([], { hasKey: false });
    for (const desk of [none, own, keyless]) {
      expect((await shadowed(desk)).shadow).toBeNull();
      expect(desk.simulator.requests).toHaveLength(0);
    }
    const only = await startDesk({ settings: { shadow: { byIntent: { 'office-hours': 100 } } } });
    expect((await shadowed(only)).shadow).not.toBeNull();
  });

  it('remembers nothing that Claude wants to remember', async () => {
    const input = { topic: 'spouse', value: 'Marco', quote: 'una domanda' };
    const desk = await shadowDesk([{ kind: 'toolUse', name: 'remember_fact', input }, said]);
    const { shadow } = await shadowed(desk);
    expect(shadow?.text).toContain('apriamo alle 9');
    expect(desk.db.prepare('SELECT count(*) FROM client_facts').pluck().get()).toBe(0);
    expect(desk.told.map(({ name }) => name)).not.toContain('memory:changed');
  });
});

describe('a shadow that fails', () => {
  const faults: readonly [Step, string, string][] = [
    [{ kind: 'http', status: 529 }, 'overloaded', ''],
    [{ kind: 'http', status: 401 }, 'invalid_key', ''],
    [{ kind: 'cutAfter', text: 'Buon' }, 'stream_broken', 'Buon'],
    [{ kind: 'refusal' }, 'refused', ''],
    [{ kind: 'stallAfter', text: 'Buon' }, 'stalled', 'Buon'],
  ];

  it.each(faults)('disturbs nobody and is asked once: %j', async (step, error, text) => {
    const desk = await shadowDesk([step]);
    const { served, shadow } = await shadowed(desk);
    await desk.chat.checked(served.id);
    expect(shadow).toMatchObject({ error, text });
    expect(desk.simulator.requests).toHaveLength(1);
    expect(await desk.chat.finished(served.id)).toMatchObject({
      state: 'draft',
      fault: null,
      text: served.text,
    });
    expect(desk.told.filter(({ name }) => name === 'reply:shadowed')).toHaveLength(1);
  });

  it('holds no sending, and is written for a reply that was sent meanwhile', async () => {
    const desk = await shadowDesk([{ kind: 'reply', text: 'Alle nove, sempre.', delayMs: 20 }]);
    const served = await desk.answer();
    expect(desk.chat.send(served.id, served.text).state).toBe('sent');
    await desk.chat.shadowed(served.id);
    expect(desk.chat.details(served.id)).toMatchObject({
      reply: { state: 'sent', text: served.text },
      shadow: { text: 'Alle nove, sempre.' },
    });
  });

  it('is not waited for when the desk closes or the client is forgotten, and nothing is kept of it', async () => {
    for (const end of ['close', 'silence'] as const) {
      const desk = await shadowDesk([stalled], { settings: patient });
      const served = await desk.answer();
      await asked(desk);
      await (end === 'close' ? desk.chat.close() : desk.chat.silence(desk.client.id));
      expect(desk.chat.details(served.id).shadow).toBeNull();
    }
  });

  it('writes nothing of what was said into the log', async () => {
    const desk = await shadowDesk([{ kind: 'reply', text: 'Segreto-uno' }]);
    await shadowed(desk, 'Segreto-due');
    expect(JSON.stringify(desk.lines)).not.toContain('Segreto');
  });
});

describe('the comparison of the two', () => {
  it('is kept, counted for the question, taken back, and no label', async () => {
    const desk = await shadowDesk([said], { settings: { ...all, checkPrepared: false } });
    const { served } = await shadowed(desk);
    expect(desk.chat.prefer(served.id, 'claude').preferred).toBe('claude');
    expect(desk.chat.details(served.id).shadow?.preferred).toBe('claude');
    expect(labelOf(desk, served.id)).toEqual({ label: null, by: null });
    expect(listComparisons(desk.db)[0]).toMatchObject({
      intent: 'office-hours',
      isEnabled: true,
      served: 1,
      shadows: 1,
      claudeBetter: 1,
      preparedBetter: 0,
    });
    expect(desk.chat.prefer(served.id, null).preferred).toBeNull();
    expect(listShadows(desk.db, { intent: 'office-hours', limit: 5 })).toMatchObject([
      { replyId: served.id, prepared: served.text, preferred: null },
    ]);
    expect(listShadows(desk.db, { intent: 'other', limit: 5 })).toEqual([]);
  });

  it('is refused where Claude wrote nothing', async () => {
    const desk = await shadowDesk([{ kind: 'http', status: 529 }]);
    const { served } = await shadowed(desk);
    expect(() => desk.chat.prefer(served.id, 'claude')).toThrow(/nothing to compare/);
  });
});

it('leaves no word of a shadow in the files when its client is forgotten', async () => {
  const desk = await shadowDesk([{ kind: 'reply', text: 'Xylofono verde' }]);
  const { served } = await shadowed(desk);
  forgetClient({ db: desk.db, dataDir: desk.dir, log: recordingLog().log }, desk.client.id);
  expect(desk.db.prepare('SELECT count(*) FROM shadow_replies').pluck().get()).toBe(0);
  const shadow = { text: 'x', model: 'x', error: null, usage: null, costUsd: null, totalMs: 1, createdAt: 1 };
  expect(addShadow(desk.db, desk.client.id, served.id, shadow)).toBe(false);
});
