import { languages, type Language } from '../../src/shared/language.ts';
import { seededRandom } from '../fixtures/random.ts';

const SYLLABLES = 'ba be bi ka ke ku la li lu ma mi mo na ni nu ra ri ro sa si su ta te to wa wi ya yu'.split(
  ' ',
);

/** Ways of asking the four things that are asked most, `{}` being what they are asked about. */
const WAYS: Readonly<Record<Language, readonly (readonly string[])[]>> = {
  id: [
    [
      'Berapa biaya {}?',
      'Selamat pagi, mohon info harga {}',
      '{} brp kak',
      'harga {}',
      'Min, {} habis berapa?',
    ],
    [
      'Berapa lama proses {}?',
      'mohon info lama pengurusan {}',
      '{} jadinya brp lama kak',
      'lama proses {}',
      '{} kelarnya kapan ya?',
    ],
    [
      'Apa saja dokumen untuk {}?',
      'mohon daftar persyaratan {}',
      '{} butuh berkas apa aja kak',
      'syarat {}',
      'dokumen buat {} apa aja?',
    ],
    [
      'Bagaimana cara mengurus {}?',
      'mohon info prosedur {}',
      'bikin {} gmn kak',
      'pengurusan {}',
      'Min, mau urus {} caranya gimana?',
    ],
  ],
  it: [
    [
      'Quanto costa {}?',
      'Buongiorno, vorrei sapere il prezzo di {}',
      '{} quanto viene?',
      'prezzo {}',
      'ciao, qnt costa fare {}?',
    ],
    [
      'Quanto tempo ci vuole per {}?',
      'Buongiorno, quali sono i tempi di {}?',
      '{} in quanto tempo?',
      'tempi {}',
      'ciao quanto ci mettete per {}?',
    ],
    [
      'Quali documenti servono per {}?',
      'potrei avere la lista dei documenti per {}?',
      '{} che carte servono?',
      'documenti {}',
      'ciao, cosa serve per {}?',
    ],
    [
      'Come si ottiene {}?',
      'Buongiorno, qual è la procedura per {}?',
      '{} come si fa?',
      'richiedere {}',
      'ciao, come faccio ad avere {}?',
    ],
  ],
  en: [
    [
      'How much is {}?',
      'Hello, could you tell me the price of {}?',
      '{} how much',
      '{} price',
      'hey what do u charge for {}?',
    ],
    [
      'How long does {} take?',
      'Hello, what is the processing time for {}?',
      '{} how many weeks',
      '{} processing time',
      'hey, how fast can {} be done?',
    ],
    [
      'What documents do I need for {}?',
      'Dear team, please send the document list for {}',
      '{} what papers needed',
      '{} documents',
      'hi, which docs for {}?',
    ],
    [
      'How do I get {}?',
      'Hello, what is the procedure for {}?',
      '{} how does it work',
      'get {}',
      'hey how do i get {}?',
    ],
  ],
};

/** Intents nobody ever had, as JSONL to import: the same for the same count, four questions about each invented thing. */
export function inventIntents(count: number): string {
  return invented(count)
    .map(({ slug, thing, way }) =>
      JSON.stringify({
        intent: slug,
        variations: languages.flatMap((language) =>
          (WAYS[language][way] ?? []).map((text) => ({ language, text: text.replace('{}', thing) })),
        ),
        answers: languages.map((language) => ({
          language,
          formality: 'informal',
          text: '{{greeting}} {{name}}.',
        })),
      }),
    )
    .join('\n');
}

/** Messages that ask the first of them, each in words that no variation has. */
export function inventQuestions(count: number): { text: string; language: Language }[] {
  return invented(count)
    .slice(0, 200)
    .map(({ thing, way }, index) => {
      const language = languages[index % languages.length] ?? 'id';
      const [one = '', other = ''] = WAYS[language][way] ?? [];
      const greeting = {
        id: 'Permisi kak, saya mau tanya dong. ',
        it: 'Ciao a tutti, scusate il disturbo. ',
        en: 'Hi there, ',
      };
      return { text: greeting[language] + (index % 2 ? one : other).replace('{}', thing), language };
    });
}

function invented(count: number) {
  const random = seededRandom(count);
  const word = () =>
    Array.from({ length: 3 }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('');
  const things = Array.from({ length: Math.ceil(count / 4) }, () => `${word()} ${word()}`);
  return Array.from({ length: count }, (_, index) => ({
    slug: `invented-${index}`,
    thing: things[Math.floor(index / 4)] ?? '',
    way: index % 4,
  }));
}
