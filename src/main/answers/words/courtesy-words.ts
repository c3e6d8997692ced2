import type { Language } from '../../../shared/language.ts';
import { setOf } from './phrases.ts';

/**
 * Words that add nothing to a question, by language: grammar, forms of address, fillers of chats, and the wrapping of
 * questions. Folded. What changes a question ("without", "again", "also") is not here.
 */
export const courtesyWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  id: setOf(`
    abang abis ada adakah adalah admin agan agar aja ajukan akan aku alo anda andai apa apaan apabila apakah apasih
    aplagi aplikasi apply arahan asing assalamualaikum atuh ayo bagi bagian bakal bali bang banget bantu bantuan bantuin
    bapak beberapa begini begitu berdasarkan beres beri berikan beritahu berkaitan berkenaan berkenan
    berkisar bertanya besaran besarnya beserta biasa biasanya bila bisa bli boleh bos boss bray bro bu buat bule butuh
    butuhkan calon ceritain ci cici cuy daftarnya dalam dan dapat dari dear deh demi dengan detail detailnya detil
    dgn di diajukan dibantu dibebankan diberi diberitahu dibutuhkan diharuskan diinfokan diinformasikan diizinkan
    dijalani dijelasin dijelaskan dikenakan dikirim dikonfirmasi dikumpulkan dilakukan dilengkapi diminta dimintai
    dimohon dimulai dipenuhi diperkenankan diperlukan dipersiapkan dipersyaratkan diproses disampaikan disertakan
    disiapin disiapkan disini disyaratkan ditempuh diterbitkan diuraikan diurus doang dong donk drop duit dulu elo emang
    estimasi euy gan gini gitu gua gue guna gunakan gus gw habis hai hal hallo halo harap hari hello hendak hey hi
    hingga hormat ialah ibu individu indonesia info infoin infokan infonya informasi informasikan informasinya ingin ini
    itu iya jadi jadinya jalani jangka jasa jelas jelasin jelaskan jelasnya jenis jika jumlah jumlahnya ka kabari kah
    kak kakak kalau kalian kalo kami kamu kan kang kasih kasihtau kasitahu kasitau kayak ke kebutuhan kek kelar
    kelengkapan keluar keluarnya kena kenakan kenanya kepada kepengen kepengin keperluan kepo keseluruhan ketahui
    keterangan ketika kira kiranya kirim kirimin kisaran kita kk koh koko konfirmasi konfirmasikan kumpulkan kurun kyk
    lah lakukan langkah langkahnya langsung layanan lebih lengkap lengkapnya lewat lho liat lihat list listnya lo
    loh lu maaf maap macam mah makasih maksud malam mana mas masing masukan mau mba mbak mbok melakukan melalui
    melengkapi memakai memang membantu memberi memberikan membutuhkan memenuhi memerlukan memohon memulai menanyakan
    mengajukan mengenai mengerti mengetahui menggunakan mengurus menjelaskan menurut menyampaikan menyediakan menyiapkan
    merupakan met mimin min minmin minta mo moga mohon mohonkan mulai mulainya mungkin nanya nanyain nawarin     ngajuin ngerti ngurus ngurusin nih nominal nominalnya normal normalnya nya nyiapin oleh om orang pada pagi paham pak
    pakai pake paling panduan para pas pasti pemilik pemohon pemrosesan penasaran penawaran pencerahan
    penerbitan pengajuan pengen pengin pengurusan pengurusannya penjelasan penuhi perihal perincian perkiraan perlu
    permisi permohonan perorangan persiapkan persis persisnya petunjuk pihak pribadi proses prosesnya pun rampung range
    rangenya rangka rata ready rinci rincian rincikan rupiah saat saja salam sampai sampaikan sampe sana sangat saya
    sebagai sebaiknya sebanyak sebenarnya seberapa sebesar sebetulnya sebuah sediakan sehubungan sekali sekarang
    sekiranya sekitar selaku selamat selesai selesainya seluruh semoga semua semuanya seorang seperti seputar seseorang
    sesi sesuatu share siang siapapun siapin siapkan sih sini sis sist situ sj sja skrg soal sono sore sori sorry spill
    staf staff standar suatu suksma supaya suwun tahu tante tanya tanyakan tau taunya tawarkan team teh tempuh tentang
    tepatnya terbit terbitnya terhadap terhormat terima terkait tersebut tersedia tim tolong tolongin total totalnya
    trims tu tuh tujuan uang umumnya untuk uraikan urus urusan urusannya urusin uruskan via waktu warga wna ya yaa yah
    yaitu yakni yang yth yuk
  `),
  it: setOf(`
    a abbia abbiamo abituale abituali accettare accettate accettati accettato ad adesso aggiornata aggiornati aggiornato
    agli ai aiutare aiutarmi aiuto al all alla alle allegare allo allora ambito andare anticipatamente attualmente avere
    avete avrebbe avrei avremmo avviare avvio bali base becca beccare bisogna bisogno boh buon buona buonasera buondi
    buongiorno capire caso ce che chi chiarimenti chiarimento chiarire chiarirmi chiedere chiederei chiederle chiedervi
    chiedete chiedo chiedono chiesti chiesto chiunque ci ciao cioe circa cm cmq coi col com combinare come cominciare
    comincio complessivamente complessivi complessivo comunicare comunicarmi comunque con confermare confermarmi
    confermate conoscere consegnare conseguire consigliare consueto cordiali cordialmente cortese cortesemente cortesia
    cos cosa cose cosi cui da dagli dai dal dall dalla dalle dallo danno darci dare darmi degli dei del dell della delle
    dello delucidazioni descrivere desideravo desidererei desideriamo desidero destinata destinate destinati destinato
    dettagli dettaglio deve devo devono di dica dici dimmi dirci dire dirmi disponibile disponibili distinti dite ditemi
    dobbiamo domanda domandare domande domando dove dovrebbe dovrei dovremmo dunque e ecco ed effettivamente egregi
    egregio ehi ehila elencare elencarmi elenco emessa emesso emettere emissione entrambi esattamente esatto esibire
    esiste esistono essere fa faccio fai fanno far farci fare farebbe farei farla farlo farmi farne farsi fate fatto
    favore fini fornire fornirmi fosse fra generalmente genere gentile gentili gentilmente gestire giornata giorno gli
    glie gradirei gradiremmo grata grato grazie ha hai hanno hey ho i idea il illustrare in indica indicare indicarmi
    indicaste indicate indicativa indicativamente indicativo indicazione indicazioni indonesia indonesiana indonesiane
    indonesiani indonesiano inerente inerenti info informare informarmi informazione informazioni iniziare inizio
    insieme insomma intenzione interessa interessasse interessata interessati interessato interesserebbe inviare
    inviarmi io kalian ke l la le lei li linea lista lo loro lui mah mandare mandarmi mandarvi mandate mandi maniera
    mano massima me media mediamente medio meno merito messa mettere mi mia mie miei mio modi modo motivi motivo muovere
    muovermi muovo ne necessari necessaria necessarie necessario necessita negli nei nel nell nella nelle nello noi
    normale normali normalmente nostra nostre nostri nostro o occorre occorrono occuparmi occuparsi od offrite oggi ora
    ordine orientativamente orientativo ottenere ottengo otteniamo ottenimento ottenuto parte partire parto passi passo
    pensando pensavo per persona persone piacere piccola piccole piccolo piu po poi porgo portare possa possedere
    posseggo possiamo possiate possibile possibili posso possono potessi potete potrebbe potrebbero potrei potremmo
    potreste potresti pratica pratiche precisamente precisare preciso predisporre preferirei prego prendete preparare
    preparazione preparo presentare presentarsi presentazione presento presso prevedere previsione prevista previste
    previsti previsto procedere procedo proponete proposito propria proprio puo puoi qua qual qualcuno quale quali
    quando quanto quest questa queste questi questo qui raccogliere raga ragazzi ragguagli ragioni realmente regaz
    relativa relative relativi relativo richiedere richiedo richiesta richieste richiesti richiesto riguardare riguardo
    rilasciano rilasciare rilasciata rilasciato rilascio rispettare rispetto sa sai saluti salve sapere sapessi sapete
    saprebbe sapreste sarebbe sarebbero sarei saremmo sbrigare scopo se segnalare segnalarmi seguire seguito seguo sei
    sera serve servire servirebbe servirebbero servizi servizio servono si sia siamo siano siete signora signore signori
    so soddisfare soddisfo solitamente solito sono specificare spett spettabile spiega spiegare spiegarmi spieghi sta
    staff standard stata state stato ste sti stima stimato sto straniera straniere stranieri straniero su suggerire
    sugli sui sul sull sulla sulle sullo te team tempistica ti titolo totale totali tra tratta trattasi trovare trovate
    trovo tu tutti tutto un una uno va vado vanno ve vedere veloce velocemente velocissima vengono vi viene vogliamo
    voglio voi volessi volevamo volevo volta vorrei vorremmo vostra vostre vostri vostro x
  `),
  en: setOf(`
    4 a able about accept accepted accepting accepts acquire actual actually advice advise afternoon aint all along
    altogether am an and any anybody anyone anything apart applicant applicants application applications applied apply
    applying appreciate appreciated approx approximately are around arrange arranged arranging as ask asked asking
    assist assistance at attach available average bali ballpark basically basis be been begin beginning behalf being
    best bit buddy by can case certain cheers clarify clue common complete completed concerning confirm cordially could
    cud curious currently day days deal dear describe detail details did do does doing done dose dude enquire enquiring
    estimate estimated evening everyone everything exact exactly expat expats expected explain explaining file filing
    finalise finalize folks follow following for foreign foreigner foreigners from fulfil fulfill gather generally get
    gets getting gimme give gives giving glad go goes gonna good got gotta grateful guidance guy guys had hand handle
    happy has have having he hello help helping here hey heya hi hiya hold holder holders holds hope how hows i id idea
    if ill im in indicate indonesia indonesian info inform information informing inquire inquiring interest interested
    into involve involved involves is isnt issuance issue issued issuing it its ive just kind kindly know knowing lemme
    let lets like lil list listing literally little lodge look lookin looking love madam made make making manage mate
    may me might morning my n nah necessary need needed needs normal normally now nowadays obtain obtained obtaining of
    off offer offering offers on one ones onto or order ordinary ought our out outline over overall own pal particular
    people per person plan planning please pls plss plz possible precisely prepare prepared preparing proceed process
    processed processing provide provided providing purpose purposes query question questions quick quote re ready
    really reason regard regarding regards require required requirement requires respect right roughly s same satisfy
    secure send sending service services session sessions shall share she should shud simply sincerely sir sirs small so
    some someone something sort specify standard start starting state stuff submission submit submitting such supply
    take taken takes taking team teh tell terms thank thanks that thats the their them there these they thing things
    think thinking this those thought through thx till to told total try trying tryna ty type typical typically u
    understand undertake up upon ur us usual usually various via view w waht wanna want wanted wants was wat wats way
    ways we well what whats when whens where wheres whether which who whos why will wish with within wonder wondering
    would wud ya yall yo you your
  `),
};

/** Concepts of the lexicon that add nothing to a question. */
export const courtesyConcepts = setOf(`
  acknowledgement action_answer action_arrange_for_me action_ask action_explain action_find action_help action_know
  action_need action_plan action_understand action_want addressing_pak_bu apology ask_what_is ask_which asking_advice
  asking_for_help asking_permission bali balinese_greeting balinese_titles business_politeness chat_laughter curiosity
  desire direct_request emoji_words excuse_me farewell first_contact foreign_citizen formal_letter formality greeting
  hedge if_not_trouble indirect_request indonesia informality information_request italian_titles just_asking kak_address
  morning_greeting muslim_greeting numpang_question please please_emphatic politeness_general quality_foreign respect
  sign_off small_favour small_talk softener thanking thanks_in_advance thanks_warm title_address welcome when_convenient
`);
