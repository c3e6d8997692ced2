const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Words that are written with a capital letter, or stand where a name would, and lead to nobody. Folded. */
export const notNames: readonly string[] = list(`
  bali denpasar ubud canggu kuta seminyak sanur jimbaran uluwatu pererenan berawa kerobokan legian nusa dua lembongan penida ceningan amed lovina
  singaraja buleleng gianyar tabanan badung bangli klungkung karangasem jembrana negara sukawati mengwi umalas umalas tibubeneng kedungu bingin
  pecatu ungasan balangan sidemen munduk kintamani bedugul medewi gili lombok flores sumba jakarta surabaya bandung yogyakarta jogja medan malang
  semarang makassar manado solo bogor bekasi tangerang depok batam java jawa sumatra sumatera kalimantan sulawesi papua timor indonesia indonesian
  indonesiana indonesiano italia italy italiano italiana italiani italian milano roma torino napoli bologna firenze venezia verona genova palermo bari catania
  pisa padova trieste brescia bergamo parma modena rimini ancona perugia cagliari lecce sicilia sardegna toscana puglia veneto lombardia piemonte
  australia australian australiano sydney melbourne perth brisbane adelaide singapore singapura malaysia kuala lumpur bangkok thailand london
  england english inglese inggris britain british ireland irish scotland scottish wales france french francese paris germany german tedesco
  berlin spain spanish portugal lisbon netherlands dutch amsterdam russia russian moscow ukraine ukrainian usa america american americano europe
  european europa asia dubai emirates qatar china chinese japan japanese giappone tokyo korea korean india indian swiss svizzera belgium
  barat timur utara selatan tengah north south east west kelod kaja kauh kangin
  senin selasa rabu kamis jumat sabtu minggu lunedi martedi mercoledi giovedi venerdi sabato domenica monday tuesday wednesday thursday friday
  saturday sunday januari februari maret april mei juni juli agustus september oktober november desember gennaio febbraio marzo aprile maggio
  giugno luglio agosto settembre ottobre novembre dicembre january february march may june july august october december
  natale pasqua capodanno ferragosto christmas easter nyepi galungan kuningan lebaran ramadan idul fitri adha waisak imlek ogoh melasti
  imigrasi immigrazione immigration kantor ufficio office bpjs kitas kitap itas itap visa visto voa evoa evisa bank bca mandiri bni bri cimb permata
  danamon oss nib npwp nik ktp kbli pma pt cv srl spa ltd pte pajak coretax djp skck stm lapor polisi police polizia notaris notaio notary desa banjar
  kedutaan ambasciata embassy consolato consulate konsulat garuda airasia emirates grab gojek google whatsapp telegram instagram facebook skype
  airbnb booking paypal wise revolut intesa unicredit poste aire inps agenzia entrate comune questura prefettura f24
  christian cristiano cristiana katolik catholic cattolico cattolica hindu muslim islam kristen buddha allah tuhan dio god
  dear hi hello hey hai halo hallo ciao salve buongiorno buonasera buonanotte gentile egregio gentilissimi spett best kind regards warm cheers thanks thank grazie
  cordiali saluti saluto distinti salam hormat selamat pagi siang sore malam terima kasih makasih om swastiastu suksma rahajeng permisi maaf mohon
  team staff admin agent agente consultant consulente konsultan boss bos sir madam everyone all tutti semua guys ragazzi amici friends
  kak kakak pak bapak bu ibu mas mbak bli mbok gus om tante mister miss signor signora signore signorina dottore dottoressa
  passport passaporto paspor sponsor owner proprietario pemilik landlord director direttore direktur komisaris nominee villa house casa rumah
  client cliente klien lawyer avvocato pengacara accountant commercialista akuntan doctor dokter dottor medico
  husband marito suami wife moglie istri son figlio figlia anak daughter mother madre mamma mom mum ibunya father padre papa papà dad brother fratello sister
  sorella adik kakek nenek nonno nonna zio zia uncle aunt partner fidanzato fidanzata girlfriend boyfriend pacar compagno compagna
  who what when where why how which yes no ok okay si sì ya iya tidak enggak nggak gak belum sudah boleh bisa mau tolong apakah gimana bagaimana berapa kapan
  kenapa siapa dimana non perche perché quando quanto come cosa dove chi quale
  stasera domani oggi ieri adesso ora subito today tomorrow yesterday tonight now soon besok kemarin nanti sekarang lusa
  email mail telefono phone telp nomor numero number whatsapp wa hp nome cognome name nama alamat indirizzo address residenza tanggal data date
  sorry scusi scusa pls please prego per favore help aiuto urgent urgente penting
  gold golden second home digital nomad retirement investor business tourist turis student working holiday limited stay multiple single entry permit
  extension renewal overstay warung pura pantai pasar hotel restoran restaurant school sekolah scuola rumah sakit hospital ospedale airport bandara aeroporto
  rt rw lurah camat kepala kades kaling klian perbekel guru haji ustadz pendeta pastor presiden menteri gubernur bupati walikota president minister
  interested interessato interessata pensionato pensionata preoccupato preoccupata confused stanco stanca felice contento contenta sposato sposata single married
  ready pronto pronta back tornato tornata qui qua here there sicuro sicura sure afraid scared worried happy sad glad fine good great well not also just
  going coming looking trying planning moving waiting writing asking thinking hoping living staying working applying
  lagi sedang masih baru juga cuma hanya akan ingin pengen pengin perlu butuh bingung takut khawatir senang sedih warga orang wni wna asing asli dari mengerti
  setuju percaya tahu tau rasa pikir kira punya ada sendiri pribadi tunggu
  cerco cerca scrivo scrive chiamo vorrei vorremmo volevo abbiamo abito vivo arrivo arriva penso credo so spero italiani residente nato nata in a di da del
  the a an my your our we i you he she it they this that
  ahu kemenkumham bkpm dpmptsp disdukcapil dukcapil samsat polda polres polsek kpp pratama ditjen dirjen telkomsel indosat tri xl pln pdam indihome
  balinese javanese sundanese sasak batak minang sunda jawa madura belgian belgio austria austrian austriaco greek greco grecia turkish turco turchia polish polacco poland canadian canada
  brazilian brasile brazilian mexican messico norwegian norvegia swedish svezia finnish finland danish danimarca czech hungarian romanian rumeno romania
  nigerian nigeria kenya african africa arab arabo israel iran iraq pakistan vietnam vietnamese filipino philippines thai tailandia singaporean malaysian
  vegan vegetariano vegetarian celiaco muslim cristiani architetto ingegnere insegnante freelancer nomade pensionati pensiunan karyawan
  mr mrs ms dr prof sig dott avv ing geom mister ssa ra bpk bp drs drg
  iva tuan nyonya rp hak guna pakai milik arrival exit paese satpas schengen mandarin eropa prancis belanda belgia jerman rusia eid fridays mondays nov dec oct sep aug jul jun apr mar feb jan
  des okt agu giacarta lagos zurich malesia world cup saudara mecca inter juve allianz enel netflix shopee tokopedia lazada apple samsung iphone android covid
  dinas penanaman modal diritti umani ministero giustizia kementerian badan direktorat jenderal directorate general department ministry chef sous manager
  seasons hilton marriott penpres modul formulir spt akta surat kartu izin perizinan
  green yoga chatgpt netherland lisbona londra parigi berlino mosca tokio zurigo lugano
  i'm i've i'll i'd yoga tim expat apostille
  finns atlas potato head savaya kebab pizza nasi goreng
`);

/** Nobody's name though a name stands behind or within: places, companies, feasts ("Bandara Ngurah Rai", "Warung Made", "Villa Giulia"). */
export const placeWords: readonly string[] = list(`
  warung villa hotel resort bank banca pt cv toko banjar br pura pantai pasar jalan jl jln gang gg bandara airport aeroporto imigrasi immigration immigrazione
  via viale piazza corso largo san santa santo sant saint st monte porto rumah rs rsup sekolah school universitas university kampus kantor ufficio office desa
  kelurahan kecamatan kabupaten kota pulau gunung mount mt bukit danau taman museum stadion cafe caffe restaurant ristorante bar spa salon studio
  beach club mall plaza hari hukum teluk nusa gili kapal perumahan perum komplek kompleks strada marine parade avenue street road lane cluster monumento lapangan simpang patung hari kpp tpi rai
`);

/** People and places that carry a name everybody knows. Folded, as pieces of text. */
export const publicNames: readonly string[] = [
  'ngurah rai',
  'soekarno hatta',
  'green school',
  'made in',
  'san marco',
  'monte carlo',
  'saint john',
  'santa claus',
  'sri lanka',
  'bri',
  'hari kartini',
  'i made it',
  'black friday',
  'sri mulyani',
  'prabowo subianto',
  'joko widodo',
];
