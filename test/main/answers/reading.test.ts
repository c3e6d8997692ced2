import { describe, expect, it } from 'vitest';
import { read } from '../../../src/main/answers/reading.ts';
import type { Language } from '../../../src/shared/language.ts';
import { shippedLexicon } from '../../fixtures/lexicon.ts';

/** The surest name of each thing that a text says. */
const said = (text: string, language: Language) =>
  read(text, language, shippedLexicon).atoms.map(({ keys: [key] }) => key);

describe('what a question says', () => {
  it.each<[Language, string, string[]]>([
    [
      'id',
      'Selamat pagi kak, mohon info harga KITAS investor ya, terima kasih',
      ['PRICE', 'KITAS', 'INVESTOR'],
    ],
    [
      'it',
      'Buongiorno, potreste gentilmente indicarmi il prezzo del KITAS investitore?',
      ['PRICE', 'KITAS', 'INVESTOR'],
    ],
    [
      'en',
      "Hi there, could you please tell me what you'd charge for the E28A?",
      ['PRICE', 'KITAS', 'INVESTOR'],
    ],
  ])('leaves out courtesy and grammar (%s)', (language, text, expected) => {
    expect(said(text, language)).toEqual(expected);
  });

  it.each<[Language, string, string]>([
    ['it', 'quanto tempo ci vuole per la voa', 'DURATION'],
    ['it', 'voa quanto viene', 'PRICE'],
    ['id', 'voa kelarnya kapan', 'DURATION'],
    ['id', 'berapa pemegang saham pt pma', 'COUNT'],
    ['id', 'pt pma berapa', 'PRICE'],
    ['id', 'pt pma butuh apa aja', 'NEEDS'],
    ['en', 'what do i need for a pt pma', 'NEEDS'],
    ['en', 'pt pma how does it work', 'HOW'],
    ['it', 'cos’è il kitap', 'MEANING'],
    ['en', 'what time do you guys open and close', 'c:opening_hours'],
    ['it', 'il sabato siete aperti', 'c:opening_hours'],
    ['it', 'dove siete', 'c:address'],
    ['id', 'lapor spt paling lambat tanggal berapa', 'c:deadline_date'],
    ['en', 'by what date must the report be filed', 'c:deadline_date'],
    ['it', 'quanti anni bisogna avere per il kitas pensionati', 'c:age_years_old'],
    ['id', 'denda overstay per hari', 'PRICE'],
    ['en', 'what income do I need for the e33g', 'PRICE'],
    ['en', 'how many months must be left on my passport', 'VALIDITY'],
    ['it', 'in cosa si distinguono freehold e leasehold', 'DIFFERENCE'],
    ['it', 'la consulenza è gratis', 'PRICE'],
    ['en', 'minimum investment for a pt pma', 'CAPITAL'],
    ['id', 'melebihi izin tinggal', 'c:overstay'],
    ['id', 'visa kerja', 'KITAS'],
    ['en', 'can i take my dog out of bali', 'c:leaving_the_country'],
  ])('hears how it is asked (%s): %s', (language, text, expected) => {
    expect(said(text, language)).toContain(expected);
  });

  it('says the same in three languages', () => {
    const [id, it, en] = (
      [
        ['id', 'menutup rekening bank'],
        ['it', 'chiudere il conto corrente'],
        ['en', 'closing the bank account'],
      ] as const
    ).map(([language, text]) => read(text, language, shippedLexicon).keys);
    for (const key of ['c:action_close', 'c:bank_account'])
      expect([id, it, en].map((keys) => keys?.has(key))).toEqual([true, true, true]);
  });

  it('asks both where a price and a time are asked', () => {
    const asked = said('How much is the investor KITAS and how long does it take?', 'en');
    expect(asked).toEqual(expect.arrayContaining(['PRICE', 'DURATION']));
  });

  it('takes papers for what is asked, or for a thing that something is asked about', () => {
    expect(said('documenti per il kitap', 'it')).toContain('NEEDS');
    expect(said('quanto costa tradurre i documenti', 'it')).toEqual(
      expect.arrayContaining(['PRICE', 'c:document']),
    );
  });

  it('keeps the words that turn a question', () => {
    expect(said('KITAS investor tanpa sponsor berapa', 'id')).toContain('tanpa');
    expect(said('quanto costa di nuovo il kitap senza sponsor', 'it')).toContain('senza');
  });

  it('does not let a phrase hide what is done: renewing a licence is not getting one', () => {
    expect(said('come rinnovo la patente', 'it')).toContain('c:action_extend');
  });

  it.each<[Language, string, string]>([
    ['it', 'permesso di uscita', 'PRICE'],
    ['it', 'certificato penale', 'PRICE'],
    ['en', 'the tourist levy', 'TOURIST'],
    ['en', 'c1 tourist visa', 'TOURIST'],
    ['en', 'exit permit before leaving for good', 'c:action_depart'],
  ])('does not hear in a word what it does not say there (%s): %s', (language, text, unsaid) => {
    const { keys } = read(text, language, shippedLexicon);
    expect([...keys]).not.toContain(unsaid);
  });

  it('knows a word by what it means itself, not by the phrase around it', () => {
    const cat = read('portare il gatto a bali', 'it', shippedLexicon).atoms.find(
      ({ word }) => word === 'gatto',
    );
    expect(cat?.keys).toContain('c:pet_import');
    expect(cat?.loose).toEqual(['c:pet_import']);
  });

  it('knows who speaks of themselves', () => {
    const { atoms } = read('saya takut kitas saya ditolak', 'id', shippedLexicon);
    expect(atoms.filter(({ isSignal }) => isSignal).map(({ word }) => word)).toContain('takut');
  });
});
