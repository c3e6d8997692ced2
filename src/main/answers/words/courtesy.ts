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
  (ciao|salve|hey|buongiorno|grazie) ragazzi
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
  (pemegang|memegang|megang|pegang)(?= (kitas|kitap|visa|izin|ijin|voa|paspor|dua))
  (kitas|permit|visa) holders?(?=$| for| on| in| with)
  (per|prima di|quando|appena|dopo) (entrare|venire|andare|arrivare|atterrare|partire|viaggiare|volare|entro|vengo|arrivo|atterro|essere entrati|essere arrivati) (in|a|per|verso) (bali|indonesia)
  (to|for|before|when|while|once|by|i|we|until|after) (i |we |you )?(enter|entering|entry to|entry into|come to|coming to|travel to|travelling to|traveling to|visit|visiting|fly to|flying to|fly into|land in|landing in|arrive in|arrive at|arriving in|go to|going to) (bali|indonesia)
  (untuk|buat|saat|waktu|ketika|sebelum|biar|agar|supaya) (bisa )?(masuk|memasuki|datang|berangkat|tiba|mendarat|terbang|liburan|ke|masuk ke|datang ke|berangkat ke|terbang ke|liburan ke) (di )?(bali|indonesia)
  (saya |aku |kami )?(tinggal|menetap) di bali
  (abito|vivo|viviamo|abitiamo|sto) a bali e
  (i|we) (am |are |m |re )?(live|living|based|staying) in bali( and)?
  (if )?(i|we|you) ?(am|m|are|re) (not (an )?indonesian|a foreigner|an expat|foreigners|expats)( citizens?)?( (in|of|with) indonesia)?
  (non sono|da non) (un |una )?(cittadin[oa] )?indonesian[oa]
  (saya |aku )?bukan (wni|orang indonesia)
  (sono|siamo|da|come) (un |una |uno |gli |degli )?(stranier[oaie]|expat)
  (sebagai|saya|aku|kami) (wna|bule|ekspat|orang asing)
  cittadin[oaie] stranier[oaie]
  i keep (seeing|hearing|reading)( about)?
  (saya |aku )?(sering|pernah) (dengar|denger|baca|lihat|liat)( soal| tentang)?
  (sento|leggo|vedo) (spesso )?(parlare )?(di|del|della)
  (in|a) (parole povere|parole semplici|grandi linee)
  (before|when|while|after|once|if) (i |we |you )?(apply|applying|applied|start|starting|submit|submitting)
  prima di (fare domanda|fare richiesta|iniziare|cominciare|richiederlo|richiederla|presentare la domanda)
  sebelum (mengajukan|daftar|mendaftar|apply|ngajuin|mulai)
  (masih|msh) (aman|oke|ok|boleh|bisa|diterima|cukup)
  (ex|formerly|former|alias|aka|dulu|dulunya|previously|precedentemente) b211a?
  (or|o) (not|no|meno)
  all ?in(clusive)?
  up and running
  (can|could|may|should) (i|we) (come|drop|stop|pop|swing|pass) (by|in|over|round)( to| at)?
  (posso|possiamo|potrei|vorrei) passare( da voi)?
  (bisa|boleh|mau) (mampir|datang|dateng)( ke)?
  (prima|finche|fino a quando|fino) (che |di |a )?(mi diano|mi danno|me lo danno|lo ricevo|averlo|averla|ricevo|riceverlo|aver(e)?|arrivi|sia pronto|sia pronta)
  (till|until|before) (i|we|you) (get|have|receive)( it)?
  sampai (dapat|jadi|dapet|terima|keluar|di tangan)
  the whole
  (per|prima di|all|al momento dell) (l )?(ingresso|entrata|arrivo) (in|a) (indonesia|bali)
  (for|on|upon|before) (entry|arrival) (to|into|in) (indonesia|bali)
  (setelah|sejak|sesudah|begitu|dari|after|from|dopo|dalla|dal|once) (i )?(the |my |la |il |le )?(hand in |submit |file |send in )?(the |my |your )?(dokumen|berkas|permohonan|pengajuan|domanda|richiesta|application|submission|documents|papers|documenti)(nya)?( (lengkap|masuk|diterima|diajukan|submitted|filed|is in|are in|consegnati))*
  (setelah|sejak|sesudah) (diajukan|apply|daftar|mengajukan|submit)
  (?<=(gimana|bagaimana|berapa|apa|kapan) )sudah(?=$)
  (yang )?baru (pindah|datang|tiba|sampai|mendarat)( (kos|kost|kontrakan|(ke|di) (sini|bali)))?
  once and for all
  (sono|saremmo|siamo) a chiedere
  con la presente
  (le|vi) sar(ei|emmo) grat[oi]( se (mi |ci |vi )?\p{L}+ss(e|ero|ate|i))?
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
  foreign (residents?|nationals?|citizens?|people|persons?)
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
