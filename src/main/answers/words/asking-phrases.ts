import { phrasesOf } from './phrases.ts';
import { turns } from './turns.ts';
import { wholePhrases } from './whole-phrases.ts';

/** How questions ask in more than one word, as data; what single words ask is in `asking.ts`. */

const start = String.raw`^((hi|hey|hello|ciao|salve|buongiorno|buonasera|halo|kak|scusi|scusa|ok|so|and|e) )*`;

/** Words that ask only where they open a question or stand before its verb; elsewhere they join sentences. */
const joining: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(${start})(?:when|quando)(?= )`, 'gu'), '$1WHEN'],
  [
    / (?:when|quando)(?= (?:is|are|do|does|can|will|should|must|would|s|e|si|posso|devo|scade|scadono|apre|aprite)(?: |$)|$)/g,
    ' WHEN',
  ],
  [/ (?:entro|fino a|sino a|da|per|x|by|until|till|since) quando(?= |$)/g, ' WHEN'],
  [/ (?:when|quando)(?= |$)/g, ''],
  [
    /^chi(?= (?!puo|deve|ha|firma|e (?!tenut)|siete|sei|si)\p{L}+ .*(?:quanto|cosa|come|dove|OBLIGATION|deve|devono))/gu,
    '',
  ],
  [/(?<=\p{L} )(?:who|chi)(?= (?!is|are|can|do|does|should|must|will|puo|deve|e|si|posso|firma)\p{L})/gu, ''],
  [/\bhow(?:s| do| does) (.{2,40}?) work\b/g, 'HOW $1'],
  [/\bperlu\b(?=.*\btidak\b)/g, 'OBLIGATION'],
];

/** Phrases that ask, and what. */
export const askingPhrases = [
  ...turns,
  ...wholePhrases,
  ...joining,
  ...phrasesOf(String.raw`
CHECK
  due diligence
  look(ing)? into
OBLIGATION
  ${start}do(es)? (i|we|one|foreigners?|they) (really |also |actually )?need
  ${start}(servono|serve|occorre|bisogna)
CLOCK
  what time is it
  jam berapa sekarang
  sekarang jam berapa
  che ore sono
  che ora e(?! ape)
hari
  hari kerja
  (working|business) days?
  giorni lavorativi
-
  (makan|memakan) waktu
  kira kira
  una volta
  in tot(ale?)?
  in tutto
  all in
MEANING
  (?<=\p{L}{3} )itu (sebenarnya |sebenernya |sbnrnya )?(kode |singkatan |kepanjangan )?(apa|apaan)(an)?(?= ?(sih|ya|kak|min|dong|kah)?$)
  che (roba|cosa) (e|sarebbe)
  apa itu
  apa (sih )?artinya
  (che )?(cos|because) e
  (che )?cosa (significa|vuol dire)
  what (exactly )?(is|are|s) an?(?= \p{L}+$)
  what does (?=.{2,30} mean$)
  meaning of
NEEDS
  what (do|does|must|should)(?= (\p{L}+ ){1,4}(need to|have to|must) (submit|provide|show|prepare|bring|have|present))
  (siapa( saja| aja)? )(yang |yg )?(berhak|memenuhi syarat)( (atas|mendapatkan|dapat|punya|mengajukan))?
  chi (ha|avrebbe) diritto( (a|al|ad|alla))?
  chi puo (aver|ottener|richieder|chieder|prender|far)(e|l[oa])
  who (is|s|are) (eligible|entitled|allowed)( for| to)?( get| have| apply for)?
  who qualifies( for)?
  (come|quali) (carte|documenti|requisiti|scartoffie)
  what (am i|are we) supposed to (have|bring|prepare|submit|provide|show)
  what should (i|we) have ready
  what (has|have) to be (submitted|prepared|provided|in place)
  what (are|is) the (prerequisites|conditions|criteria|prerequisite)
  what do (u|you|they) (need|require|want|ask for)( from (me|us))?
  what does (it|one) (take|need)( to)?(?! (long|cost))
  (di )?(che )?cosa (avete|c e|ho|abbiamo) bisogno
  (che )?cosa (vi serve|chiedono|chiedete|richiede|richiedono|richiedete|bisogna avere)( da me)?
  (quali|che) (condizioni|criteri|carte|scartoffie|documentazione)( (bisogna|servono|ci vogliono|chiedono))?
  (harus|perlu|mesti|wajib) ada apa( saja)?
  (harus|perlu|mesti|kudu) (nyiapin|siapin|bawa|lampirin|kumpulin|ngumpulin) apa( saja)?
  (minta|diminta) (dokumen|berkas|surat) apa( saja)?
  syarat (dan )?ketentuan(nya)?
  what (stuff |things |all |else )?(do|should|would|must|will) (i|we|one) (need|must have|have to (have|prepare|bring|provide|submit|show)|need to (have|prepare|bring|provide|submit|show)|must|prepare|bring|provide|submit|show)
  what( s| is| stuff is| all is)? (needed|required|necessary)
  whats (needed|required)
  what do you need( from me)?
  ((che )?cosa|che) (mi |ci |vi )?(serve|servono|occorre|occorrono|vuole|vogliono|bisogna (avere|preparare|portare|fare|presentare)|(devo|dobbiamo) (avere|preparare|portare|mandare|mandarvi|presentare|fornire))(?! (tempo|di soldi))
  (perlu|butuh|harus|wajib|mesti|kudu) (punya |bawa |siapkan |siapin |menyiapkan |memenuhi |melengkapi |ada )?(apa|apaan)( saja)?
  (apa|apaan)( saja)? yang (perlu|harus|dibutuhkan|diperlukan|disiapkan|disiapin|mesti|wajib)( (di)?(siapkan|siapin|penuhi|lengkapi|bawa|kumpulkan))?
  (who|chi|siapa( saja)?) (is |are |can |could |puo |bisa |boleh )?(eligible|qualif\p{L}+|apply|get|ottenere|fare|dapat|mengajukan|avere|richiedere)
VALIDITY
  quanto dura
DURATION
  how long (until|before|till)
  how many (days|weeks|months) (until|before|till|to)
  how quick(ly)?
  (lead|turnaround|wait(ing)?|processing) (time|period)s?
  time ?(frame|line|scale)s?
  quanto (bisogna|si deve|devo|dobbiamo|tocca) (aspettare|attendere)
  quanto (si aspetta|si attende|passa|impiega|impiegate|ci impiega|dura (la procedura|il processo|la pratica|l iter))
  (entro|nel giro di|dopo) quanto( tempo)?(?! (giorni|mesi))
  in quanti (giorni|mesi)
  (tra|fra) quanto( tempo)?
  (makan|butuh|perlu|memakan|membutuhkan) waktu berapa( lama)?
  (nunggu|nunggunya|menunggu|tunggu)(nya)? berapa( lama)?
  berapa lama (nunggu|menunggu|nunggunya)
  kapan (kira kira )?(bisa )?(jadi|selesai|kelar|beres)(nya)?
  lead time(nya)?
  jangka waktu(nya)?
  (for )?how long( (does|do|will|would|is|it|the|a|an|to|take|takes|till|until|i|d|get))*
  how (soon|fast|quick|quickly|many (weeks|days|months)|much time)
  (processing|turnaround|waiting) times?
  (in )?quant[eio] (tempo|settimane|giorni|mesi)( (ci|si|serve|vuole|vogliono|mette|occorre))*
  quanto (ci (vuole|mette|mettono|mettete)|serve (per|x))
  in quanto
  berapa (lama|minggu|hari|bulan|waktu)
  (jadi|jadinya|selesai|selesainya|kelar|kelarnya|terbit) kapan
HOURS
  (jam|pukul) berapa
  what time
  (a )?che or[ae]
  (on )?(which|what) days
  (in )?quali giorni
  hari apa
CAPITAL
  (minimum|min|minimal|smallest|least) investments?( amount| value)?
  (nilai )?investasi (minimal|minimum)(nya)?
  (minimal|minimum) investasi
  investiment\p{L} minim\p{L}
  how (large|big|high) (must|should|does|is|has) (the |my )?(investment|capital)
  modal (di)?setor(an)?
  quant[oi] (soldi di )?capitale
  how much capital
  berapa modal\p{L}*
  paid up capital
  capitale versato
  modal disetor\p{L}*
COUNT
  how many( times)?
  quant[ie]( volte)?(?! (soldi|euro))
  berapa (banyak|orang|kali)
  numero (minimo |massimo )?di
  number of
PRICE
  (harus |perlu |mesti |tetap )?bayar (tidak|kah|apa (tidak|gratis)|atau (gratis|tidak))
  (kena|ada|dikenakan) (biaya|charge|bayaran)( tidak)?
  (si paga|e a pagamento|bisogna pagare)(?= ?$)
  quanto (mi |ci )?(spendo|spendiamo|spenderei|spenderemmo|pago|paghiamo|pagherei|sborso|scuciono|chiedono|prendono|vogliono|tocca)
  quanto (mi )?(verrebbe a costare|tocca (pagare|sborsare)|devo (sborsare|mettere in conto|preventivare|tirare fuori)|fate pagare|vi devo|si aggira|sarebbe|sta)
  a quanto (lo|la|li|me lo) (fate|mettete|vendete)
  che (prezzo|prezzi|tariffe|tariffa|budget|spesa) (fate|avete|applicate|comporta|serve|mi serve)
  (what|how much) (will|would|does|s) (it|that|this) (set me back|run me|come to|cost me)
  how much (should|do|would) i (budget|set aside|put aside|reckon|be looking at)
  how much (am i|are we) looking at
  how (pricey|expensive)( is| are)?
  (the )?going rate
  price ?(tag|list)
  fee structure
  (perlu|butuh|harus|mesti) (siapin |siapkan |keluar |keluarin |sedia )?(dana|duit|uang|budget) berapa
  (keluar|keluarin|habisin|abisin) (dana|duit|uang) berapa
  berapa (yang harus|yg harus) (saya |aku |kami )?(bayar|dibayar|dikeluarkan|keluarkan|siapkan)
  budget(nya)? berapa
  dipatok berapa
  berapaan
  price ?list(nya)?
  (what|how much) (would|do|will|should|must|does) (i|we|one|you guys|you|it) (have to |need to |want to )?(pay|spend|want|charge|ask|cost)
  how much (you|you guys) want
  quanto (mi |ci )?(costa|costano|costerebbe|viene|vengono|verrebbe|chiedete|prendete|prende|parte|si paga|si spende|ci vuole di soldi)
  quanto (devo|dovrei|dobbiamo) (pagare|spendere)
  what ?s the damage
  how many bucks
  (che|quale) (cifra|importo|spesa|somma)
  quanti (soldi|euro)
  (habis|kena|kenanya|habisnya)( biaya)? berapa( (uang|biaya|rupiah))?
  berapa (uang|rupiah|duitnya|bayar|bayarnya)
  bayar berapa
QUANTITY
  how much
  a quanto ammonta
WHERE
  (di )?(sebelah|bagian|daerah|sekitar|arah|wilayah|kawasan) mana
  (in )?(which|what) part
  di ?mana
  dov e
  where s
HOW
  (che )?cosa (devo|dovrei|dobbiamo|bisogna|si deve|posso) fare( per)?
  che (devo|bisogna|si deve|dobbiamo) fare( per)?
  come (devo |mi devo |ci si |mi |si )(muovo|muovere|muovermi|organizzo|comporto|regolo)
  (che|qual e l|quale) iter
  a chi (mi rivolgo|devo rivolgermi|ci si rivolge)
  what (do|should|must|can|would) (i|we|one) (have to |need to )?do( to)?
  what to do( to)?
  what ?(is|s|are) (involved|the process|the procedure|the steps|the drill|the way)( in| to| for)?
  what s the (deal|drill|process|procedure|way)( with| to| for)?
  walk me through
  how (would|does|can|do|could|should) (one|you|we|i|somebody|someone)( even)? (go about|proceed)?
  (harus|mesti|kudu|perlu) (ngapain|gimana|bagaimana|apa dulu|ke mana|kemana)( saja| dulu)?
  ngapain (saja|dulu)
  (alur|alurnya|tahapan|tahapannya|mekanisme|mekanismenya|prosedur|prosedurnya|proses|prosesnya) (seperti apa|gimana|bagaimana)
  mulai(nya)? (dari )?(mana|gimana)
  step step(nya)?
  (where|how) (do|should|can|would) (i|we|one) (start|begin|proceed)
  da dove (si )?(parte|inizia|comincia|parto|inizio|comincio)
  come ((devo|posso|si) )?proced(o|e|ere)
  come mi muovo
  mulai dari mana
  (che|quali) pass(i|aggi)
  (kek|kayak|kyk) (apa|gimana|mana|bagaimana)
  seperti apa
  lewat mana
  what are the steps
  how (do(es)?|s) (it|that) work
  hows it work
  come funziona
  go about
DIFFERENCE
  (in )?(che )?cosa (si distingu\p{L}+|cambia|cambiano|(sono|e) divers[ieao]|differisc\p{L}+)( (tra|fra))?
  how (is|are|do|does) (?=.*\b(different|differ)\b)
  differen(t|ces?|za|ze) (between|tra|fra|to|from)
  (perbedaan|beda|bedanya) (antara)
GET
  (sign|set|sort)(ing)? (up|out)
PAY
  (send|transfer)( you)?( the)? money
SIGN
  tanda tangan
-
  (what s|what is|what are|whats|quali sono|qual e)
  ci (vuole|vogliono|vorrebbe|vorra)
  (sampai|hingga) (jadi|selesai|kelar|terbit|keluar)
  kalau(?= (saya |aku |kami )?(mau|ingin|pengen|pengin|mo))
`),
];
