import { expect, it } from 'vitest';
import { nextInTurn } from '../../../src/main/answers/turn.ts';
import { listAnswerHistories } from '../../../src/main/db/answer-histories.ts';
import { findIntent, intentIdOf } from '../../../src/main/db/intents.ts';
import { saveAnswer } from '../../../src/main/db/prepared-answers.ts';
import type { Core } from '../../../src/main/core.ts';
import { createClient } from '../../../src/main/db/clients.ts';
import type { PreparedAnswer } from '../../../src/shared/answer.ts';
import { openFactory } from '../knowledge/generate/factory.ts';

const slug = 'kitas-investor-price';
const text = 'How much is the investor KITAS?';

/** A desk with the starter pack and two more informal English answers to one question. */
async function deskWithThree() {
  const core = await openFactory({ kind: 'openai', url: '', key: '' }, { withStarter: true });
  const intentId = intentIdOf(core.db, slug);
  for (const more of ['Sure', 'Gladly'])
    saveAnswer(
      core.db,
      intentId,
      { language: 'en', formality: 'informal', text: `${more}: it is {{fact:${slug}}}.` },
      undefined,
      'generated',
      core.clock.now(),
    );
  const three = findIntent(core.db, intentId)!.answers.filter(
    ({ language, formality }) => language === 'en' && formality === 'informal',
  );
  return { core, three: three.map(({ id }) => id) };
}

const newClient = (core: Core, formality: 'informal' | 'formal' = 'informal') =>
  createClient(core.db, { name: 'Emily', addressAs: null, language: 'en', formality }, core.clock.now());

/** The client asks, and is sent what is served; which answer that is. */
async function ask(core: Core, clientId: string) {
  const { reply } = core.chat.receive({ clientId, text, channel: 'whatsapp' });
  const { id, text: said } = await core.chat.finished(reply.id);
  core.chat.send(id, said);
  const served = core.db.prepare<[string], string>('SELECT prepared_answer_id FROM messages WHERE id = ?');
  return { replyId: id, answerId: served.pluck().get(id) ?? '' };
}

it('a client who asks again gets the others before the same one, and the register is kept', async () => {
  const { core, three } = await deskWithThree();
  const client = newClient(core);
  const got: string[] = [];
  for (let time = 0; time < 6; time += 1) got.push((await ask(core, client.id)).answerId);
  expect([...new Set(got.slice(0, 3))].sort()).toEqual([...three].sort());
  expect(got.slice(3)).toEqual(got.slice(0, 3));
  const formal = new Set<string>();
  const other = newClient(core, 'formal');
  for (let time = 0; time < 3; time += 1) formal.add((await ask(core, other.id)).answerId);
  expect(formal.size).toBe(1);
  expect(three).not.toContain([...formal][0]);
});

it('is the same for a client however often it is only looked up, and not the first one for everybody', async () => {
  const { core, three } = await deskWithThree();
  const firsts = new Set<string>();
  for (let n = 0; n < 12; n += 1) {
    const client = newClient(core);
    const match = () => core.answers.match({ text, language: 'en', client, isFollowUp: false });
    const [one, two] = [await match(), await match()];
    if (one.kind === 'miss' || two.kind === 'miss') throw new Error('It is a known question.');
    expect(two.preparedAnswerId).toBe(one.preparedAnswerId);
    firsts.add(one.preparedAnswerId);
  }
  expect([...firsts].sort()).toEqual([...three].sort());
});

it('a doubted answer is passed over until the mark is taken back, and its labels stay with the question', async () => {
  const { core } = await deskWithThree();
  const client = newClient(core);
  const { replyId, answerId } = await ask(core, client.id);
  core.chat.markWrong(replyId, true);
  const history = () =>
    listAnswerHistories(core.db, intentIdOf(core.db, slug), core.clock.now()).find(
      ({ id }) => id === answerId,
    );
  expect(history()).toMatchObject({
    served: 1,
    isDoubted: true,
    labels: [{ label: 'wrong', by: 'mark', n: 1 }],
  });
  const others = new Set<string>();
  for (let time = 0; time < 4; time += 1) others.add((await ask(core, client.id)).answerId);
  expect(others.size).toBe(2);
  expect(others).not.toContain(answerId);
  const standing = core.standings().find(({ intent }) => intent === slug);
  expect(standing).toMatchObject({ served: 5, wrong: 1 });
  core.chat.markWrong(replyId, false);
  const again = new Set<string>();
  for (let time = 0; time < 3; time += 1) again.add((await ask(core, client.id)).answerId);
  expect(again).toContain(answerId);
});

it('where all are doubted they are said all the same: what is served no more is for learnt thresholds to say', () => {
  const answers = ['a', 'b'].map((id) => ({ id }) as PreparedAnswer);
  const before = { lastId: 'a', doubted: new Set(['a', 'b']), clientId: 'c' };
  expect(nextInTurn(answers, before)?.id).toBe('b');
  expect(nextInTurn(answers, { ...before, lastId: 'gone' })).toBeDefined();
  expect(nextInTurn([], before)).toBeUndefined();
});
