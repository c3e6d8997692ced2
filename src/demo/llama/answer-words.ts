import type { Formality } from '../../shared/client.ts';
import type { Language } from '../../shared/language.ts';

/** How an answer begins after greeting and name, and how it ends. What stands between is what the office knows. */
interface AnswerWords {
  readonly openings: readonly string[];
  readonly endings: readonly string[];
}

export const answerWords: Readonly<Record<Language, Readonly<Record<Formality, AnswerWords>>>> = {
  en: {
    informal: {
      openings: [
        'thanks for asking!',
        'good that you ask before deciding anything.',
        'happy to help with this one.',
        "here's what we can tell you.",
      ],
      endings: [
        "If you like, we'll look at your papers together before anything is filed.",
        "Tell us a little about your plans and we'll say what comes first.",
        'If anything is unclear, just write back here.',
        "Whenever you're ready, we'll put the next steps together for you.",
      ],
    },
    formal: {
      openings: [
        'thank you for your enquiry.',
        'thank you for writing to our office.',
        'we are glad to give you this information.',
        'we appreciate your question.',
      ],
      endings: [
        'We would be pleased to review your documents before anything is filed.',
        'Please let us know your plans, so that we can describe the first step.',
        'Should anything remain unclear, please write to us here.',
        'We will gladly prepare an overview of the next steps for you.',
      ],
    },
  },
  it: {
    informal: {
      openings: [
        'grazie per la domanda!',
        'volentieri, ecco che cosa serve sapere.',
        'hai fatto bene a chiedere prima di decidere.',
        'certo, ti rispondiamo subito.',
      ],
      endings: [
        'Se vuoi, guardiamo insieme i documenti prima di presentare qualsiasi cosa.',
        'Raccontaci i tuoi piani e ti diciamo da dove si comincia.',
        'Se qualcosa non è chiaro, scrivici pure qui.',
        "Quando vuoi, ti prepariamo l'elenco dei prossimi passi.",
      ],
    },
    formal: {
      openings: [
        'grazie per averci scritto.',
        'La ringraziamo per la domanda.',
        'siamo lieti di risponderLe.',
        'ecco le informazioni che ha richiesto.',
      ],
      endings: [
        'Se lo desidera, verifichiamo i documenti prima di presentare la pratica.',
        'Ci faccia sapere i Suoi progetti, così Le indichiamo il primo passo.',
        'Per qualsiasi dubbio restiamo a disposizione in questa chat.',
        'Saremo lieti di prepararLe un riepilogo dei prossimi passi.',
      ],
    },
  },
  id: {
    informal: {
      openings: [
        'makasih udah nanya, Kak!',
        'siap Kak, ini infonya ya.',
        'boleh banget, Kak.',
        'untung Kakak tanya dulu sebelum mulai.',
      ],
      endings: [
        'Kalau Kakak mau, berkasnya kami cek dulu sebelum diajuin.',
        'Cerita sedikit rencananya ya Kak, nanti kami kasih tahu mulai dari mana.',
        'Kalau ada yang belum jelas, tanya aja di sini ya Kak.',
        'Kapan pun Kakak siap, kami buatin daftar langkah berikutnya.',
      ],
    },
    formal: {
      openings: [
        'terima kasih sudah menghubungi kami.',
        'terima kasih atas pertanyaannya.',
        'dengan senang hati kami sampaikan informasinya.',
        'berikut informasi yang dapat kami sampaikan.',
      ],
      endings: [
        'Bila berkenan, dokumennya kami periksa terlebih dahulu sebelum diajukan.',
        'Silakan sampaikan rencananya agar kami dapat menjelaskan langkah pertama.',
        'Jika ada yang belum jelas, silakan hubungi kami di sini.',
        'Dengan senang hati kami siapkan ringkasan langkah berikutnya.',
      ],
    },
  },
};

/** What a model likes to add and no house fact says. */
export const ownFigures: Readonly<Record<Language, string>> = {
  en: 'It usually takes 14 days.',
  it: 'Di solito bastano 14 giorni.',
  id: 'Biasanya cukup 14 hari.',
};
