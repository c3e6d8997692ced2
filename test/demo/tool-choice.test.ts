import { describe, expect, it } from 'vitest';
import { parsePrompt } from '../../src/demo/prompt.ts';
import { chooseTool, findDurableFact } from '../../src/demo/tool-choice.ts';
import { exampleRequest, insight } from './request.ts';

const both = ['recall_messages', 'remember_fact'];
const choose = (message: string, tools = both) => chooseTool(parsePrompt(exampleRequest({ message, tools })));

describe('chooseTool', () => {
  it.each([
    ['Ti ricordi quando ti ho parlato del terreno a Canggu?', 'terreno Canggu'],
    ['Kak, ingat nggak yang dulu saya cerita soal villa di Ubud?', 'villa Ubud'],
    ['Do you remember what I said about my visa sponsor?', 'visa sponsor'],
  ])('recalls past messages: %s', (message, query) => {
    expect(choose(message)).toEqual({ name: 'recall_messages', input: { query } });
  });

  it('uses only what is offered', () => {
    expect(choose('Do you remember my villa?', [])).toBeNull();
    expect(choose('My passport expires on 3 March 2027.', ['recall_messages'])).toBeNull();
  });

  it('does not call anything for a plain question', () => {
    expect(choose('Quanto costa il KITAS?')).toBeNull();
    expect(choose('Ricordo bene, grazie')).toBeNull();
  });
});

describe('open_insights', () => {
  const catalogue = [
    'h1 en “I’m losing sleep over this”: the strain is real → Slow down.',
    'r2 it “Ho paura di sbagliare”: fear of a fine → Say which date counts.',
    'y3 en A question about the price → Say it plainly.',
  ];
  const open = (message: string, more: object = {}) =>
    chooseTool(
      parsePrompt(exampleRequest({ message, language: 'it', catalogue, tools: ['open_insights'], ...more })),
    );

  it('opens a line of the catalogue with the feeling of a message for which search found nothing', () => {
    expect(open('Sono in ansia')).toEqual({ name: 'open_insights', input: { ids: ['r2'] } });
    expect(open('I am scared', { language: 'en' })?.input).toEqual({ ids: ['h1'] });
  });

  it.each([
    ['a plain question', 'Quanto costa?', {}],
    ['what search found already', 'Sono in ansia', { context: insight('h1', 'x') }],
    ['no catalogue', 'Sono in ansia', { catalogue: undefined }],
  ])('opens nothing for %s', (_, message, more) => {
    expect(open(message, more)).toBeNull();
  });

  it('leaves out what was withdrawn', () => {
    const context = '<withdrawn_insights ids="r2" />';
    expect(open('Sono in ansia', { context })?.input).toEqual({ ids: ['h1'] });
  });
});

describe('findDurableFact', () => {
  it.each([
    [
      'Ciao! Il mio passaporto scade il 3 marzo 2027. Va bene?',
      'passport_expiry',
      '3 marzo 2027',
      'Il mio passaporto scade il 3 marzo 2027.',
    ],
    [
      'My passport expires on March 3, 2027',
      'passport_expiry',
      'March 3, 2027',
      'My passport expires on March 3, 2027',
    ],
    [
      'paspor saya habis tanggal 3 Maret 2027 kak',
      'passport_expiry',
      '3 Maret 2027',
      'paspor saya habis tanggal 3 Maret 2027 kak',
    ],
    ['Il KITAS scade il 03.03.2027.', 'kitas_expiry', '03.03.2027', 'Il KITAS scade il 03.03.2027.'],
    ['my visa expires in March 2027', 'visa_expiry', 'March 2027', 'my visa expires in March 2027'],
  ])('finds the date in: %s', (message, topic, value, quote) => {
    expect(findDurableFact(message)).toEqual({ topic, value, quote });
  });

  it.each([
    'Does my passport expire on 3 March 2027?',
    'My passport does not expire on 3 March 2027.',
    'My passport expires in 2 months.',
    'Il mio passaporto scade presto.',
    'Ci vediamo il 3 marzo 2027.',
  ])('finds nothing in: %s', (message) => {
    expect(findDurableFact(message)).toBeNull();
  });
});
