/**
 * What words of a question mean, as data: the same meaning has one name in the three languages. Names in capitals are
 * meanings; a lower-case word stands for itself. The order of the phrases is the order in which they are read.
 */

/** What a question may ask about a subject. A message that asks another one than an intent never gets its answer. */
export const aspects = [
  'PRICE',
  'DURATION',
  'DOCUMENTS',
  'CAPITAL',
  'WHERE',
  'HOURS',
  'WHEN',
  'VALIDITY',
  'WHY',
  'WHO',
  'DIFFERENCE',
  'BENEFIT',
] as const;

/** Verbs and turns of "how do I get …": which of them is used hardly matters. */
export const actions: ReadonlySet<string> = new Set(['HOW', 'PROCESS', 'GET', 'OPEN']);

/** Kinds of KITAS exclude each other, so that one beside another is never mere context. */
export const kinds: ReadonlySet<string> = new Set([
  'INVESTOR',
  'WORKING',
  'RETIREMENT',
  'FAMILY',
  'SECOND_HOME',
  'STUDENT',
  'NOMAD',
  'BUSINESS',
  'TOURIST',
]);

/** Types of visa, permit and company: two different ones are never the same question. */
export const types: ReadonlySet<string> = new Set([
  'KITAS',
  'KITAP',
  'VOA',
  'VISA',
  'PERMIT',
  ...kinds,
  'GOLDEN',
  'TRANSIT',
  'MULTIPLE_ENTRY',
  'SOCIAL',
  'PTPMA',
  'COMPANY',
  'NPWP',
  'BPJS',
  'SIM',
]);

/** Codes of visas and permits, and what they are called. A code that is not here stands for itself. */
export const codes: ReadonlyMap<string, readonly string[]> = new Map([
  ['e28a', ['KITAS', 'INVESTOR']],
  ['e23', ['KITAS', 'WORKING']],
  ['e33f', ['KITAS', 'RETIREMENT']],
  ['e31', ['KITAS', 'FAMILY']],
  ['e33', ['SECOND_HOME']],
  ['e33g', ['KITAS', 'NOMAD']],
  ['b1', ['VOA']],
]);

/** Phrases over the folded words joined by spaces, and the meanings they become; none = courtesy, left out. */
export const phrases: readonly (readonly [RegExp, string])[] = [
  // Courtesy and the wrapping of questions.
  [
    /\b(?:how are you(?: doing)?(?: today)?|apa kabar(?:nya)?|come (?:stai|sta|state|va(?! (?:la|il|lo|l|con|le)))|tutto bene)\b/g,
    '',
  ],
  [
    /\b(?:good (?:morning|afternoon|evening|day)|selamat (?:pagi|siang|sore|malam)|buon(?:a)? (?:giorno|pomeriggio|sera|giornata))\b/g,
    '',
  ],
  [
    /\b(?:thank you(?: (?:very|so) much)?|(?:many )?thanks(?: in advance)?|grazie(?: mille| in anticipo)?|terima kasih(?: banyak)?)\b/g,
    '',
  ],
  [/\b(?:per (?:favore|cortesia|piacere)|dear (?:team|sir|madam|all)|gentile (?:ufficio|team|staff))\b/g, ''],
  [
    /\b(?:could|can|would|will) (?:you|u)(?: (?:please|pls|kindly))? (?:tell|let|inform|explain|describe|send|give|drop|share|indicate)(?: (?:to )?(?:me|us))?(?: know)?\b/g,
    '',
  ],
  [
    /\b(?:i (?:would|d)? ?(?:like|love|want|need) to (?:know|ask|understand)|(?:may|can|could|might) i (?:ask|know|have)|let me know|i was wondering)\b/g,
    '',
  ],
  [
    /\b(?:mi )?(?:potrebbe|potreste|potresti|puo|puoi|potete|sa|sai|sapete|sapreste|saprebbe) (?:per favore )?(?:dire|dirmi|indicare|indicarmi|comunicare|comunicarmi|spiegare|spiegarmi|inviare|inviarmi|mandare|mandarmi|chiarire|chiarirmi|descrivere|descrivermi|far sapere|farmi sapere)\b/g,
    '',
  ],
  [
    /\b(?:(?:vorrei|volevo|vorremmo) (?:sapere|conoscere|chiedere|chiedervi|avere|capire)|potrei (?:sapere|avere|conoscere)|mi (?:mandi|mandate|dici|dite|dica|dai|date)|le chiedo)\b/g,
    '',
  ],
  [
    /\b(?:mau|mo|ingin|pengen|pengin|boleh|bisa|izin)(?: (?:saya|aku))? (?:tanya|nanya|bertanya|tau|tahu|mengetahui|minta info\w*|minta information)\b(?: dong)?/g,
    '',
  ],
  [
    /\b(?:mohon|minta)(?: (?:bantuan|info|informasi\w*|information|penjelasan|dijelaskan|diinformasikan))*\b/g,
    '',
  ],
  // Names of more than one word.
  [/\b(?:visa on arrival|visto (?:all|in|d) arrivo|visto on arrival|e ?voa|voa)\b/g, 'VOA'],
  [/\b(?:pt ?pma|pma)\b/g, 'PTPMA'],
  [/\b(?:tax (?:id )?numbers?|tax id|codice fiscale|nomor pokok wajib pajak)\b/g, 'NPWP'],
  [/\b(?:sim cards?|kartu sim|scheda sim)\b/g, 'simcard'],
  [/\b(?:driv(?:ing|er|ers)(?: s)? licen[cs]es?|patente di guida)\b/g, 'SIM'],
  [/\b(?:second home|rumah kedua|seconda casa)\b/g, 'SECOND_HOME'],
  [
    /\b(?:digital nomad|nomade digitale|nomadi digitali|remote worker|lavoro da remoto|smart working)\b/g,
    'NOMAD',
  ],
  [/\b(?:ikut|penyatuan) (?:suami|istri|keluarga)\b/g, 'FAMILY'],
  [/\b(?:multiple entry|ingressi multipli)\b/g, 'MULTIPLE_ENTRY'],
  [/\b(?:sosial budaya|social cultural|socio culturale)\b/g, 'SOCIAL'],
  [/\bkitas (?:investasi|investment|(?:per|da|di) (?:gli )?investi(?:tori|tore|mento))\b/g, 'KITAS INVESTOR'],
  [/\b(?:investment|investasi) kitas\b/g, 'KITAS INVESTOR'],
  [/\b(?:due diligence)\b/g, 'CHECK'],
  [/\b(?:look(?:ing)? into)\b/g, 'CHECK'],
  // Whether something is needed at all is not how to get it.
  [
    /^ ?(?:(?:hi|hey|hello|ciao|salve|halo|kak) )*(?:do(?:es)? (?:i|we|one|foreigners?|they) (?:really |also |actually )?need|servono|serve|occorre|bisogna)\b/g,
    'OBLIGATION',
  ],
  [/\bperlu\b(?=.*\b(?:tidak|nggak)\b)/g, 'OBLIGATION'],
  [
    /\b(?:what time is it|jam berapa sekarang|sekarang jam berapa|che ore sono|che ora e(?! ape))\b/g,
    'CLOCK',
  ],
  [
    /\b(?:tutup jam berapa|jam berapa (?:kantor\w* )?tutup|(?:a )?che ora chiud\w+|what time (?:do|does) (?:you|the office|your office) close)\b/g,
    'HOURS OPEN',
  ],
  [/\b(?:makan|memakan) waktu\b/g, ''],
  [/\ba quanto ammonta\b/g, 'QUANTITY'],
  // What is asked. Durations before prices: "quanto tempo" and "berapa lama" hold a price word.
  [
    /\b(?:how|for how) long(?: (?:does|do|will|would|is|it|the|a|an|to|take|takes|till|until|i|d|get))*\b/g,
    'DURATION',
  ],
  [/\bhow (?:soon|fast|quick|quickly|many (?:weeks|days|months)|much time)\b/g, 'DURATION'],
  [/\b(?:processing|turnaround|waiting) times?\b/g, 'DURATION'],
  [
    /\b(?:in )?quant[eio] (?:tempo|settimane|giorni|mesi)(?: (?:ci|si|serve|vuole|vogliono|mette|occorre))*\b/g,
    'DURATION',
  ],
  [/\bquanto (?:ci (?:vuole|mette|mettono|mettete)|serve (?:per|x))\b/g, 'DURATION'],
  [/\bquanto dura\b/g, 'VALIDITY'],
  [/\bberapa (?:lama|minggu|hari|bulan|waktu)\b/g, 'DURATION'],
  [/\bkira kira\b/g, ''],
  [
    /\b(?:jam berapa|pukul berapa|jam (?:buka|operasional|kerja|kantor)|opening (?:hours|times?)|(?:office|business|working) hours|what time|(?:a )?che or[ae]|(?:orari|orario) di (?:apertura|ufficio|lavoro|ricevimento))\b/g,
    'HOURS',
  ],
  [
    /\b(?:quant[oi] (?:soldi di )?capitale|how much capital|berapa modal\w*|paid up capital|capitale versato|modal disetor)\b/g,
    'CAPITAL',
  ],
  [
    /\b(?:quanto si (?:paga|spende)|quanto (?:devo|dovrei|dobbiamo) (?:pagare|spendere)|how much (?:do|should|must|would|will) (?:i|we) (?:have to )?pay|bayar berapa|berapa (?:bayar|bayarnya))\b/g,
    'PRICE',
  ],
  [
    /\b(?:quanto|quant|quanti soldi) (?:costa|costano|costerebbe|viene|vengono|verrebbe|chiedete|prendete|mi chiedete|ci vuole di soldi)\b/g,
    'PRICE',
  ],
  [/\b(?:habis|abis|kena|kenanya|habisnya)(?: biaya)? berapa(?: (?:duit|uang|biaya|rupiah))?\b/g, 'PRICE'],
  [/\bhow much\b/g, 'QUANTITY'],
  [/\bquanti soldi\b/g, 'QUANTITY'],
  [/\bberapa (?:duit|uang|rupiah|duitnya)\b/g, 'PRICE'],
  [/\b(?:what (?:do|would|will) (?:you|u|it) (?:charge|cost)|what s the damage)\b/g, 'PRICE'],
  [/\b(?:what s|what is|what are|quali sono|qual e)\b/g, ''],
  [
    /\b(?:how do(?:es)? (?:it|that) work|come funziona|go about|from where do i start|da dove (?:comincio|si comincia|inizio))\b/g,
    'HOW',
  ],
  [/\bhow do(?:es)? (.{2,40}?) work\b/g, 'HOW $1'],
  [/\b(?:in )?(?:which|what) part\b/g, 'WHERE'],
  [/\b(?:(?:on )?(?:which|what) days|(?:in )?quali giorni|hari apa)\b/g, 'HOURS'],
  [/\b(?:send|transfer)(?: you)?(?: the)? money\b/g, 'PAY'],
  [/\bkalau (?=(?:saya |aku |kami )?(?:mau|ingin|pengen|pengin|mo)\b)/g, ''],
  [/\b(?:di ?mana|dov e|where s)\b/g, 'WHERE'],
  [/\b(?:sign(?:ing)? up|set(?:ting)? up|sort(?:ing)? out)\b/g, 'GET'],
  [/\b(?:in totale?|in tutto|all in)\b/g, ''],
  [/\b(?:sampai|hingga) (?:jadi|selesai|kelar|terbit|keluar)\b/g, ''],
  [/\b(?:tanda tangan)\b/g, 'SIGN'],
  [/\b(?:orang asing|warga (?:negara )?asing|foreign (?:residents?|nationals?))\b/g, ''],
];
