import { expect, test } from 'vitest';
import { evidenceOf, likeness } from '../../../../src/main/knowledge/search/evidence.ts';
import { hear } from '../../../../src/main/knowledge/search/heard.ts';
import { profileOf } from '../../../../src/main/knowledge/search/profile.ts';
import { fitOf, floor, scoreOf } from '../../../../src/main/knowledge/search/score.ts';
import { toldOf } from '../../../../src/main/knowledge/search/told.ts';
import { readConcepts } from '../../../../src/main/text/lexicon/read-concepts.ts';
import { shippedLexicon } from '../../../fixtures/lexicon.ts';

const even = () => 0.8;
const common = () => 0.1;
const profile = (text: string, ...phrases: string[]) =>
  profileOf(
    {
      text,
      guidance: '',
      language: 'id',
      triggers: phrases.map((phrase, at) => ({ id: String(at), phrase })),
    },
    shippedLexicon,
  );
const evidence = (message: string, ...phrases: string[]) =>
  evidenceOf(
    hear(readConcepts(message, shippedLexicon), shippedLexicon, even),
    profile('', ...phrases),
    even,
  );
const told = (text: string) => toldOf(text, readConcepts(text, shippedLexicon));

test('a phrase that stands in the message is covered, in whatever spelling, and named', () => {
  const { cover, phrase } = evidence('kak, aku takut ditipu lagi', 'malu nanya', 'takut ditipu');
  expect(cover).toBeGreaterThan(0.75);
  expect(phrase).toBe(1);
  expect(evidence('nn e una fregatura', 'non è una fregatura').cover).toBeGreaterThan(0.6);
});

test('other words and another language are less, and something else is nothing', () => {
  const same = evidence('takut ditipu', 'takut ditipu').cover;
  const other = evidence('khawatir kena tipu', 'takut ditipu').cover;
  const abroad = evidence('ho paura di essere truffato', 'takut ditipu').cover;
  expect(same).toBeGreaterThan(Math.max(other, abroad) + 0.2);
  expect(Math.min(other, abroad)).toBeGreaterThan(0.15);
  expect(evidence('domani arriva il divano', 'takut ditipu')).toMatchObject({
    shared: 0,
    cover: 0,
    phrase: null,
  });
});

test('what several texts of an insight say is shared once, by what is rare in it', () => {
  const heard = hear(readConcepts('takut ditipu', shippedLexicon), shippedLexicon, common);
  const rare = evidence('takut ditipu', 'takut ditipu');
  expect(evidenceOf(heard, profile('', 'takut ditipu'), common).shared).toBeLessThan(rare.shared / 3);
});

test('two insights that say the same in two languages are more alike than two about other things', () => {
  const shame = profile('Feels ashamed to ask', 'aku malu nanya', 'sungkan mau tanya');
  const vergogna = profile('Is ashamed of asking', 'mi vergogno a chiedere');
  const money = profile('Finds it expensive', 'kemahalan kak');
  expect(likeness(shame, vergogna, even)).toBeGreaterThan(likeness(shame, money, even) + 0.3);
  expect(likeness(shame, shame, even)).toBeCloseTo(1);
});

test.each([
  'Quanto costa il KITAS?',
  'berapa lama prosesnya?',
  'What documents do I need?',
  'Buongiorno, grazie mille',
  'Selamat siang, saya Dewi dari PT Sinar Laut',
])('a plain message that touches an insight is still given nothing: %s', (text) => {
  expect(scoreOf(told(text), 1)).toBeLessThan(floor);
});

test.each([
  'jujur aku malu nanya ini, tapi aku nggak ngerti',
  'non ho il coraggio di dirlo a mia moglie',
  "honestly I'm scared, nobody told me this would happen",
])('a message about oneself is given what touches it: %s', (text) => {
  expect(scoreOf(told(text), 0.5)).toBeGreaterThan(floor);
});

test('a name is nothing told, and a question is less than the same words as a statement', () => {
  expect(told('mi chiama Cosimo Zerbinati')).toBeLessThan(told('mi chiama cosimo zerbinati'));
  expect(told('sei arrabbiato con me?')).toBeLessThan(told('sei arrabbiato con me'));
});

test('a second thought is told, a greeting before the first is not', () => {
  expect(told('ho paura, mio marito urla')).toBeGreaterThan(told('ho paura mio marito urla'));
  expect(told('ciao, ho paura')).toBeLessThan(told('ho paura') + 1);
});

test('what is repeated is not told twice', () => {
  expect(told('malu malu malu malu')).toBeCloseTo(told('malu'));
});

test('the score grows with what is told and with what fits, and stays between 0 and 1', () => {
  const weak = evidence('takut', 'takut ditipu');
  const strong = evidence('takut ditipu', 'takut ditipu');
  expect(fitOf(strong, 0)).toBeGreaterThan(fitOf(weak, 0));
  expect(fitOf(weak, 1)).toBeGreaterThan(fitOf(weak, 0));
  expect(evidence('mau takut ditipu lagi', 'takut ditipu').said).toBeGreaterThan(1);
  expect(scoreOf(1, 2)).toBeGreaterThan(scoreOf(1, 1));
  expect(scoreOf(4, 1)).toBeGreaterThan(scoreOf(1, 1));
  expect(scoreOf(50, 9)).toBeLessThanOrEqual(1);
  expect(scoreOf(-50, 0)).toBeGreaterThanOrEqual(0);
});
