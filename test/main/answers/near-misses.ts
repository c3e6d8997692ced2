import type { Language } from '../../../src/shared/language.ts';

/** Turns any common question into one that its answer does not fit: `{}` is the question. */
export const nearMisses: Readonly<Record<Language, Readonly<Record<string, readonly string[]>>>> = {
  id: {
    personal: [
      'Saya pernah ditolak imigrasi, {}',
      '{} untuk istri saya yang overstay',
      'Visa saya habis besok. {}',
      'Anak saya 15 tahun, {}',
    ],
    number: ['{} untuk 7 orang', '{} kalau saya tinggal 75 hari', '{} sebelum tanggal 3 Maret'],
    negation: ['saya tidak mau itu. {}', '{} tanpa sponsor'],
    complaint: ['sudah dua bulan belum jadi juga! {}', '{} kok mahal banget', 'kenapa lama sekali, {}'],
    distress: ['tolong saya takut ditangkap, {}', 'saya bingung dan malu, {}', 'darurat! {}'],
    two: ['{} dan berapa harga mobil bekas?', '{}, sekalian cara sewa motor?'],
  },
  it: {
    personal: [
      'Mi hanno già rifiutato il visto, {}',
      '{} per mia moglie che è in overstay',
      'Il mio visto scade domani. {}',
      'Sono divorziato, {}',
    ],
    number: ['{} per 7 persone', '{} se resto 75 giorni', '{} entro il 3 marzo'],
    negation: ['Non voglio quello. {}', '{} senza sponsor'],
    complaint: [
      'aspetto da tre settimane, è vergognoso. {}',
      '{} troppo caro',
      'mi avevate promesso altro, {}',
    ],
    distress: ['ho paura che mi arrestino, {}', 'sono disperata, {}', 'è urgentissimo! {}'],
    two: ['{} e quanto costa un’auto usata?', '{}, e affittate scooter?'],
  },
  en: {
    personal: [
      'I was refused before, {}',
      '{} for my wife who overstayed',
      'My visa expires tomorrow. {}',
      "I'm still married to someone else, {}",
    ],
    number: ['{} for 7 people', '{} if I stay 75 days', '{} by 3 March'],
    negation: ["I don't want that. {}", '{} without a sponsor'],
    complaint: ['still waiting after five weeks. {}', '{} too expensive', 'you promised something else, {}'],
    distress: ["I'm scared they arrest me, {}", "I'm desperate, {}", 'urgent!! {}'],
    two: ['{} and how much is a used car?', '{}, and do you rent scooters?'],
  },
};
