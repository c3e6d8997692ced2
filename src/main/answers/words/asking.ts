import { setOf, wordsOf } from './phrases.ts';

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
  without senza tanpa again lagi other altro altra lain lainnya more lebih after before
  dopo prima setelah sesudah sebelum already sudah gia belum yet besok kemarin tadi nanti domani ieri
  tomorrow yesterday between antara tra fra every each setiap ogni instead invece than most many banyak molti few pochi mai
  never pernah kok jangan nessuno niente nulla kurang kurangi nego internasional internazionale international
`);

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
  DIFFERENCE bedain bedakan membedakan dibedakan pembeda diff differ differs differing distinguono distingue distinzione
  DIFFERENCE beda bedanya perbedaan differenza differenze difference differences versus vs
  BENEFIT keuntungan manfaat benefits benefit vantaggi vantaggio advantages advantage
  HOW how come gimana bagaimana cara caranya prosedur procedura procedure langkah langkahnya steps step passaggi metode
  PROCESS process proses prosesnya processo pratica procedimento
  HOW metodo metodi modalita methods method
  GET bikin membuat bikinnya pembuatan urus ngurus mengurus pengurusan diurus daftar mendaftar pendaftaran daftarin
  GET mendaftarkan mendirikan pendirian dapat dapet dapatkan mendapatkan fare faccio fa ottenere ottiene richiedere richiesta
  GET iscrivermi iscriversi iscriverci iscrive iscrizione costituire costituzione avere prendere prende rilascio get getting
  GET obtain obtaining apply applying application register registering registration enrol enroll enrolling enrolment
  MEANING definition definizione definisi pengertian artinya significato meaning
  LIMIT batas batasan batasnya limite limiti limit limits threshold soglia tetto
  LEGAL legit illegal ilegal illegale
  LEGAL legal legale legali legality legalita legalitas legally legalmente lawful lecito lecita sah
  OBLIGATION compulsory mandatory obligatory obbligatorio obbligatoria obbligatori obbligatorie obbligo kewajiban diwajibkan
  PRICE gratis free gratuito gratuita gratuiti gratuite gratisan berbayar
  PAGE halaman lembar page pages pagina pagine
  GET establish establishing established founding didirikan berdiri costituisce costituiscono costituirla nascere launching
  GET diriin ngediriin ngedirikan
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
    free_of_charge: ['PRICE'],
    payment: ['c:payment', 'c:action_pay'],
    action_pay: ['c:action_pay', 'c:payment'],
    translation: ['c:translation', 'c:action_translate'],
    action_translate: ['c:action_translate', 'c:translation'],
    length_of_stay: ['c:length_of_stay', 'DURATION', 'c:action_stay'],
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
