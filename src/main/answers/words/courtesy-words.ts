import type { Language } from '../../../shared/language.ts';
import { setOf } from './phrases.ts';

/**
 * Words that add nothing to a question, by language: grammar, forms of address, fillers of chats, and the wrapping of
 * questions. Folded. What changes a question ("without", "again", "also") is not here.
 */
export const courtesyWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  id: setOf(`
    dijabarkan jabarkan berstatus diuraikan isi isinya memasuki melayani disampaikan serahkan diserahkan
    abang abis ada adakah adalah adapun admin agan agar aja ajukan akan akhirnya aku alangkah alo anda andai anjir
    apa apaan apabila apakah apalagi apasih aplagi aplikasi apply arahan asalkan asing assalamualaikum atas
    ataupun atuh ayo bagaimanapun bagi bagian bahkan bahwa bahwasanya baiknya bakal bakalan balasannya bali bang
    banget bantu bantuan bantuin bapak barangkali beberapa begini begitu berada berapaan berdasarkan berencana
    beres beri berikan beritahu berkaitan berkenaan berkenan berkisar berlakunya bermaksud berminat berniat
    bersama bertanya berupa besaran besarnya beserta biasa biasanya bikinin bikinnya bila bilamana bisa bli boleh
    bos bosku boss bray bro brother brpan btw bu buat buatin buatnya bule bung buset butuh butuhkan calon ceritain
    ceritanya ci cici coy cus cuy daftarnya dalam dan dapat dapatkan dapetin dari dear deh demi dengan detail
    detailnya detil dgn di diajukan diantara dibantu dibebankan diberi diberitahu dibikin dibuatkan dibutuhkan
    diharuskan diinfokan diinformasikan diinginkan diizinkan dijalani dijelasin dijelaskan dikarenakan dikenakan
    dikirim dikonfirmasi dikumpulkan dilakukan dilengkapi diminta dimintai dimohon dimulai dipenuhi diperkenankan
    diperlukan dipersiapkan dipersilakan dipersyaratkan diproses disampaikan disertakan disiapin disiapkan disini
    disyaratkan ditempuh diterbitkan ditunggu diuraikan diurus diurusin diurusnya dll doang dong donk drop dsb dst
    duit dulu elo emang enaknya entah estimasi estimasinya etc euy gais gampangnya gan gas gaskeun gini gitu gua
    gue guna gunakan gus guys gw habis haha hai hal hallo halo harap hari hehe hello hendak hendaknya hey hi hihi
    hingga hormat ialah ibu ideal idealnya individu indonesia info infoin infokan infonya infonyaa informasi
    informasikan informasinya ingin inginkan ini intinya itu iya jadi jadinya jalani jangka jasa jawabannya jelas
    jelasin jelaskan jelasnya jenis jika jikalau jir jumlah jumlahnya justru ka kabari kah kak kakak kakaks
    kalangan kalau kalaupun kalian kalo kami kamu kan kang kapanpun karenanya kasih kasihtau kasitahu kasitau
    kayak ke kebetulan kebutuhan kek kelar kelengkapan keluar keluarnya kemudian kena kenakan kenanya kepada
    kepengen kepengin keperluan kepikiran kepingin kepo kerjasamanya kesediaan kesediaannya keseluruhan ketahui
    keterangan ketika kini kira kiranya kirim kirimin kisaran kisarannya kita kk koh koko konfirmasi konfirmasikan
    konfirmasinya kudu kumpulkan kurun kyk lah lakukan langkah langkahnya langsung layanan lazim lebih lengkap
    lengkapnya lewat lho liat lihat list listnya lo loh lu maaf maap macam mah maka makasih makin maksud malah
    malam mana manakala mas masing masukan mau mba mbak mbok melainkan melaksanakan melakukan melalui melengkapi
    melewati memakai memang membantu memberi memberikan membutuhkan memenuhi memerlukan memohon memperoleh memulai
    menanyakan mendapatkan menempuh mengajukan mengenai mengerti mengetahui menggunakan mengikuti mengingat
    mengurus menjadi menjalankan menjelaskan menurut menyampaikan menyangkut menyediakan menyiapkan merupakan
    meski meskipun mestinya met mikirin mimin min minat minmin minta misal misalkan misalnya miss mister mo moga
    mohon mohonkan mohonn monggo mudahnya mula mulai mulainya mungkin mw namun nanya nanyain nawarin ngajuin
    ngapain ngedapetin ngejalanin ngelakuin ngerti ngurus ngurusin ngurusnya niat nih nnya nominal nominalnya
    normal normalnya numpang nya nyiapin oke okey oleh om orang orangnya pada padahal pagi paham pak pakai pake
    paling panduan para pas pasti pemilik pemohon pemrosesan penasaran penawaran pencerahan penerbitan pengajuan
    pengen pengin pengurusan pengurusannya penjelasan penjelasannya penuhi perhatiannya perihal perincian
    perkenankan perkiraan perkiraannya perlu permisi permohonan peroleh perorangan persiapkan persis persisnya
    petunjuk pgn pihak planning pngen pokoknya pribadi proses prosesnya pula pun rampung range rangenya rangka
    rasanya rata ready rencana rencananya rinci rincian rincikan rincinya rupiah saat saja salam saling sambil
    sampai sampaikan sampe sana sangat saya sebab sebagai sebagaimana sebaiknya sebanyak sebenarnya seberapa
    sebesar sebetulnya sebuah sebut secara sedang sediakan segala segalanya segini segitu seharusnya sehubungan
    sejauh sejumlah sekadar sekali sekalian sekaligus sekarang sekiranya sekitar sekitaran selaku selamat
    selanjutnya selesai selesainya seluruh semacam semestinya semoga semua semuanya seorang seperti seputar serta
    seseorang sesi sesuatu sewaktu share siang siapapun siapin siapkan sih silahkan silakan singkatnya sini sip
    sis sist situ sj sja skrg soal sob sono sore sori sorry spill staf staff standar suatu suksma sungguh supaya
    suwun tahu tante tanya tanyaa tanyakan tau taunya tawarkan team teh tempuh tengah tentang tentu tentunya
    tepatnya terbaru terbit terbitnya terhadap terhormat terima terkait terkini terlampir ternyata tersebut
    tersedia tertarik tertentu terupdate terutama tim toh tolong tolongin tolonglah total totalnya trims tu tuh
    masih ambil ngambil mengambil kepemilikan memiliki dimiliki dianggap dihitung menetap dibolehkan diperbolehkan bolehkan bolehkah kebijakan ketentuan harusnya kalian resmi jadiin dijadiin ditaruh mencantumkan keikutsertaan diterapkan tujuan turut hanya cuma cuman sekedar juga uang umumnya untuk uraikan urus urusan urusannya urusin uruskan via wah wajar waktu walau
    walaupun warga wkwk wkwkwk wna ya yaa yah yaitu yakni yang yth yuk
  `),
  it: setOf(`
    a abbastanza abbia abbiamo abituale abituali accettare accettate accettati accettato ad adesso affinche
    affrontare aggiornata aggiornati aggiornato agli ah ai aiutare aiutarmi aiuto al alcuna alcune alcuni all alla
    alle allegare allo allora altrimenti ambito ammesso andare anticipatamente anzitutto appunto assai attesa
    attivare attivarsi attivazione attraverso attualmente avendo avente aver avere averla averlo averne avete avra
    avrai avranno avrebbe avrei avremmo avremo avrete avro avviare avviarlo avvio bali base becca beccare beh
    bella bene bensi bisogna bisognerebbe bisogno boh bro buon buona buonasera buondi buongiorno c capire caso ce
    certe certi certo che chi chiara chiarimenti chiarimento chiarire chiarirmi chiaro chiede chiedere chiederei
    chiederle chiedervi chiedete chiedo chiedono chiesti chiesto chiunque ci ciao ciascuno cioe circa cm cmq coi
    col com combinare come cominciare comincio compiere complessivamente complessivi complessivo completa
    completare completo comporta comportano comportarmi comunicare comunicarmi comunque con concernente concesso
    confermare confermarmi confermate conoscere consegnare conseguire considerata considerate considerati
    considerato consigliare consueto conviene cordiali cordialmente cortese cortesemente cortesia cortesissimi cos
    cosa cose cosi cui da dagli dai dal dall dalla dalle dallo danno dapprima darci dare darmi degli dei del dell
    della delle dello delucidazioni dentro descrivere desideravo desidererei desideriamo desidero destinata
    destinate destinati destinato dettagli dettagliata dettagliate dettagliati dettagliato dettaglio deve devo
    devono di dica dici dimmi dirci dire dirmi disponibile disponibili distinti disturbarvi disturbo dite ditemi
    diventa diventare divento dobbiamo domanda domandare domande domando dove dovendo dovra dovranno dovrebbe
    dovrei dovremmo dovremo dovuta dovute dovuti dovuto dunque durante e ecc ecco ed effettivamente effettuare
    egregi egregio ehi ehila elencare elencarmi elenco emessa emesso emettere emissione entrambi esattamente
    esatto eseguire esibire esiste esistono essendo essere eventuale eventuali eventualmente fa faccio facendo fai
    fanno far fara farai faranno farci fare farebbe farebbero farei faremo farete farla farlo farmi farne faro
    farsi fate fattibile fatto favore finalmente fini fornire fornirmi fosse fossi foste fra frate generalmente
    genere gente gentil gentile gentili gentilmente gestire giornata giorno gli glie gradirei gradiremmo grata
    grato grazie grosso ha hai hanno hey ho i idea il illustrare implica in indica indicare indicarmi indicaste
    indicate indicativa indicativamente indicativo indicazione indicazioni indonesia indonesiana indonesiane
    indonesiani indonesiano inerente inerenti infatti info informare informarmi informazione informazioni iniziare
    inizio innanzitutto inoltrare insieme insomma intendiamo intendo intenzione interessa interessano interessasse
    interessata interessati interessato interesse interesserebbe inviare inviarmi io l la le lei li
    linea lista lo loro lui mah mandare mandarmi mandarvi mandate mandi maniera mano massima me media mediamente
    mediante medio mega meno merito messa mettere mi mia mie miei mio modi modo momento motivi motivo muoverci
    muovere muovermi muoversi muovo ne necessari necessaria necessarie necessario necessita necessiterei
    necessiteremmo negli nei nel nell nella nelle nello noi nonche nonostante normale normali normalmente nostra
    nostre nostri nostro o occorre occorrente occorrerebbe occorrono occuparmi occuparsi od offrite oggi ognuno oh
    oppure ora ordine organizzarmi organizzarsi orientativa orientativamente orientativo ossia ottenere ottenerla
    ottenerlo ottenerne ottengo otteniamo ottenimento ottenuto ovvero parecchio parte partire parto passi passo
    pensando pensavo penserei pensiamo per percio permettermi permetto persona persone piacere piacerebbe piccola
    piccole piccolo piu po poi poiche porgo portare possa possedere posseggo possiamo possiate possibile possibili
    possibilmente posso possono potendo potessi potete potra potranno potrebbe potrebbero potrei potremmo potremo
    potreste potresti potro pratica praticamente pratiche precisa precisamente precisare precise precisi preciso
    predisporre preferibilmente preferirei prego prende prendere prenderla prenderlo prenderne prendete prendiamo
    prendo preparare preparazione preparo presentare presentarsi presentazione presento presso prevede prevedere
    prevedono previsione prevista previste previsti previsto principalmente procedere procedo procurare procurarmi
    procurarsi proponete proposito propria proprio puo puoi pure purtroppo qua qual qualche qualcuno quale quali
    qualsiasi qualsivoglia qualunque quando quanto quel quest questa queste questi questo qui raccogliere raga
    ragguagli ragioni realmente regaz regolarmi relativa relativamente relative relativi relativo ricevere
    riceverei riceviamo ricevo richiede richiedere richiedo richiedono richiesta richieste richiesti richiesto
    riesce riesco riguardare riguardo rilasciano rilasciare rilasciata rilasciato rilascio ringraziamo
    ringraziandola ringraziandovi ringraziare ringrazio riscontro rispettare rispetto risulta risultano ritenuti
    ritenuto riuscire riuscite rivolgermi rivolgersi rivolgo sa sai saluti salve sapendo sapere sapessi sapete
    saprebbe sapreste sara sarai saranno sarebbe sarebbero sarei saremmo saremo sareste sarete saro sbrigare scopo
    scusare se segnalare segnalarmi seguire seguito seguo sei sera serve servire servirebbe servirebbero servizi
    servizio servono si sia siamo siano siate siete signora signore signori so soddisfare soddisfo solitamente
    solito sono soprattutto sostanza sostanzialmente sottoscritta sottoscritto spanne specie specificare spett
    spettabile spiega spiegare spiegarmi spieghi sta staff standard stando stanno starei stata state stato ste
    stesse sti stia stiamo stima stimato sto straniera straniere stranieri straniero su subentra suggerire sugli
    sui sul sull sulla sulle sullo svolgere tale tali tanto te team tempistica tenuta tenuti tenuto termine ti
    tipo tocca toccherebbe totale totali tra tramite tratta trattasi trovare trovate trovo tu tuttavia
    tutti tutto uh un una uno va vabbe vabbuo vado vanno vari varia varie vario ve vedere veloce velocemente
    velocissima vengono vi viene vogliamo voglio voi volendo volessi volevamo volevo volta vorra vorrei vorremmo
    apporre apporvi manda mandano invia inviano elencasse dichiarasse ancora accedere avviene imposta imposte tenere detenere figurare mettete mettono vuole volete vogliono permettono permette consente consentito consentita ammessa ammessi possesso possessore titolare titolari dimostrare raccolgo contando comprese comprensivo versare prevedete rivolgete forza legge trafila iter adempimenti formalita caratteristiche specifiche vorro vostra vostre vostri vostro x zio solo soltanto solamente anche pure
  `),
  en: setOf(`
    4 a able about above accept accepted accepting accepts according accordingly acquire acquires actual actually
    advice advise afternoon aight aint all allow allows along alrighty although altogether am among an and any
    anybody anyhow anyone anything anyway apart applicant applicants application applications applied apply
    applying appreciate appreciated appropriate approx approximately are around arrange arranged arranging as
    aside ask asked asking asks assist assistance associated at attach available average awesome bali ballpark
    basically basis be become becomes becoming been begin beginning begun behalf being bit briefly bruh btw
    buddy by can carried carries carry case certain cheers clarify clear clearly clue common complete completed
    comprise concern concerned concerning confirm considered consist cool cordially corresponding could cud
    curious currently day days deal dear definitely describe desire despite detail details did do does doing done
    dose drill dude eg eh enquire enquiring enquiry entail entails er especially essentials estimate estimated etc
    even evening everyone everything everywhere exact exactly expat expatriate expatriates expats expected explain
    explaining fairly fam figure figures file filing finalise finalised finalize finalized firstly folks follow
    following for foreign foreigner foreigners forward from fulfil fulfill fyi gather generally get gets getting
    gimme gist give given gives giving glad go goes going gonna good got gotta gotten grab grabbing grand grateful
    greetings guidance guy guys had haha hand handle happy has hassle have having he hear hearing hehe hello
    help helping hence here hereby herewith herself hey heya hi himself hiya hmm hold holder holders holds hook
    hope hopefully hoping how however hows i id idea if ill im imo importantly in indeed indicate indonesia
    indonesian info inform information informing inquire inquiring inquiry interest interested into involve
    involved involves is isnt issuance issue issued issuing it its ive just kind kindly know knowing largely lemme
    let lets like likewise lil line list listing literally little lodge lol look lookin looking love lowdown madam
    made mainly make making manage mate may me mean means meant merely might moreover morning mostly my myself n
    nah namely national nationals nearly necessarily necessary necessity need needed needs nope normal normally
    now nowadays obtain obtained obtaining obtains obviously of off offer offering offers oh okie on one ones onto
    or order ordinary ought our ourselves out outline over overall own pal particular particularly people per
    person pertaining plan planning please pls plss plz possible precise precisely prepare prepared preparing
    presently presumably proceed process processed processing properly provide provided providing purpose purposes
    put query question questions quick quite quote rather re readily ready really reason reasonably regard
    regarding regardless regards relate related relating relatively reply request requested requesting require
    required requirement requires respect respectively response right rough roughly rundown s same satisfy scoop
    score secure secured seek seeking seem seems self send sending sensible service services session sessions
    setting several shall share she should shud simply sincerely sir sirs small snag so some somehow someone
    something somewhat sort sorting sought specific specifically specify standard start started starting starts
    state step stuff submission submit submitting such sup supply supposed sure take taken takes taking tbh team
    teh tell tends terms thank thanks that thats the their them there thereby therefore these they thing things
    think thinking this thorough thoroughly those though thought through throughout thus thx till to together told
    total toward towards truly try trying tryna ty type typical typically u uh um undergo understand undertake
    unfortunately up upon ur us useful usual usually various via view w waht walk wanna want wanted wants was
    wassup wat wats way ways we well what whatever whats when whens where wheres wherever whether which whichever
    who whoever whom whomever whos whose why will willing wish wishing with within wonder wondering would writing
    whats legally still allowed permitted permissible permission once under held owned owning possess demonstrate show shown longest located hold accept gather expect expected put wondering form forms only also too wud ya yall yep yes yo you your yourself yourselves
  `),
};

/** Concepts of the lexicon that add nothing to a question. */
export const courtesyConcepts = setOf(`
  acknowledgement action_answer action_arrange_for_me action_ask action_choose action_explain action_find action_give
  action_help action_know action_need action_plan action_prepare action_receive action_take action_try action_understand
  action_want addressing_pak_bu apology ask_what_is ask_which asking_advice asking_for_help asking_permission bali
  balinese_greeting balinese_titles business_politeness chat_laughter choice curiosity desire direct_request
  education_learn emoji_words excuse_me farewell first_contact foreign_citizen formal_letter formality good_quality
  greeting hedge high_importance if_not_trouble indirect_request indonesia informality information_request intention
  italian_titles just_asking kak_address morning_greeting muslim_greeting numpang_question place please please_emphatic
  politeness_general possibility quality_domestic quality_foreign ready respect sign_off simplicity small_favour
  small_talk softener solution task_role thanking thanks_in_advance thanks_warm title_address welcome when_convenient
`);
