import { phrasesOf } from './phrases.ts';

/** Turns of phrase that ask one thing with words which would ask or name another one by themselves. */
export const turns = phrasesOf(String.raw`
-
  (permess|consentit|ammess|previst|richiest)[oaie] (dalla|per|dalle) (legge|leggi|normativa|norme)
  (se )?(la |le )?(legge|normativa|norme|leggi) (indonesian[ae] )?(permett|consent|ammett|preved|richied)\p{L}+( di)?
  (se )?(the )?(law|rules?|regulations?) (permits?|allows?|requires?|lets?)( to)?
  (under|by|according to) (the )?(indonesian )?law
  (required|allowed|permitted) by (the )?law
  (oleh|secara|menurut) (hukum|undang undang)
  (grat[oaie]|gentil[ei]|cortes[ei]|liet[oa]) se (mi |ci |vi )?\p{L}+ss(e|ero|ate|i)
  come(?= (investitor|pensionat|lavorator|dipendent|turist|stranier|coniug|marito|moglie|student|expat|person|privat|nominee|visitator|famigliar|familiar)\p{L}*)
  (un |un'|i |gli |ai )?resident[ei] stranier[oi]
  (?<!(who|which|what|chi) )(is|are|am) (i |we |an? )?(\p{L}+ )?(eligible|entitled|allowed|permitted) (to|for)
  (the )?(national )?health (insurance )?(scheme|program|programme)(?= (BPJS|bpjs)|$)
  (di|ke|dari) (tempat|kantor) (kalian|anda|kamu|bapak ibu)
  (lewat|pakai|via|melalui|dengan) (agen|jasa|kalian|biro)( kalian)?
  (?<=(a|an|the|some|any) )legit
  legit(?= (what|how|which))
  (?<=(penale|multa|sanzione) )(si applica|si paga|e prevista|e applicata)
  (yang )?(wajib|harus|perlu) (dimiliki|dipunyai|dipegang)
  (mettere|metto|mettiamo|metterci) in conto
  (?<=(do|start|go|begin|happens) )first(?=$)
  can be visited
  legally(?= (own|buy|rent|work|live|stay|do|have|get|open|sell|hold|run))
  legalmente(?= (possedere|comprare|acquistare|lavorare|vivere|restare|aprire|affittare|avere))
  (?<=(can not|could not) find .*)any ?more(?=$)
  rumah tangga(?=$| (di|dalam|pakai|ke|dari|via|lewat|untuk|dengan) )
  (due|up) for(?= (a )?(renewal|extension|renewing))
DURATION
  how lng
  (entro|nel giro di|dopo|in|tra|fra) quanti (giorni|mesi|settimane)
  kapan(?= (?!.*\b(buka|tutup|lapor|bayar|mulai|mesti|harus)\b).*\b(terbit|selesai|kelar|keluar|beres|jadi)(nya)?( |$))
  when(?= (will|would|can|could|does|do|is|should) .*\b(ready|issued|approved|released|granted)( |$))
  quando(?= .*\b(pront|emess|rilasciat|approvat|concess)[oaie]( |$))
  (?<=\b(processing|procedura|processo|pratica|iter|proses|lavorazione|procedimento|rilascio|ottenimento)\b.*)quanto dura
  quanto dura(?= .*\b(procedura|processo|pratica|iter|lavorazione|procedimento|rilascio|ottenimento)\b)
  how many (hari|working days)
QUANTITY
  (berapa|how many|quant[ie]) (juta|jt|milyar|miliar|ribu|rb|million|millions|billion|billions|milioni|miliardi|mila)( (rupiah|euro|usd|dollars?|dolar|idr))?
  (berapa|how many|quant[ie]) (usd|dolar|dollars?|euro|bucks|rupiah|idr)
  (berapa|berapakah) (jumlah|besaran|nominal)(nya)?
  (l )?ammonta(re)?( a quanto)?( (minimo|massimo))?( del| della)?
  a quanto (corrisponde|ammonta|equivale|arriva)( la| il| l)?
CAPITAL
  (il )?capitale sociale( minimo)?( (bisogna|si deve|devo|occorre) (dichiarare|versare))?
  (least|minimum|smallest|minimal|lowest) (amount of )?capital
  modal saham
COUNT shareholders
  (smallest |minimum )?(number of|how many|needs?) owners?(?=.* PTPMA)
  (?<=PTPMA .*)(smallest |minimum )?(number of|how many|needs?) owners?
COUNT
  numero (minimo|massimo)( di)?
  quant[ie] ne (servono|occorrono|ci vogliono|devo avere)( minimo)?
  (smallest|least|minimum|lowest) number of
PRICE
  (che |quale |l )?importo tot(ale)?
  (full|total|exact|current|official|overall|entire) (price|cost|amount|fee|fees)( charged)?
  amount (charged|payable|due)
  (prezzo|costo) (pieno|totale|completo|finale|complessivo)
  how much (are )?we (talking|looking at)( about)?
  (what ?s |what is )?(the )?damage(?=$| like| how much|(?<=^damage|the damage))
  what ?s the (daily |monthly |yearly |total )?(hit|charge|cost|price)( for)?
  nominal(nya)?
  quanto (mi |ci )?(sparate|spillate|chiedereste|scucite|versa|versano|verso|vi do|vi dobbiamo)
  (mi |ci )?fate pagare
  (what|how much) (do|would|will) (you|u) (guys )?charge( me)?( just)?( to| for)?
NEEDS
  what ?s? ?(it|does it) takes?( to)?(?! (long|cost))
  (bagaimana |apa )?ketentuan(nya)? (apa( saja)?|yang (harus|perlu|wajib) (dipenuhi|dilengkapi))
  (apa|bagaimana) ketentuan(nya)?
  (which|what) (files|forms|papers|things|items) (must|should|do|need|have to|are to)( i| we)?( be| to be)?( submit(ted)?| prepare| provide)?
  (apa|apaan|dokumen|berkas)( apa)?( saja)? yang (harus|perlu|wajib|mesti) (saya |aku |kami |kita )?(di)?(serahkan|kumpulkan|lampirkan|siapkan|bawa|lengkapi|kirim|kirimkan|penuhi|kasih)
  (che )?cosa (vi |le |ti )?(devo|dobbiamo|bisogna|si deve) (consegnar|dar|allegar|fornir|portar|presentar)\p{L}*
  (lista|elenco|checklist|check list|list) (dei|delle|di|degli|of|for) (the )?(documenti|carte|documents|docs|paperwork|papers|requisiti)( da (consegnare|presentare|portare|preparare))?
  check ?list( dokumen| documenti| documents| docs)?
  ceklis\p{L}*( dokumen)?
DIFFERENCE
  (apa )?(beda|bedanya|perbedaan|perbedaannya) (di ?mana|dimananya|apa|apanya)( saja)?
lembar
  satu (lembar|halaman)(nya)?
in bank
  (park|parking|parcheggi\p{L}+|depositare|mettere|put|put down|keep|lock up)( \p{L}+)? (in|nella|nel|on|at) (the |a )?(local )?(bank|banca)
OBLIGATION
  (merupakan |sebagai |jadi |menjadi )syarat( wajib| mutlak| utama)?
  is it a requirement( to)?( hold| have)?
  (e |sono )?tenut[oaie] (a|ad)( avere| fare)?
HOW
  (?<=(booking|daftar|urus|ngurus)(nya)? )ke ?mana
  what ?s the (drill|procedure|process|trick|way)( for| to)?( getting)?
GET
  (si |mi )?tir\p{L}+ fuori
  sign(ing)? up
PAY
  (take|accept|receive) (the |my |our )?(money|payments?)
konsultasi
  (chat|chatting|talk|speak|talking) (with|w|to) (one of )?(a |an |your |the )?(consultant|advisor|adviser|expert|specialist)s?
LEGAL
  (aman|sah|legal)( tidak)? (secara )?(hukum|hukumnya)
OVERSTAY
  (stay|staying|remain|rest\p{L}+|rimanere|rimango|tinggal) (past|beyond|longer than|oltre|melebihi|lewat) (my |the |your |il |la |scadenza |del |mio |masa )*(visa|visto|voa|VOA|permit|permesso|izin)( expiry| expires| allows| berlaku)?
  (oltre|dopo|passat[ao]|superat[ao]) (la )?(data di )?scadenza( (del|di|dei) (visto|visti|permesso|voa|VOA|VISA))?
  (permanenza|restare|rimanere|soggiorno) oltre (la scadenza|il termine|i termini)
  (past|beyond|after) (the |my |your |a )?(visa|voa|VISA|VOA|permit) (expiry|expires|expiration|limit|deadline)( date)?
shareholders
  (hold|own|have|holding|owning) (the )?shares
minimal
  paling (sedikit|kecil|rendah|minim)
  sekurang ?kurangnya
  sedikitnya
biaya
  (bayar|biaya|ongkos|fee|tarif|harga) jasa(nya)?
KITAS spouse
  kitas (da|per) (sposat[oaie]|coniug[ei]|matrimonio)
OPENING
  between (what|which) (times|hours)( (can|could|do) (i|we) (come|visit|drop)( by| in)?)?( the| your)?( office)?( operates?| open)?
  (open|opening) (and |n |to |or )?(close|closing) (times?|hours?)
  kapan (saja )?(kantor\p{L}* )?(kalian )?(mulai )?(buka|tutup)(nya)?( (dan|sampai|hingga) (tutup|buka)(nya)?)?
  (a )?che or[ae] apr\p{L}+ e chiud\p{L}+( l ufficio)?
DEADLINE
  (the )?cut ?off( date)?
  paling (telat|lambat|akhir)(?=.* (tanggal|tgl) berapa)
-
  (?<=DEADLINE .*)(tanggal|tgl) berapa
SITE
  (the |your )?street address( at which)?
VALIDITY
  durata residua( minima)?
  (min(imum)? )?months? (left|remaining)( on)?
`);
