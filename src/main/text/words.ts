/** Word lists of the three languages, as data. All entries are folded (see `foldText`). */
const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Words that carry grammar and no topic; the heart of telling languages apart. Words shared by two languages stand in both. */
export const functionWords = {
  id: list(`
    yang dan di ke dari untuk dengan pada ini itu saya aku kami kita anda kamu dia mereka nya adalah akan bisa tidak
    bukan belum sudah ada apa apakah siapa kapan mana dimana bagaimana berapa kenapa mengapa juga atau tapi tetapi karena
    kalau jika saja lagi masih hanya dalam oleh sebagai seperti agar supaya bagi para sangat sekali banget lebih paling
    harus boleh dapat mau ingin perlu tolong mohon maaf ya iya dong deh sih kok nih tuh lah kah pun jangan tadi nanti
    sekarang kemarin besok saat ketika setelah sebelum sampai hingga antara tentang pak bu bapak ibu kak kakak mas mbak
    bli mbok om tante dulu terus jadi begitu begini gitu gini punya buat sama cuma kan loh lho halo selamat pagi siang
    sore malam terima kasih makasih semua setiap beberapa banyak sedikit telah sedang pernah gue lu lo kalian kasih
  `),
  it: list(`
    il lo la i gli le un uno una di a da in con su per tra fra e ed o ma se che chi cui non si mi ti ci vi ne io tu lui
    lei noi voi loro mio mia miei mie tuo tua suo sua nostro nostra vostro vostra questo questa questi queste quello
    quella quelli quelle del dello della dei degli delle al allo alla ai agli alle dal dallo dalla dai dagli dalle nel
    nello nella nei negli nelle sul sullo sulla sui sugli sulle sono sei e' siamo siete essere ho hai ha abbiamo avete
    hanno avere era ero erano sia stato stata stati come dove quando quanto quanta quanti quante quale quali perche cosa anche
    ancora gia piu meno molto molta molti poco tutto tutta tutti tutte niente nulla mai sempre solo poi ora adesso oggi
    domani ieri qui qua li la' quindi pero dunque cioe allora comunque magari forse bene male grazie prego ciao salve
    buongiorno buonasera scusi scusa posso puo puoi possiamo potete vorrei voglio devo deve dobbiamo bisogna so sa fare
    faccio fa c'e dell all dall nell sull quell un' l d c t s po dopo prima senza verso mentre oppure ok
  `),
  en: list(`
    the a an of to in on at by for per with from and or but if that which who whom whose this these those is are am was were
    be been being do does did done have has had having will would can could should shall may might must not no nor i you
    he she it we they me him her us them my your his its our their mine what when where why how there here then than so
    as about into over after before again just only also very too more most some any all each every much many few other
    please thanks thank hi hello hey yes yeah ok okay let get got s t m re ll ve d im dont cant wont isnt didnt doesnt
    ive id ill youre up out off down now still yet because while though until
  `),
} as const;

/**
 * Words of every text that are no grammar and yet no topic: numbers, places pointed at, verbs that lean on another word. What two texts
 * share of them is chance. All three languages.
 */
export const lightWords = list(`
  satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sini situ sana begitu aja malah memang emang jadinya katanya bilang kata
  dikit tiap sering saling kadang hampir lumayan kena pas ikut naik turun pergi pulang datang masuk keluar macam semacam hal cara sekitar
  soal mengenai lewat melalui lalu bawah atas depan selain segala bahkan betapa berada berdua bersama ulang tampak tingkat bentuk lihat
  liat melihat dengar denger mendengar terlalu ternyata
  uno due tre quattro cinque sei sette otto nove dieci quarto quinto via fuori dentro sotto dietro davanti insieme proprio quasi circa fino
  col viene vengono va vado vai vanno stare sto sta stanno detto dico dice dicono diceva mettere mette mettono metto metta messo prendere
  prende basta tanto vero qualcosa qualcuno ogni salta passate passato arrivare parte parti momento caso modo punto tipo spesso contro
  intorno affatto intanto riguardo tramite entro vedere guardare guarda sentire dovete devono dovrei dovrebbe dovuto doveva dovevo avermi
  averci averti averli essendo stati state persona
  one two three four five six seven eight nine ten way thing things something anything nothing everything someone anyone everyone own
  often once rather whether such both around through away back left right side take takes took put puts make makes made go goes
  going went come comes came say says said tell told see seen look looks keep kept give given turn turns bit lot kind sort point
  middle longer simply possibly despite double really regarding since
`);

/** Everyday words that tell a language apart though they carry a topic. */
export const commonWords = {
  id: list(`
    biaya harga bayar uang lama cepat proses urus mengurus ngurus kantor rumah tanah sewa surat dokumen paspor izin ijin
    kerja bekerja usaha perusahaan pajak suami istri anak keluarga orang teman temen hari minggu bulan tahun jam tanya
    nanya tau tahu ngerti bingung takut malu senang sedih capek bantu bantuan bikin buka tutup kirim kabar kabari imigrasi
    perpanjang perpanjangan warga negara syarat apa-apa gimana murah mahal gratis masalah aman resmi cara pindah tinggal
    menikah nikah upacara pura banjar lebaran libur sakit pikir coba cari pakai pake modal minimal daftar denda telat
    asing kawin lahan kontrak bangun izinnya wkwk wkwkwk hehe sip siap siapin datang dateng batal batalkan
  `),
  it: list(`
    costa costo prezzo soldi pagare tempo giorni giorno mese mesi anno anni settimana lavoro lavorare azienda societa
    casa terreno affitto visto permesso soggiorno passaporto documenti documento tasse marito moglie figlio figlia figli
    famiglia amico amica persona capito capire sapere dire serve servono aiuto aiutare paura vergogno ansia problema
    scaduto scadenza domanda risposta ufficio avvocato commercialista aprire chiudere comprare vendere vivere trasferirmi
    fidarmi truffa burocrazia sicuro proprio davvero bisogno vergogna rinnovo rinnovare ciao dai boh mah tempi tempo
    apertura capitale minimo minima iscrizione patente controlli egregio gentile cordiali saluti
  `),
  en: list(`
    cost price pay money time long days day week month year work working company business house land rent permit passport
    documents document tax taxes husband wife kid kids child children family friend people need want know think help
    worried scared afraid sorry question answer office lawyer open close buy sell live move trust scam legal sure really
    apply application extend renew renewal expired expire take takes takes quick fast cheap expensive anyone someone wait
    waiting update feel feeling like good bad great opening hours payment methods minimum timeline enrolment licence
    driving foreigner foreigners nobody everybody checks keep doing heard cancel all
  `),
} as const;

/**
 * Chat spellings and what they stand for. One spelling has one meaning here: those that two languages share with
 * different meanings (`x`, `k`, `ma`) are left out.
 */
const spellings: Readonly<Record<'id' | 'it' | 'en', string>> = {
  id: `
    gak:tidak ga:tidak gk:tidak nggak:tidak ngga:tidak enggak:tidak engga:tidak kagak:tidak tdk:tidak g:tidak tak:tidak
    udah:sudah udh:sudah sdh:sudah dah:sudah uda:sudah blm:belum belom:belum blom:belum lom:belum yg:yang dgn:dengan
    dg:dengan utk:untuk tuk:untuk dr:dari dri:dari pd:pada sm:sama ama:sama krn:karena karna:karena klo:kalau kalo:kalau
    kl:kalau jg:juga jga:juga aja:saja aj:saja sy:saya q:aku aq:aku gw:aku gue:aku gua:aku km:kamu kmu:kamu lu:kamu
    bgt:banget bngt:banget bgtt:banget gmn:bagaimana gimana:bagaimana gmana:bagaimana brp:berapa brapa:berapa
    kpn:kapan knp:kenapa napa:kenapa dmn:dimana gt:begitu gitu:begitu gini:begini tp:tapi tpi:tapi jd:jadi jdi:jadi
    bs:bisa bsa:bisa hrs:harus mo:mau mw:mau tlg:tolong tlng:tolong mksh:makasih makasi:makasih trims:makasih
    tq:makasih sdg:sedang lg:lagi lgi:lagi org:orang orng:orang tmn:teman temen:teman bnyk:banyak byk:banyak
    skrg:sekarang skrng:sekarang bsk:besok kmrn:kemarin ntar:nanti nnti:nanti tar:nanti trs:terus trus:terus
    dpt:dapat dapet:dapat liat:lihat tau:tahu nanya:tanya ngomong:bicara ngurus:urus ijin:izin pake:pakai pk:pak
    duit:uang mikir:pikir cepet:cepat bner:benar bener:benar beneran:benar pengen:ingin pgn:ingin pingin:ingin
    kyk:kayak kaya:kayak gpp:tidakapa gapapa:tidakapa nggapapa:tidakapa sori:maaf sorry:maaf maap:maaf mf:maaf
    sampe:sampai smp:sampai abis:habis bikin:buat ank:anak cmn:cuma cm:cuma mlm:malam pusing:bingung gaenak:tidakenak
    msh:masih stlh:setelah slma:selama blh:boleh bleh:boleh bgmn:bagaimana gmna:bagaimana gmn2:bagaimana brpa:berapa
    thn:tahun taun:tahun bln:bulan hri:hari mnt:menit jt:juta rb:ribu tgl:tanggal tggl:tanggal dl:dulu dlu:dulu dlm:dalam
    krj:kerja krja:kerja kntr:kantor bwt:buat spy:supaya sbg:sebagai sblm:sebelum sblum:sebelum kmn:kemana kmana:kemana
    dmna:dimana dimn:dimana sapa:siapa aps:apa apkh:apakah syrat:syarat hrg:harga hrga:harga byr:bayar bayr:bayar
    tnya:tanya msk:masuk klr:keluar sklh:sekolah skolah:sekolah rmh:rumah tnh:tanah pny:punya pnya:punya prlu:perlu
    blum:belum bkl:bakal smpe:sampai smpai:sampai pke:pakai pkai:pakai tmpt:tempat cra:cara lwt:lewat bts:batas
    wkt:waktu lma:lama mgkn:mungkin mngkn:mungkin kantr:kantor dftr:daftar nmr:nomor nmer:nomor srt:surat surt:surat
    prosdur:prosedur imgrasi:imigrasi brkas:berkas dokmen:dokumen dokumn:dokumen ngrus:urus
    bpk:bapak mksd:maksud hub:hubungi takutnya:takut kok2:kok makasiii:makasih sempet:sempat isin:malu
    mgg:minggu sblmnya:sebelumnya smua:semua smw:semua
    bkn:bukan nnt:nanti ntr:nanti bntr:sebentar bentar:sebentar td:tadi tdi:tadi sbnrnya:sebenarnya
    sebenernya:sebenarnya krg:kurang lbh:lebih bbrp:beberapa prnh:pernah ttp:tetap tetep:tetap ttg:tentang dtg:datang dateng:datang
    jgn:jangan jng:jangan kmi:kami cpt:cepat males:malas seneng:senang denger:dengar inget:ingat telpon:telepon
    tlp:telepon tlpn:telepon pdhl:padahal ak:aku sya:saya bnr:benar ngasih:kasih ngeliat:lihat kerjaan:pekerjaan
    cape:capek maunya:mau ribetnya:ribet barengan:bareng
  `,
  it: `
    nn:non cmq:comunque cmnq:comunque xke:perche xche:perche perke:perche xk:perche pke:perche xo:pero qnd:quando
    qnt:quanto qualc:qualcosa ke:che ki:chi tt:tutto tutt:tutto dv:dove cs:cosa qlcs:qualcosa qls:qualsiasi grz:grazie
    grazieee:grazie tvb:affetto risp:rispondi msg:messaggio sn:sono sto:sto prob:problema probl:problema cm:come
    cn:con qto:quanto qnto:quanto qnti:quanti qnte:quante qndo:quando qst:questo qsto:questo psso:posso kosa:cosa
    kome:come kosta:costa kuanto:quanto qualk:qualche gg:giorni docum:documenti appunt:appuntamento
    anke:anche xro:pero dmn:domani sett:settimana doc:documento docs:documenti raga:ragazzi boh:boh
    qsta:questa qlcn:qualcuno vrm:veramente
  `,
  en: `
    u:you ur:your pls:please plz:please thx:thanks ty:thanks tnx:thanks thnx:thanks rn:now tbh:honestly idk:dontknow
    dunno:dontknow wanna:want gonna:going gotta:must cuz:because coz:because bc:because cos:because tho:though
    msg:message ppl:people asap:urgent btw:anyway wud:would cud:could shud:should abt:about b4:before im:i
    wat:what wht:what wats:whats whts:whats hw:how mch:much mcuh:much mny:many lng:long tym:time wen:when whn:when
    wer:where whr:where wrk:work yr:year yrs:years mth:month mths:months wk:week wks:weeks appt:appointment
    reqs:requirements amt:amount biz:business thru:through til:until bout:about addr:address diff:difference
    dont:not cant:not wont:not isnt:not didnt:not doesnt:not info:information docs:documents doc:document
    ngl:honestly hubby:husband tmrw:tomorrow govt:government
  `,
};

const spellingTable = (language: keyof typeof spellings): ReadonlyMap<string, string> =>
  new Map(list(spellings[language]).map((pair) => pair.split(':') as [string, string]));

/** Per language: chat spelling to standard spelling. */
export const chatSpellings = {
  id: spellingTable('id'),
  it: spellingTable('it'),
  en: spellingTable('en'),
} as const;
