import { describe, expect, it } from 'vitest';
import { subjectOf } from '../../../src/main/answers/catalogue.ts';
import { codes } from '../../../src/main/answers/gates/codes.ts';
import { distress } from '../../../src/main/answers/gates/distress.ts';
import type { Gate } from '../../../src/main/answers/gates/gate.ts';
import { length } from '../../../src/main/answers/gates/length.ts';
import { ellipsis } from '../../../src/main/answers/gates/ellipsis.ts';
import { missingMatter } from '../../../src/main/answers/gates/missing-matter.ts';
import { negationGate } from '../../../src/main/answers/gates/negation.ts';
import { numbers } from '../../../src/main/answers/gates/numbers.ts';
import { otherMatter } from '../../../src/main/answers/gates/other-matter.ts';
import { personalSituation } from '../../../src/main/answers/gates/personal-situation.ts';
import { referenceBack } from '../../../src/main/answers/gates/reference-back.ts';
import { secondQuestion } from '../../../src/main/answers/gates/second-question.ts';
import { status } from '../../../src/main/answers/gates/status.ts';
import { statement } from '../../../src/main/answers/gates/statement.ts';
import { read } from '../../../src/main/answers/reading.ts';
import type { Language } from '../../../src/shared/language.ts';
import { shippedLexicon } from '../../fixtures/lexicon.ts';

const price = [
  ['id', 'Berapa biaya KITAS investor?'],
  ['id', 'Kak, KITAS investor brp ya?'],
  ['id', 'harga kitas investor'],
  ['it', 'Quanto costa il KITAS investitore?'],
  ['it', 'prezzo kitas investitore'],
  ['it', 'Vorrei conoscere il costo del KITAS per investitori.'],
  ['en', 'How much is the investor KITAS?'],
  ['en', 'investor kitas price'],
  ['en', 'What do you charge for an investor KITAS?'],
] as const;
const readAs = (text: string, language: Language) => read(text, language, shippedLexicon);
const subject = subjectOf(
  {
    id: '1',
    slug: 'kitas-investor-price',
    threshold: null,
    variations: price.map(([language, text]) => ({ language, text })),
  },
  readAs,
);

/** What the gate says of a message against the first variation of its language. */
function ask(gate: Gate, language: Language, text: string): string | null {
  const variation = subject.variations.find((one) => one.language === language);
  if (!variation) throw new Error('no variation');
  return gate(readAs(text, language), { subject, variation, isNamed: true });
}

type Case = readonly [Language, string];
const cases: Record<string, { gate: Gate; stops: Case[]; passes: Case[] }> = {
  codes: {
    gate: codes,
    stops: [
      ['id', 'Berapa biaya KITAP investor?'],
      ['it', 'Quanto costa il KITAS lavorativo?'],
      ['en', 'How much is the E33G?'],
      ['en', 'How much is the retirement KITAS?'],
      ['id', 'biaya B211A berapa'],
    ],
    passes: [
      ['id', 'biaya E28A brp'],
      ['it', 'Quanto viene il KITAS per investitori?'],
      ['en', 'price of the investor kitas'],
    ],
  },
  numbers: {
    gate: numbers,
    stops: [
      ['id', 'Berapa biaya KITAS investor untuk 3 orang?'],
      ['it', 'Quanto costa il KITAS investitore per due anni?'],
      ['en', 'Is 22,000,000 the price of the investor KITAS?'],
      ['en', 'How much is the investor KITAS next year?'],
      ['id', 'harga kitas investor 22juta'],
      ['it', 'prezzo kitas investitore a gennaio'],
      ['en', 'investor kitas for 10 billion rupiah, price?'],
      ['id', 'kitas investor saham 10 juta berapa'],
    ],
    passes: [
      ['id', 'syarat2 KITAS investor berapa'],
      ['en', 'How much is the E28A?'],
      ['it', 'Quale KITAS? Voi sei pronti?'],
      ['id', 'visa rumah kedua berapa'],
      ['en', 'investor kitas price 2026'],
      ['id', 'kitas investor berapa juta'],
      ['en', 'how many million rupiah for an investor kitas'],
      ['it', 'kitas investitore quanti milioni'],
    ],
  },
  negation: {
    gate: negationGate,
    stops: [
      ['id', 'KITAS investor saya gak bisa jadi, berapa?'],
      ['id', 'KITAS investor tanpa perusahaan berapa?'],
      ['it', 'Quanto costa il KITAS investitore senza società?'],
      ['it', 'nn ho capito il prezzo del kitas investitore'],
      ['en', "I can't pay the investor KITAS"],
      ['en', 'investor kitas without a company price'],
      ['en', "I don't know my investor KITAS number, how much is it?"],
      ['id', 'saya tidak ngerti, KITAS investor berapa?'],
      ['it', 'Il KITAS investitore non so se mi serve, quanto costa?'],
    ],
    passes: [
      ['id', 'KITAS investor bisa gak kak?'],
      ['id', 'bisa gak sih bikin KITAS investor, berapa?'],
      ['id', 'KITAS investor bisa dibantu gak, biayanya berapa?'],
      ['en', 'Is the investor KITAS legal or not?'],
      ['en', 'I am not Indonesian, how much is the investor KITAS?'],
      ['en', 'Do you know the price of the investor KITAS?'],
      ['en', 'As a non-Indonesian, how much is the investor KITAS?'],
      ['it', 'Non so quanto costa il KITAS investitore, mi dite?'],
    ],
  },
  second_question: {
    gate: secondQuestion,
    stops: [
      ['id', 'Berapa biaya KITAS investor dan berapa lama?'],
      ['id', 'Harga KITAS investor brp, trus syaratnya apa?'],
      ['it', 'Quanto costa il KITAS investitore? Che documenti servono?'],
      ['it', 'Quanto costa il KITAS investitore e quanto tempo ci vuole?'],
      ['en', 'How much is the investor KITAS and how long does it take?'],
      ['it', 'Quanto costa il KITAS investitore e mi serve uno sponsor?'],
      ['id', 'KITAS investor brp n dokumennya apa'],
      ['en', 'How much is the investor KITAS and what is the process?'],
      ['en', 'How much is the investor KITAS, and what is included in it?'],
      ['it', 'Quanto costa il KITAS investitore e quale visto serve prima?'],
    ],
    passes: [
      ['en', 'Hi, how are you? How much is the investor KITAS?'],
      ['en', 'How much is the investor KITAS??'],
      ['it', 'Ciao e grazie, quanto costa il KITAS investitore?'],
      ['it', 'Posso avere il KITAS investitore? Come si fa?'],
      ['en', 'I am a foreigner and would like an investor KITAS, how much is it?'],
      ['en', 'Is there a fee for the investor KITAS, and how much is it?'],
      ['en', 'Can I get the investor KITAS, and what is the process?'],
    ],
  },
  personal_situation: {
    gate: personalSituation,
    stops: [
      ['en', 'How much is the investor KITAS for my husband?'],
      ['id', 'Saya sudah overstay, KITAS investor berapa?'],
      ['it', 'Mi hanno rifiutato il visto, quanto costa il KITAS investitore?'],
      ['it', 'Ho il passaporto scaduto, quanto costa il KITAS investitore?'],
      ['en', 'How much is my KITAS?'],
      ['id', 'KITAS investor saya berapa?'],
      ['id', 'Saya panik kak, KITAS investor berapa?'],
      ['it', 'ho paura di sbagliare, quanto costa il KITAS investitore?'],
      ['en', 'My KITAS expired, how much is the investor KITAS?'],
      ['en', 'I overstayed before, how much is the investor KITAS?'],
      ['en', 'I permitted my agent to do it, how much is the investor KITAS?'],
      ['en', 'I lost my passport, how much is the investor KITAS?'],
      ['it', 'Ho un debito da anni, quanto costa il KITAS investitore?'],
      ['it', 'Ho una figlia, quanto costa il KITAS investitore?'],
      ['it', 'Abbiamo dei precedenti, quanto costa il KITAS investitore?'],
      ['id', 'Saya pernah ditolak, KITAS investor berapa?'],
      ['id', 'Saya punya anak, KITAS investor berapa?'],
    ],
    passes: [
      ['en', "Hi, I'm interested in the investor KITAS, how much is it?"],
      ['it', 'Quali sono i prezzi del KITAS investitore?'],
      ['id', 'Saya mau tanya biaya KITAS investor'],
      ['it', 'Ho dei documenti da far tradurre, quanto costa il KITAS investitore?'],
      ['en', 'Am I permitted to get an investor KITAS, how much is it?'],
    ],
  },
  status: {
    gate: status,
    stops: [
      ['en', 'Did you extend my investor KITAS?'],
      ['en', 'Has the investor KITAS been approved?'],
      ['it', 'Avete ricevuto i soldi del KITAS investitore?'],
      ['it', 'Come va la mia pratica KITAS?'],
      ['id', 'KITAS investor saya gimana kak?'],
      ['en', 'Investor KITAS, is it ready?'],
      ['en', 'Investor KITAS, is it approved yet?'],
      ['en', 'Investor KITAS, how is it going?'],
      ['en', 'Investor KITAS, is it done?'],
      ['en', 'The investor KITAS has been lost'],
      ['en', 'When was it issued, the investor KITAS?'],
    ],
    passes: [
      ['en', 'Have a nice day, how much is the investor KITAS?'],
      ['it', 'Che prezzi avete per il KITAS investitore?'],
      ['id', 'Gimana cara bikin KITAS investor?'],
      ['en', 'Is it possible to know the price of the investor KITAS?'],
      ['en', 'Could I have the price of the investor KITAS?'],
      ['en', 'harga KITAS investor, how much is it kak?'],
      ['en', 'Investor KITAS price, what is it exactly?'],
      ['en', 'Investor KITAS, how is it done?'],
      ['en', 'Is it a requirement to have an investor KITAS?'],
    ],
  },
  reference_back: {
    gate: referenceBack,
    stops: [
      ['en', 'How much is that?'],
      ['en', 'And for the investor KITAS?'],
      ['it', 'Quello che dicevi, quanto costa?'],
      ['it', 'e il KITAS investitore?'],
      ['id', 'Yang tadi berapa?'],
      ['id', 'Kalau yang investor berapa?'],
      ['id', 'Itu berapa, KITAS investor?'],
      ['id', 'KITAS investor yang itu berapa?'],
      ['id', 'Setelah itu KITAS investor berapa?'],
      ['id', 'KITAS investor sama seperti itu berapa?'],
      ['en', 'How much is the investor KITAS that you mentioned?'],
      ['en', 'After that, how much is the investor KITAS?'],
      ['en', 'How much is the KITAS that guy wants?'],
    ],
    passes: [
      ['id', 'KITAS investor itu berapa ya?'],
      ['en', 'How much does it cost to get an investor KITAS?'],
      ['id', 'Kalau mau bikin KITAS investor berapa?'],
      ['en', 'How much is the investor KITAS these days?'],
      ['id', 'Harga KITAS investor hari ini berapa?'],
      ['id', 'Biaya resmi untuk KITAS investor terbaru itu berapa?'],
      ['en', 'How much is an investor KITAS that needs an extension?'],
      ['en', 'I would like an investor KITAS, how do we arrange that?'],
    ],
  },
  distress: {
    gate: distress,
    stops: [
      ['it', 'Mi serve subito, quanto costa il KITAS investitore?'],
      ['id', 'KITAS investor lama banget kak, berapa?'],
      ['en', 'HOW MUCH DOES THIS INVESTOR THING REALLY COST'],
      ['en', 'How much is the investor KITAS!!'],
      ['en', 'How much is the investor KITAS 😭'],
    ],
    passes: [
      ['en', 'How much is the investor KITAS! 😊'],
      ['id', 'Tolong info biaya KITAS investor'],
      ['en', 'INVESTOR KITAS PRICE'],
    ],
  },
  statement: {
    gate: statement,
    stops: [
      ['en', 'We agreed on the investor KITAS'],
      ['it', 'Pago il KITAS investitore con bonifico'],
    ],
    passes: [
      ['en', 'investor kitas price'],
      ['id', 'mau bikin KITAS investor'],
    ],
  },
  length: {
    gate: length,
    stops: [
      [
        'en',
        'How much is the investor KITAS when one has a little shop in Ubud with two partners from Germany and a dog',
      ],
    ],
    passes: [['en', 'Good morning everybody, how much is the investor KITAS please?']],
  },
  other_matter: {
    gate: otherMatter,
    stops: [
      ['en', 'How much is the investor KITAS in Singapore?'],
      ['it', 'Quanto costa rinnovare il KITAS investitore?'],
      ['id', 'Berapa lama KITAS investor?'],
      ['en', 'Why is the investor KITAS so expensive?'],
      ['en', 'How much is the investor KITAS per month?'],
    ],
    passes: [
      ['en', 'Could you please tell me the price of getting an investor KITAS?'],
      ['it', 'Salve, mi sapete dire il prezzo del KITAS investitore?'],
    ],
  },
  missing_matter: {
    gate: missingMatter,
    stops: [
      ['en', 'investor KITAS'],
      ['id', 'berapa ya?'],
      ['it', 'Quanto costa il KITAS?'],
      ['en', 'How much is the KITAS?'],
    ],
    passes: [['it', 'Prezzo KITAS investitore']],
  },
  ellipsis: {
    gate: ellipsis,
    stops: [
      ['it', 'quanto costa?'],
      ['id', 'caranya gimana?'],
      ['en', 'opening hours'],
    ],
    passes: [
      ['en', 'Where is your office?'],
      ['id', 'cara bikin NPWP'],
    ],
  },
};

describe.each(Object.entries(cases))('the gate %s', (_, { gate, stops, passes }) => {
  it.each(stops)('stops (%s) %s', (language, text) => {
    expect(ask(gate, language, text)).toEqual(expect.any(String));
  });
  it.each(passes)('lets pass (%s) %s', (language, text) => {
    expect(ask(gate, language, text)).toBeNull();
  });
});
