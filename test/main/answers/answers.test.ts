import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAnswers } from '../../../src/main/answers/answers.ts';
import { findHouseFact, saveHouseFact } from '../../../src/main/db/house-facts.ts';
import { enableIntent, listIntents, removeIntent } from '../../../src/main/db/intents.ts';
import { setAnswerStatus } from '../../../src/main/db/prepared-answers.ts';
import type { Client } from '../../../src/shared/client.ts';
import type { Language } from '../../../src/shared/language.ts';
import { aClient, silentLog } from '../../fixtures/desk.ts';
import { shippedLexicon } from '../../fixtures/lexicon.ts';
import { addPast } from '../../fixtures/served.ts';
import { openStarterDesk, type StarterDesk } from './starter-desk.ts';

let desk: StarterDesk;
let client: Client;
beforeEach(async () => {
  desk = await openStarterDesk();
  client = aClient(desk.db, { name: 'Giulia Bianchi', language: 'it', formality: 'informal' });
});
afterEach(() => desk.cleanUp());

const question = 'Salve, quanto costa il KITAS investitore?';
const ask = (text = question, language: Language | null = 'it', isFollowUp = false) =>
  desk.answers.match({ text, language, client, isFollowUp });

function fact(slug: string) {
  const found = findHouseFact(desk.db, slug);
  if (!found) throw new Error(`no fact ${slug}`);
  return found;
}

function answersOf(slug: string, language: Language) {
  const intent = listIntents(desk.db).find((one) => one.slug === slug);
  return (intent?.answers ?? []).filter((answer) => answer.language === language);
}

describe('a served answer', () => {
  it('is in the language of the question and the formality of the client, with its facts', async () => {
    const match = await ask();
    const price = fact('kitas-investor-price');
    expect(match).toMatchObject({
      kind: 'hit',
      intent: 'kitas-investor-price',
      facts: [{ houseFactId: price.id, topic: price.topic, value: price.value.it }],
    });
    if (match.kind !== 'hit') return;
    expect(match.text).toContain(`Giulia`);
    expect(match.text).toContain(price.value.it);
    expect(match.text).not.toMatch(/[{}]| {2}/);
    const informal = answersOf('kitas-investor-price', 'it').find(
      ({ formality }) => formality === 'informal',
    );
    expect(match.preparedAnswerId).toBe(informal?.id);
    expect(match.explain.every(({ isPassed }) => isPassed)).toBe(true);
  });

  it('has the other formality only where there is none of the client', async () => {
    const [informal] = answersOf('kitas-investor-price', 'it').filter((one) => one.formality === 'informal');
    const [formal] = answersOf('kitas-investor-price', 'it').filter((one) => one.formality === 'formal');
    setAnswerStatus(desk.db, informal?.id ?? '', 'off', 1);
    expect(await ask()).toMatchObject({ kind: 'hit', preparedAnswerId: formal?.id });
  });

  it('greets by the local hour once a day', async () => {
    const first = await ask();
    const hour = new Date(desk.clock.now()).getHours();
    const expected =
      hour >= 4 && hour < 13
        ? 'Buongiorno Giulia'
        : hour >= 18 || hour < 4
          ? 'Buonasera Giulia'
          : 'Ciao Giulia';
    expect(first.kind === 'hit' && first.text.startsWith(expected)).toBe(true);
    writeTo(client.id, desk.clock.now());
    const second = await ask();
    expect(second.kind === 'hit' && second.text.startsWith('Rieccomi Giulia')).toBe(true);
    desk.clock.advance(24 * 3_600_000);
    expect(await ask()).toMatchObject({ text: first.kind === 'hit' ? first.text : '' });
  });
});

function writeTo(clientId: string, at: number): void {
  desk.db
    .prepare(`INSERT INTO conversations (id, client_id, channel, started_at) VALUES ('c', ?, 'whatsapp', ?)`)
    .run(clientId, at);
  desk.db
    .prepare(
      `INSERT INTO messages (id, conversation_id, client_id, author, text, created_at, source, state, outcome, sent_at)
       VALUES ('m', 'c', ?, 'desk', 'Ciao', ?, 'consultant', 'sent', 'complete', ?)`,
    )
    .run(clientId, at, at);
}

describe('an answer out of service', () => {
  it('is every one that uses a fact whose value changed', async () => {
    const { value, ...price } = fact('kitas-investor-price');
    saveHouseFact(desk.db, { ...price, value: { ...value, en: 'free' } }, 5);
    expect(answersOf('kitas-investor-price', 'it').map(({ status }) => status)).toEqual(['stale', 'stale']);
    const match = await ask();
    expect(match).toMatchObject({ kind: 'miss', candidates: [{ stoppedBy: 'no_answer' }, {}, {}, {}, {}] });
  });

  it('is every one that uses an expired fact, until it is valid again', async () => {
    const price = fact('kitas-investor-price');
    saveHouseFact(desk.db, { ...price, validUntil: desk.clock.now() - 1 }, 5);
    expect((await ask()).kind).toBe('miss');
    expect(JSON.stringify(await desk.answers.factsFor(question, 'it', 10))).not.toContain(price.id);
    saveHouseFact(desk.db, { ...price, validUntil: desk.clock.now() }, 6);
    expect((await ask()).kind).toBe('hit');
  });

  it('is one of an intent that was switched off or removed by anybody, at once', async () => {
    enableIntent(desk.db, 'kitas-investor-price', false, 5);
    expect((await ask()).kind).toBe('miss');
    enableIntent(desk.db, 'kitas-investor-price', true, 6);
    expect((await ask()).kind).toBe('hit');
    removeIntent(desk.db, 'kitas-investor-price');
    expect((await ask()).kind).toBe('miss');
  });
});

it.each([
  ['investor KITAS price', 'en'],
  ['prezzo KITAS investitore', 'it'],
  ['harga KITAS investor', 'id'],
] as const)(
  '"%s", whose language is not told, is answered in the one it speaks most (%s)',
  async (text, language) => {
    const match = await ask(text, null);
    const ids = answersOf('kitas-investor-price', language).map(({ id }) => id);
    expect(match.kind === 'hit' && ids.includes(match.preparedAnswerId)).toBe(true);
  },
);

describe('a miss', () => {
  it.each(['e quanto costa?', 'quanto ci vuole?', 'Come si paga?', 'E per mia moglie?', ''])(
    'is the elliptic message "%s" in a running conversation',
    async (text) => {
      expect((await ask(text, 'it', true)).kind).toBe('miss');
    },
  );

  it('names the gate that stopped the nearest intent', async () => {
    const match = await ask('Quanto costa il KITAS investitore per due persone?');
    expect(match.candidates[0]).toMatchObject({ intent: 'kitas-investor-price', stoppedBy: 'numbers' });
  });

  it('follows from the own threshold of an intent', async () => {
    desk.db.exec(`UPDATE intents SET threshold = 0.999 WHERE slug = 'kitas-investor-price'`);
    expect((await ask('Salve, mi dite il costo del KITAS investitore?')).kind).toBe('miss');
  });
});

it('an embedder out of reach rejects matches without keeping the desk shut, and is tried again', async () => {
  let isUp = false;
  const embedder = {
    id: 'remote',
    dimension: 2,
    embed: async (texts: readonly string[]) => {
      if (!isUp) throw new Error('unreachable');
      return texts.map(() => Float32Array.of(1, 0));
    },
  };
  const answers = openAnswers({
    db: desk.db,
    embedder,
    clock: desk.clock,
    log: silentLog,
    lexicon: shippedLexicon,
  });
  const query = { text: question, language: 'it' as const, client, isFollowUp: false };
  await expect(answers.match(query)).rejects.toThrow('unreachable');
  isUp = true;
  expect((await answers.match(query)).kind).toBe('hit');
});

const wrong = (score: number) => {
  const intent = listIntents(desk.db).find(({ slug }) => slug === 'kitas-investor-price');
  const [answer] = answersOf('kitas-investor-price', 'it');
  const served = { intentId: intent?.id ?? '', answerId: answer?.id ?? '' };
  addPast(desk.db, served, { label: 'wrong', score, times: 3 });
};

describe('what was found wrong', () => {
  it('too often is not served any more, and says so', async () => {
    wrong(0.97);
    const match = await ask();
    expect(match.kind).toBe('miss');
    expect(match.candidates[0]?.stoppedBy).toBe('found_wrong');
    expect(match.explain.at(-1)).toMatchObject({ gate: 'found_wrong', isPassed: false });
  });

  it('at lower scores only is served at higher ones', async () => {
    wrong(0.6);
    expect((await ask()).kind).toBe('hit');
  });

  it('is served where an operator set the threshold', async () => {
    wrong(0.97);
    desk.db.prepare("UPDATE intents SET threshold = 0.7 WHERE slug = 'kitas-investor-price'").run();
    expect((await ask()).kind).toBe('hit');
  });
});
