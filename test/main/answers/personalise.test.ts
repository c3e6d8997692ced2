import { describe, expect, it } from 'vitest';
import { addressOf, greeting, personalise, type Addressee } from '../../../src/main/answers/personalise.ts';

const giulia: Addressee = {
  client: { name: 'Giulia Bianchi', addressAs: null },
  language: 'it',
  formality: 'informal',
  hour: 9,
  contact: 'first_today',
};
const noFact = (slug: string): string => {
  throw new Error(`unexpected fact ${slug}`);
};

describe('a greeting', () => {
  it.each([
    ['id', 'formal', 8, 'Selamat pagi'],
    ['id', 'formal', 12, 'Selamat siang'],
    ['id', 'informal', 16, 'Sore'],
    ['id', 'formal', 19, 'Selamat malam'],
    ['id', 'formal', 2, 'Selamat malam'],
    ['it', 'formal', 9, 'Buongiorno'],
    ['it', 'informal', 15, 'Ciao'],
    ['it', 'formal', 20, 'Buonasera'],
    ['en', 'formal', 12, 'Good afternoon'],
    ['en', 'informal', 21, 'Good evening'],
  ] as const)('in %s, %s, at %i is "%s"', (language, formality, hour, words) => {
    expect(greeting({ language, formality, hour, contact: 'first_today' })).toBe(words);
  });

  it('does not name the hour again to whom we wrote today already', () => {
    expect(greeting({ language: 'en', formality: 'formal', hour: 9, contact: 'again' })).toBe('Hello again');
  });
});

describe('the name', () => {
  it('is the first one where nothing else is given', () => {
    expect(addressOf(giulia)).toBe('Giulia');
  });

  it('gets a form of address that leaves the gender open in formal Indonesian', () => {
    expect(addressOf({ ...giulia, language: 'id', formality: 'formal' })).toBe('Bapak/Ibu Giulia');
  });

  it('is "Kak" with it in informal Indonesian', () => {
    expect(addressOf({ ...giulia, language: 'id' })).toBe('Kak Giulia');
  });

  it('is kept as the consultant wrote it when it has a form of address', () => {
    const client = { name: 'I Wayan Sudiarta', addressAs: 'Pak Wayan' };
    expect(addressOf({ client, language: 'id', formality: 'formal' })).toBe('Pak Wayan');
  });
});

describe('a personalised answer', () => {
  it('has its slots filled with what was asked for', () => {
    const text = personalise(
      '{{greeting}} {{name}}! Costa {{fact:kitas-price}}.',
      giulia,
      (slug) => `[${slug}]`,
    );
    expect(text).toBe('Buongiorno Giulia! Costa [kitas-price].');
  });

  it('does not double a form of address', () => {
    const wayan: Addressee = {
      ...giulia,
      client: { name: 'I Wayan Sudiarta', addressAs: 'Pak Wayan' },
      language: 'id',
    };
    expect(personalise('{{greeting}} Kak {{name}}, bisa!', wayan, noFact)).toBe('Pagi Pak Wayan, bisa!');
    expect(personalise('{{greeting}} Kak {{name}}, bisa!', { ...wayan, client: giulia.client }, noFact)).toBe(
      'Pagi Kak Giulia, bisa!',
    );
  });

  it('has no double spaces and no doubled full stop', () => {
    const text = personalise('Ecco:  {{fact:a}} . Fine', giulia, () => 'valore.');
    expect(text).toBe('Ecco: valore. Fine');
  });

  it('leaves a name alone that looks like a slot or a replacement pattern', () => {
    const client = { name: '$& {{fact:x}}', addressAs: '$&' };
    expect(personalise('Ciao {{name}}!', { ...giulia, client }, noFact)).toBe('Ciao $&!');
  });
});
