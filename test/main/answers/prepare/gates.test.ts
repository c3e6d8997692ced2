import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerRefusalOf } from '../../../../src/main/answers/prepare/gates/all.ts';
import type { Surroundings } from '../../../../src/main/answers/prepare/gates/gate.ts';
import type { HouseFact } from '../../../../src/shared/answer.ts';
import type { Formality } from '../../../../src/shared/client.ts';
import type { Language } from '../../../../src/shared/language.ts';

const starter = join(import.meta.dirname, '..', '..', '..', '..', 'resources', 'starter');
const rows = <T>(file: string): T[] =>
  readFileSync(join(starter, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

const facts = new Map(
  rows<HouseFact>('house-facts.jsonl').map((fact) => [
    fact.slug,
    { ...fact, id: fact.slug, validUntil: 10, updatedAt: 1 },
  ]),
);
const shown = Object.fromEntries([...facts.keys()].map((slug) => [slug, 1]));
const besideIn = (language: Language, more: Partial<Surroundings> = {}): Surroundings => ({
  language,
  facts,
  shown,
  now: 5,
  existing: [],
  rejected: [],
  ...more,
});

const good =
  '{{greeting}} {{name}}, thanks for asking! The investor KITAS costs {{fact:kitas-investor-price}}. If you like, we can send you the document list too.';
const price = 'kitas-investor-price';

const reasonOf = (text: string, more: Partial<Surroundings> = {}, formality: Formality = 'informal') =>
  answerRefusalOf({ text, formality }, besideIn(more.language ?? 'en', more))?.reason ?? null;

it('every answer of the starter pack passes the gates that generated ones have to pass', () => {
  const answers = rows<{
    intent: string;
    answers: { language: Language; formality: Formality; text: string }[];
  }>('intents.jsonl').flatMap(({ answers: own }) => own);
  const refused = answers.flatMap((answer) => {
    const refusal = answerRefusalOf(answer, besideIn(answer.language));
    return refusal ? [{ ...refusal, text: answer.text }] : [];
  });
  expect(answers.length).toBeGreaterThan(300);
  expect(refused).toEqual([]);
});

describe('an answer is refused', () => {
  it.each([
    ['placeholder', good.replace('{{name}},', '{{name}}, {{phone}}')],
    ['placeholder', good.replace('{{fact:kitas-investor-price}}', '{{fact: price}}')],
    ['placeholder', `${good} {`],
    ['placeholder', good.replace('{{name}}', '[NAME_1]')],
    ['figure', good.replace('thanks for asking', 'it takes 14 days')],
    ['figure', good.replace('thanks for asking', 'it takes two to three weeks')],
    ['figure', good.replace('thanks for asking', 'it takes five working days')],
    ['figure', good.replace('thanks for asking', 'a few € more')],
    ['promise', good.replace('thanks for asking', 'approval is guaranteed')],
    ['promise', good.replace('thanks for asking', 'it will be approved')],
    ['personal_data', good.replace('thanks for asking', 'write to office@example.test')],
    ['personal_data', good.replace('thanks for asking', 'see www.example.test')],
    ['unknown_fact', good.replace(price, 'no-such-fact')],
    ['ungrounded', good.replace(`{{fact:${price}}}`, 'what our list says')],
    ['opening', good.replace('{{greeting}} {{name}}', 'Hello {{name}}')],
    ['opening', good.replace('If you like', '{{greeting}}, if you like')],
    ['length', '{{greeting}} {{name}}, it usually takes {{fact:kitas-investor-duration}}. See you soon.'],
    ['figure', good.replace('thanks for asking', 'it is done within a month')],
    ['promise', good.replace('thanks for asking', 'you will certainly get it')],
    ['length', `${good} ${'We are glad to help you with the papers for the office. '.repeat(10)}`],
    ['register', good.replace('thanks for asking', 'Dear reader')],
    ['register', good.replace('we can send', 'I can send')],
  ])('with the reason %s: %s', (reason, text) => {
    expect(reasonOf(text)).toBe(reason);
  });

  it('in another language than was asked for', () => {
    expect(reasonOf(good, { language: 'it' })).toBe('language');
  });

  it('where it promises in Indonesian or Italian', () => {
    const id = `{{greeting}} {{name}}, biaya KITAS investor adalah {{fact:${price}}}. Permohonan Kakak pasti disetujui oleh imigrasi, jadi tidak perlu khawatir.`;
    expect(reasonOf(id, { language: 'id' })).toBe('promise');
    const it = `{{greeting}} {{name}}, il KITAS investitore costa {{fact:${price}}}. Il risultato è garantito, quindi puoi stare tranquillo con i documenti.`;
    expect(reasonOf(it, { language: 'it' })).toBe('promise');
  });

  it('where its numbers are words of Indonesian or Italian', () => {
    const id = `{{greeting}} {{name}}, biaya KITAS investor adalah {{fact:${price}}}. Prosesnya dua sampai tiga minggu ya Kak, nanti kami kabari.`;
    expect(reasonOf(id, { language: 'id' })).toBe('figure');
    const it = `{{greeting}} {{name}}, il KITAS investitore costa {{fact:${price}}}. Ci vogliono quattro o cinque settimane, poi ti scriviamo noi.`;
    expect(reasonOf(it, { language: 'it' })).toBe('figure');
  });

  it('in the wrong register of Italian and Indonesian', () => {
    const it = `{{greeting}} {{name}}, il KITAS investitore costa {{fact:${price}}}. Se vuoi, ti mandiamo anche la lista dei documenti.`;
    expect(reasonOf(it, { language: 'it' }, 'formal')).toBe('register');
    expect(reasonOf(it, { language: 'it' }, 'informal')).toBeNull();
    const id = `{{greeting}} {{name}}, biaya KITAS investor adalah {{fact:${price}}}. Bila berkenan, kami kirimkan juga daftar dokumen yang perlu disiapkan.`;
    expect(reasonOf(id, { language: 'id' }, 'informal')).toBe('register');
    expect(reasonOf(id, { language: 'id' }, 'formal')).toBeNull();
  });

  it('where a fact changed since the model saw it, or expired', () => {
    expect(reasonOf(good, { shown: { [price]: 0 } })).toBe('fact_changed');
    expect(reasonOf(good, { now: 11 })).toBe('fact_changed');
    expect(reasonOf(good)).toBeNull();
  });

  it('where an answer of its register says it in the same words, however it is spelled', () => {
    const existing = [{ formality: 'informal', text: good.replace('!', '.').toUpperCase() }] as const;
    expect(reasonOf(good, { existing })).toBe('not_new');
    expect(reasonOf(good, { existing: [{ formality: 'formal', text: good }] })).toBeNull();
  });
});

it('what a person rejected does not come back in other words, but may in the other register', () => {
  const text =
    'Hi {{name}}! The investor KITAS costs {{fact:kitas-investor-price}}. Shall we send the list of documents you need too?';
  const again =
    '{{greeting}} {{name}}, so the KITAS for an investor costs {{fact:kitas-investor-price}}. We can send you the list of documents too!';
  const rejected = [{ formality: 'informal' as const, text }];
  expect(reasonOf(again)).toBeNull();
  expect(reasonOf(again, { existing: rejected })).toBeNull();
  expect(reasonOf(again, { rejected })).toBe('not_new');
  expect(reasonOf(good, { rejected: [{ formality: 'formal', text: good }] })).toBeNull();
});
