import { expect, it, describe } from 'vitest';
import type { SettingsPatch } from '../../../src/shared/settings.ts';
import { addPast, type ServedIntent } from '../../fixtures/served.ts';
import { verdict } from '../../simulators/steps.ts';
import type { ChatHarness } from './harness.ts';
import { checkedAnswer, labelOf, startDesk } from './prepared-desk.ts';

const direct: SettingsPatch = { replyMode: 'direct' };

const sure = (desk: { readonly db: ChatHarness['db']; readonly intent: ServedIntent }, times = 368) =>
  addPast(desk.db, desk.intent, { label: 'right', times });

describe('a prepared answer in direct mode', () => {
  it('is held as a draft while too little is known, and says how much', async () => {
    const desk = await startDesk({ settings: direct });
    const held = await desk.answer();
    expect(held).toMatchObject({ state: 'draft', outcome: 'complete', sentAt: null });
    expect(desk.chat.details(held.id).preparedAnswer?.held).toEqual({
      reason: 'few_checks',
      have: 0,
      needed: 368,
    });
  });

  it('is sent once the bound is met, and not one label earlier', async () => {
    const desk = await startDesk({ settings: { ...direct, checkPrepared: false } });
    sure(desk, 367);
    const held = await desk.answer();
    expect(desk.chat.details(held.id).preparedAnswer?.held).toMatchObject({ have: 367, needed: 368 });
    desk.chat.send(held.id, held.text);
    const alone = await desk.answer('Ciao di nuovo');
    expect(alone).toMatchObject({ state: 'sent', sentAt: desk.clock.now() });
    expect(labelOf(desk, alone.id)).toEqual({ label: null, by: null });
  });

  it('follows the bound of the settings', async () => {
    const desk = await startDesk({ settings: { ...direct, maxErrorPercent: 5 } });
    sure(desk, 72);
    expect((await desk.answer()).state).toBe('sent');
  });

  it('goes back to drafts after one doubt, until the text was right ten times in a row', async () => {
    const desk = await startDesk({ settings: direct, checks: [verdict('doubtful')] });
    sure(desk, 600);
    const alone = await checkedAnswer(desk);
    expect(alone).toMatchObject({ state: 'sent', verdict: { kind: 'doubtful' } });
    const held = await desk.answer();
    expect(held.state).toBe('draft');
    expect(desk.chat.details(held.id).preparedAnswer?.held).toEqual({
      reason: 'own_checks',
      have: 0,
      needed: 10,
    });
    sure(desk, 10);
    desk.chat.send(held.id, held.text);
    expect((await desk.answer()).state).toBe('sent');
  });

  it('holds a match that scores lower than what its labels speak of', async () => {
    const desk = await startDesk({ settings: direct });
    addPast(desk.db, desk.intent, { label: 'wrong', score: 0.84, times: 20 });
    addPast(desk.db, desk.intent, { label: 'right', score: 0.84, times: 200 });
    addPast(desk.db, desk.intent, { label: 'right', score: 0.95, times: 600 });
    const held = await desk.answer();
    expect(held.state).toBe('draft');
    const why = desk.chat.details(held.id).preparedAnswer?.held;
    expect(why).toEqual({ reason: 'low_score', have: 0.84, needed: 0.9 });
  });
});
