import { phrasesOf, setOf, wordsOf } from './phrases.ts';

/**
 * How questions ask, as data: what is asked about a subject has one name in the three languages. Only a question as a
 * whole says it ("quanto tempo" is no price), so it stands here; single words with a meaning are the lexicon's.
 */

/** What a question may ask about a subject. A message that asks another one than an intent never gets its answer. */
export const aspects = setOf(`
  PRICE DURATION NEEDS CAPITAL COUNT WHERE HOURS WHEN VALIDITY WHY WHO DIFFERENCE BENEFIT MEANING OBLIGATION CLOCK QUANTITY
`);

/** Verbs and turns of "how do I get …": which of them is used hardly matters. */
export const actions = setOf('HOW PROCESS GET OPEN');

/** Function words that change a question all the same: each must stand in the intent's variations too. */
export const weighty = setOf(`
  without senza tanpa also too anche juga again lagi ancora still masih other altro altra lain lainnya more lebih after before
  dopo prima setelah sesudah sebelum only solo hanya cuma already sudah gia belum yet besok kemarin tadi nanti domani ieri
  tomorrow yesterday between antara tra fra every each setiap ogni instead invece than most many banyak molti few pochi mai
  never pernah kok jangan nessuno niente nulla
`);

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
  [/(?<=\p{L} )(?:who|chi)(?= (?!is|are|can|do|does|should|must|will|puo|deve|e|si|posso|firma)\p{L})/gu, ''],
  [/\bhow do(?:es)? (.{2,40}?) work\b/g, 'HOW $1'],
  [/\bperlu\b(?=.*\btidak\b)/g, 'OBLIGATION'],
];

/** Phrases that ask, and what. */
export const askingPhrases = [
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
OPENING
  jam (buka|operasional|kerja|kantor)\p{L}*
  (buka|tutup)(nya)? jam berapa
  jam berapa (kantor\p{L}* )?(buka|tutup)\p{L}*
  opening (and )?(closing )?(hours|times?)
  closing (hours|times?)
  (office|business|working) hours
  (orari|orario) (di |dell |d )?(apertura|ufficio|lavoro|ricevimento)
  (a )?che or[ae] (apr\p{L}+|chiud\p{L}+|siete apert\p{L})
  what time (do|does|is) (you|the office|your office) (guys )?(open|close)\p{L}*
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
  apa itu
  apa (sih )?artinya
  (che )?(cos|because) e
  (che )?cosa (significa|vuol dire)
  what (exactly )?(is|are|s) an?(?= \p{L}+$)
  what does (?=.{2,30} mean$)
  meaning of
NEEDS
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
  (harus|perlu|mesti) (nyiapin|siapin|bawa|lampirin|kumpulin|ngumpulin) apa( saja)?
  (minta|diminta) (dokumen|berkas|surat) apa( saja)?
  syarat (dan )?ketentuan(nya)?
  what (stuff |things |all |else )?(do|should|would|must|will) (i|we|one) (need|must have|have to (have|prepare|bring|provide|submit|show)|need to (have|prepare|bring|provide|submit|show)|must|prepare|bring|provide|submit|show)
  what( s| is| stuff is| all is)? (needed|required|necessary)
  whats (needed|required)
  what do you need( from me)?
  ((che )?cosa|che) (mi |ci |vi )?(serve|servono|occorre|occorrono|vuole|vogliono|bisogna (avere|preparare|portare|fare|presentare)|(devo|dobbiamo) (avere|preparare|portare|mandare|mandarvi|presentare|fornire))(?! (tempo|di soldi))
  (perlu|butuh|harus|wajib|mesti) (punya |bawa |siapkan |siapin |menyiapkan |memenuhi |melengkapi |ada )?(apa|apaan)( saja)?
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
  what (is|s|are) (involved|the process|the procedure|the steps|the drill|the way)( in| to| for)?
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
  kalau (?=(saya |aku |kami )?(mau|ingin|pengen|pengin|mo) )
`),
];

/** What single words ask. Those that the lexicon knows the same way are not here. */
export const askingWords = wordsOf(`
  QUANTITY quanto quanta quant berapa berapakah
  PRICE biaya biayanya harga harganya tarif tarifnya ongkos ongkosnya costo costi costa costano costerebbe costerebbero costare prezzo prezzi tariffa
  PRICE tariffe preventivo compenso onorario price prices pricing cost costs fee fees rate rates charge charges quote quotation
  DURATION lama lamanya durasi durata tempi tempistica tempistiche tempo duration timeline timeframe timing waktu waktunya
  NEEDS dokumen dokumennya berkas berkasnya syarat syaratnya persyaratan persyaratannya documenti documento
  NEEDS documentali documentazione carte requisiti requisito documents document docs paperwork papers requirements requirement
  CAPITAL modal modalnya capitale capital
  WHERE where whereabouts dove dov dimana mana zona daerah
  HOURS jam hours orari orario
  WHEN kapan kapannya
  VALIDITY berlaku berlakunya masa valid validity validita vale dura
  WHY why kenapa mengapa perche
  WHO who siapa chi
  DIFFERENCE beda bedanya perbedaan differenza differenze difference differences versus vs
  BENEFIT keuntungan manfaat benefits benefit vantaggi vantaggio advantages advantage
  HOW how come gimana bagaimana cara caranya prosedur procedura procedure langkah langkahnya steps step passaggi metode
  PROCESS process proses prosesnya processo pratica procedimento
  HOW metodo metodi modalita methods method
  GET bikin membuat bikinnya pembuatan urus ngurus mengurus pengurusan diurus daftar mendaftar pendaftaran daftarin
  GET mendaftarkan mendirikan pendirian dapat dapet dapatkan mendapatkan fare faccio fa ottenere ottiene richiedere richiesta
  GET iscrivermi iscriversi iscriverci iscrive iscrizione costituire costituzione avere prendere prende rilascio get getting
  GET obtain obtaining apply applying application register registering registration enrol enroll enrolling enrolment
  FREE gratis free gratuito gratuita gratuiti gratuite
  PAGE halaman lembar page pages pagina pagine
  GET masuk masukin memasukkan ikut ikutan join joining aderire adesione
  GET enrollment registered start starting incorporate incorporating incorporation setup make issued terbit entrare
  OPEN buka bukanya membuka pembukaan apre aprire aprite apertura aperti aperto aperta apri open opens opening opened
`);

/** What concepts of the lexicon are called in a question, surest first. Each of the names will do. */
export const askingConcepts: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    price: ['PRICE'],
    fee: ['PRICE'],
    tariff_rate: ['PRICE'],
    quote_estimate: ['PRICE'],
    expense: ['PRICE'],
    total_amount: ['PRICE'],
    duration: ['DURATION'],
    ask_how_long: ['DURATION'],
    document: ['DOCUMENTS', 'NEEDS'],
    letter: ['DOCUMENTS', 'NEEDS'],
    certificate: ['c:certificate', 'c:document'],
    requirement: ['REQUIREMENTS', 'NEEDS'],
    eligible: ['REQUIREMENTS', 'NEEDS'],
    ask_what_is_needed: ['NEEDS'],
    ask_where: ['WHERE'],
    address: ['c:address', 'WHERE'],
    map_location: ['c:address', 'WHERE'],
    opening_hours: ['c:opening_hours', 'HOURS'],
    ask_when: ['WHEN'],
    validity_period: ['VALIDITY'],
    status_valid: ['VALIDITY'],
    ask_why: ['WHY'],
    ask_who: ['WHO'],
    ask_difference: ['DIFFERENCE'],
    action_compare: ['DIFFERENCE'],
    ask_how: ['HOW'],
    procedure: ['HOW'],
    step: ['HOW'],
    action_apply: ['GET'],
    action_register: ['c:action_register', 'GET'],
    action_do_make: ['GET'],
    action_start: ['GET'],
    action_open: ['OPEN'],
    // A visa is prolonged and a permit renewed: the same is meant.
    action_extend: ['c:action_extend'],
    action_renew: ['c:action_extend'],
    ask_compulsory: ['MUST'],
    quality_compulsory: ['MUST'],
    // Whether something can be done is how a question is put.
    ask_possible: [],
    ask_allowed: [],
  }),
);
