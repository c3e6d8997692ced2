import { languages, type Language } from '../../../shared/language.ts';
import { rootOf } from '../../text/roots.ts';
import { isAtHome } from './alike.ts';
import { courtesyWords } from './courtesy-words.ts';
import { phrasesOf } from './phrases.ts';

const address = '(min|mimin|admin|gan|bos|boss|bro|sis|kak|bang|raga|ragazzi)';

/** Greetings, thanks, and the wrapping of questions in more than one word. */
export const courtesyPhrases = phrasesOf(String.raw`
-
  ^((halo|hallo|hai|hi|hey|hello|ciao|salve|permisi|siang|pagi|sore|malam|yo|ok) )*${address}
  ${address}$
  how are you( doing)?( today)?
  apa kabar(nya)?
  come (stai|sta|state|va(?! (la|il|lo|l|con|le)))
  tutto bene
  good (morning|afternoon|evening|day)
  selamat (pagi|siang|sore|malam)
  buona? (giorno|pomeriggio|sera|giornata)
  thank you( (very|so) much)?
  (many )?thanks( in advance)?
  grazie( mille| in anticipo)?
  terima kasih( banyak)?
  per (favore|cortesia|piacere)
  dear (team|sir|madam|all)
  gentile (ufficio|team|staff)
  (could|can|would|will) you( (please|kindly))? (tell|let|inform|explain|describe|send|give|drop|share|indicate)( (to )?(me|us))?( know)?
  i (would|d)? ?(like|love|want|need) to (know|ask|understand)
  (may|can|could|might) i (ask|know|have)
  let me know
  i was wondering
  (mi )?(potrebbe|potreste|potresti|puo|puoi|potete|sa|sai|sapete|sapreste|saprebbe) (per favore )?(dire|dirmi|indicare|indicarmi|comunicare|comunicarmi|spiegare|spiegarmi|inviare|inviarmi|mandare|mandarmi|chiarire|chiarirmi|descrivere|descrivermi|far sapere|farmi sapere)
  (vorrei|volevo|vorremmo) (sapere|conoscere|chiedere|chiedervi|avere|capire)
  potrei (sapere|avere|conoscere)
  mi (mandi|mandate|dici|dite|dica|dai|date)
  le chiedo
  (mau|mo|ingin|pengen|pengin|boleh|bisa|izin)( (saya|aku))? (tanya|nanya|bertanya|tau|tahu|mengetahui|minta (info|information)\p{L}*)( dong)?
  (mohon|minta)( (bantuan|info|informasi\p{L}*|information|penjelasan|dijelaskan|diinformasikan))*
  pemegang (?=kitas|kitap|visa|izin|voa)
  (sono|saremmo|siamo) a chiedere
  con la presente
  (le|vi) sar(ei|emmo) grat[oi]
  (resto|restiamo|rimango) in attesa( di (un )?(vostro|suo|cortese)? ?riscontro)?
  in attesa di (un )?(vostro |suo |cortese )*riscontro
  scus[aei](te)? (il|per il) disturbo
  (mi|ci) (sa|sai|sapete|saprebbe|sapreste|sapresti) (dire|dirmi|spiegare|indicare)
  qualcuno (sa|saprebbe|mi sa dire)
  i (am|m) writing to (enquire|inquire|ask)
  i would be grateful if
  would it be possible to
  (just )?(a )?quick question
  sorry to bother( you)?
  any idea
  looking forward to (your reply|hearing from you)
  (dengan|bersama) (hormat|ini)
  (izin|numpang|mau) (tanya|bertanya|nanya|konfirmasi)
  (mohon|minta) (pencerahan|petunjuk|arahan|kesediaannya)
  atas perhatiannya
  orang asing
  warga (negara )?asing
  foreign (residents?|nationals?)
`);

/** Words this long are known by their root too: "indicarmi", "indicate". */
const inflected = 6;

const rootsOf = (language: Language): ReadonlySet<string> =>
  new Set(
    [...courtesyWords[language]]
      .filter((word) => word.length >= inflected)
      .map((word) => rootOf(word, language)),
  );
const roots = { id: rootsOf('id'), it: rootsOf('it'), en: rootsOf('en') };

/** Whether the folded word adds nothing to a question of this language. */
export function isCourtesy(word: string, language: Language): boolean {
  return (
    courtesyWords[language].has(word) ||
    (word.length >= inflected && roots[language].has(rootOf(word, language)))
  );
}

/** Whether a word of another language than the message's adds nothing either, as in messages that mix them. */
export function isForeignCourtesy(word: string, language: Language): boolean {
  return (
    word.length > 2 && isAtHome(word, language) && languages.some((other) => courtesyWords[other].has(word))
  );
}
