import type { SignalLanguage } from '../../shared/language.ts';

/** How a feeling and a matter become what somebody types. */
interface Shapes {
  /** What stands between the two. */
  readonly joins: readonly string[];
  /** Since when, or what it is like just now. */
  readonly moments: readonly string[];
  /** Triggers: F is the feeling, M the matter, J what joins them, T the moment. */
  readonly triggers: readonly string[];
}

export const shapes: Readonly<Record<SignalLanguage, Shapes>> = {
  id: {
    joins: ['soal', 'karena', 'gara-gara', 'kalau ingat', 'tentang'],
    moments: [
      'dari kemarin', 'akhir-akhir ini', 'sejak minggu lalu', 'lagi-lagi', 'sampai sekarang', 'habis telepon tadi',
      'jujur ya', 'sebelum lanjut', 'tiap hari', 'sejak pindah', 'sekali lagi',
    ],
    triggers: ['F J M', 'M T bikin F', 'F nih kak T, M', 'M gimana ya F', 'T F J M', 'M, F T', 'kok F ya J M'],
  },
  it: {
    joins: ['per', "e c'entra", 'con'],
    moments: [
      'da ieri', 'in questi giorni', 'da lunedì', 'di nuovo', 'ancora', 'stasera', 'sinceramente', 'ogni giorno',
      'adesso', 'oggi', 'da settimane',
    ],
    triggers: ['F J M', 'M T e F', 'F T: M', 'M e io F', 'T F, M', 'uffa M, F', 'è normale? F, M'],
  },
  en: {
    joins: ['about', 'over', 'with'],
    moments: [
      'since Monday', 'these days', 'lately', 'again', 'even now', 'this week', 'honestly', 'today', 'every day',
      'right now', 'for weeks',
    ],
    triggers: ['F J M', 'M and F', 'F T, M', 'M... F', 'T F, M', 'so M T, F', 'normal? F J M'],
  },
  ban: {
    joins: ['indik', 'krana', 'antuk', 'inget'],
    moments: [
      'uling ibi', 'mangkin', 'uling galungan ibi', 'malih', 'sadurung nyepi', 'usan telpun meme', 'jujur',
      'sai-sai', 'nyanggra gajian', 'uling semeng', 'tengah lemeng',
    ],
    triggers: ['F J M', 'M T ngawe F', 'jujur F T J M', 'M T sapunapi F', 'T F J M', 'M malih, F T', 'nah F J M bli'],
  },
  jv: {
    joins: ['babagan', 'amargi', 'perkawis', 'kelingan'],
    moments: [
      'wiwit wingi', 'sakmeniko', 'wiwit bakda wingi', 'malih', 'saderenge suran', 'bibar telpun ibu', 'jane',
      'saben dinten', 'ngajengaken gajian', 'wiwit enjing', 'tengah dalu',
    ],
    triggers: ['F J M', 'M T ndamel F', 'jane F T J M', 'M T pripun F', 'T F J M', 'M malih, F T', 'lha F J M mas'],
  },
}; // prettier-ignore
