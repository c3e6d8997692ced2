import { phrasesOf, setOf, wordsOf } from './phrases.ts';

/** Names of visas, permits, companies and numbers, as data: the same thing has one name in the three languages. */

/** Types of visa, permit and company: two different ones are never the same question. */
export const types = setOf(`
  KITAS KITAP VOA VISA PERMIT INVESTOR WORKING RETIREMENT FAMILY SECOND_HOME STUDENT NOMAD BUSINESS TOURIST
  GOLDEN TRANSIT MULTIPLE_ENTRY SOCIAL PTPMA LOCAL_COMPANY COMPANY NPWP BPJS SIM
`);

/** A word for the whole says nothing beside the name of one of its kind ("permesso KITAS", "visa VOA"). */
export const wholes: ReadonlyMap<string, readonly string[]> = new Map([
  ['VISA', ['KITAS', 'KITAP', 'VOA', 'NOMAD', 'SECOND_HOME', 'GOLDEN', 'TRANSIT', 'SOCIAL']],
  ['PERMIT', ['KITAS', 'KITAP', 'VOA', 'VISA', 'SIM', 'NOMAD', 'SECOND_HOME']],
  ['KITAS', ['NOMAD', 'SECOND_HOME']],
  ['COMPANY', ['PTPMA']],
]);

export const isCode = (word: string): boolean => /^(?:[a-e]\d{1,3}[a-z]?|211[a-c]?)$/.test(word);

const codes: ReadonlyMap<string, readonly string[]> = new Map([
  ['e28a', ['KITAS', 'INVESTOR']],
  ['e23', ['KITAS', 'WORKING']],
  ['e33f', ['KITAS', 'RETIREMENT']],
  ['e31', ['KITAS', 'FAMILY']],
  ['e33', ['SECOND_HOME']],
  ['e33g', ['KITAS', 'NOMAD']],
  ['b1', ['VOA']],
]);

/** What a code of visas and permits is called; one that is not known stands for itself. */
export function namesOfCode(word: string): readonly string[] {
  const code = word.replace(/^b(?=211)/, '');
  return codes.get(code) ?? [`code:${code}`];
}

/** Names of more than one word. */
export const namePhrases = phrasesOf(String.raw`
VOA
  visas? (on|upon|at|di|saat|waktu|pas) (the )?(arrival|airport|bandara|kedatangan|tiba|datang|sampai)( di bandara)?
  arrival visas?
  visto (che si (fa|prende|compra) )?(in|all|dell) (aeroporto|arrivo)( all arrivo)?
  visto (all|in|d|on) (arrivo|arrival)
  visto (rilasciat|ottenut|concess|fatt|pres|emess)o (all arrivo|in aeroporto|in loco)
  e ?voa
  vao
  voa
PTPMA
  pt ?pm+a+
  foreign (owned|invested|investment) compan(y|ies)
  societa (a capitale stranier[oa]|stranier[ae]|estera|di (proprieta )?stranieri)( pt ?pma)?
  perusahaan (asing|milik asing|penanaman modal asing)
  pt asing
  pma
LOCAL_COMPANY
  pt (lokal|local|locale|biasa|pmdn|perorangan)
  local (pt|company)
  pmdn
OVERSTAY
  (melebihi|lewat|lebih dari) (batas )?(masa )?izin tinggal
KITAS
  (izin|ijin) tinggal terbatas
KITAP
  (izin|ijin) tinggal tetap
  permanent (stay|residence|residency) permit
PERMIT
  (izin|ijin) tinggal
  permesso di (soggiorno|residenza|permanenza)
  (stay|residence|residency|staying) permits?
VISA TOURIST
  (visas?|vist[oi]) (per )?(tur\p{L}+|wisata|tourists?)
  (tourists?|holiday|tourism) visas?
BPJS
  bpjs (kesehatan|health( insurance)?( scheme)?|sanitari[oa]|salute|medical)
NPWP
  tax (id )?numbers?
  (nomor|nomer|no) pajak
  tax id
  (codice|numero) fiscale
  nomor pokok wajib pajak
simcard
  sim cards?
  kartu sim
  scheda sim
SIM
  driv(ing|er|ers)( s)? licen[cs]es?
  surat (izin|ijin) mengemudi
  patente di guida
SECOND_HOME
  second home
  rumah kedua
  seconda casa
NOMAD
  digital nomads?
  nomad[ei] digital[ei]
  remote workers?
  lavor(o|a|ano|are|atore|atori) (da )?remoto
  work(s|ing)? remotely
  smart working
  (pekerja|kerja) (remote|jarak jauh)
FAMILY
  (ikut|penyatuan) (suami|istri|keluarga)
  ricongiungimento familiare
  family (reunion|reunification|unification)
KITAS WORKING
  kitas (da|per|per i|per un|for|for an?|as an?|untuk|buat|sebagai) (tenaga kerja|lavorator\p{L}+|dipendent\p{L}+|workers?|employees?|employment|pekerja|karyawan)
  (workers?|employees?|employment) (s )?kitas
KITAS RETIREMENT
  kitas (da|per|per i|for|as an?|untuk|buat|sebagai) (pension\p{L}+|retire\p{L}+|senior|seniors|lansia|anzian\p{L})
  (pensioners?|retirees?|seniors?) (s )?kitas
MULTIPLE_ENTRY
  multiple entry
  ingressi multipli
SOCIAL
  sosial budaya
  social cultural
  socio culturale
KITAS INVESTOR
  kitas (investasi|investment|(per|da|di) (gli )?investi(tori|tore|mento))
  (investment|investasi) kitas
`);

/** Names of one word. */
export const names = wordsOf(`
  KITAS kitas itas
  KITAP kitap itap
  VISA viza vissa visaa
  VISA visa visas visto visti
  PERMIT izin ijin permesso permessi permit permits
  INVESTOR investor investors investitore investitori investitrice
  WORKING kerja lavoro lavorativo lavorativa lavorare working work
  RETIREMENT retirement retired retiree retirees retiring pensioner pensioners pensionata pensiun pensiunan pensione pensionati pensionato lansia
  FAMILY family famiglia familiare keluarga dependent dependant spouse
  STUDENT student students pelajar mahasiswa studente studenti studio
  NOMAD nomad nomads nomade
  BUSINESS business bisnis affari
  GOLDEN golden
  TRANSIT transit transito
  COMPANY pt company companies perusahaan perusahaannya azienda aziende societa ditta
  NPWP npwp
  BPJS bpjs
  SIM sim patente
`);
