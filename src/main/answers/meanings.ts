const table = (text: string): ReadonlyMap<string, string> => {
  const meanings = new Map<string, string>();
  for (const line of text.trim().split('\n')) {
    const [meaning = '', ...words] = line.trim().split(/\s+/);
    for (const word of words) meanings.set(word, meaning);
  }
  return meanings;
};

/** What single folded words of a question mean; the first word of a line is the meaning. Data. */
export const meanings: ReadonlyMap<string, string> = table(`
  QUANTITY quanto quanta quant berapa berapakah
  PRICE biaya biayanya harga harganya tarif tarifnya ongkos ongkosnya costo costi costa costano costerebbe costerebbero costare prezzo prezzi tariffa
  PRICE tariffe preventivo compenso onorario price prices pricing cost costs fee fees rate rates charge charges quote quotation
  DURATION lama lamanya durasi durata tempi tempistica tempistiche tempo duration timeline timeframe timing waktu waktunya
  DOCUMENTS dokumen dokumennya berkas berkasnya syarat syaratnya persyaratan persyaratannya documenti documento
  DOCUMENTS documentali documentazione carte requisiti requisito documents document docs paperwork papers requirements requirement
  CAPITAL modal modalnya capitale capital
  WHERE where whereabouts dove dov dimana mana lokasi lokasinya location located situated posizione alamat alamatnya
  WHERE indirizzo address sede sherlok shareloc serlok zona daerah ubicati
  HOURS jam hours orari orario
  WHEN when kapan kapannya quando
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
  GET enrollment registered join start starting incorporate incorporating incorporation setup make issued terbit entrare
  OPEN buka bukanya membuka pembukaan apre aprire aprite apertura aperti aperto aperta apri open opens opening opened
  EXTEND perpanjang perpanjangan memperpanjang diperpanjang perpanjangin extend extending extension extended prolong prolonging
  EXTEND prolungare prolungamento prolunga estendere estendo estensione estende proroga prorogare rinnovare rinnovo rinnovabile
  EXTEND renew renewing renewal renewable
  CHECK cek ngecek dicek dicekin cekin pengecekan periksa diperiksa memeriksa pemeriksaan controllate controlli controllo
  CHECK controllare verificate verifiche verifica verificare check checks checked verify verifications verification
  LEASE leasehold lease leasing sewa affitto
  LAND land tanah terreno
  PAY bayar bayarnya membayar pembayaran pembayarannya dibayar pagare pagarvi paga pago pagamento pagamenti pay paying payment
  PAY payments
  TRANSLATE terjemahan terjemahin terjemahkan terjemah penerjemahan penerjemah translate translating translation translations
  TRANSLATE translator traduzione traduzioni tradurre traduttore
  SWORN tersumpah giurata giurato giurate sworn certified
  OFFICE kantor kantornya ufficio uffici office offices
  MINIMUM minimum minimal minimo minima
  SATURDAY sabtu sabato saturday saturdays
  CARD kartu carta card
  TRANSFER transfer bonifico
  INSTALMENTS cicil dicicil nyicil instalments installments
  SCOOTER motor scooter motorbike
  MARRIAGE_CERTIFICATE nikah matrimonio marriage
  CERTIFICATE certificate certificato akta
  KITAS kitas itas
  KITAP kitap itap
  VISA visa visas visto visti
  PERMIT izin ijin permesso permessi permit permits
  INVESTOR investor investors investitore investitori investitrice
  WORKING kerja lavoro lavorativo lavorativa lavorare working work
  RETIREMENT retirement retired retiree pensiun pensiunan pensione pensionati pensionato lansia
  FAMILY family famiglia familiare keluarga dependent dependant spouse
  STUDENT student students pelajar mahasiswa studente studenti studio
  NOMAD nomad nomads nomade
  BUSINESS business bisnis affari
  TOURIST tourist tourism turis wisata turistico turisti
  GOLDEN golden
  TRANSIT transit transito
  PTPMA ptpma
  COMPANY pt company companies perusahaan perusahaannya azienda aziende societa ditta
  NPWP npwp
  BPJS bpjs
  SIM sim patente
  EMPLOYEE karyawan staf staff employee employees dipendente dipendenti
  HAVE punya memiliki
  HEALTH kesehatan health salute
  SIGN sign signing firmare firmo
`);

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that add nothing to a question; besides the function words of the three languages. */
export const fillers = words(`
  admin min team staff gan sis bang cici koko ka kk mbak mas pak bu ibu bapak kak bro dear salam permisi assalamualaikum om
  info informasi informasinya information informazione informazioni dettagli details detail menanyakan tanya nanya bertanya tahu tau
  know ask wondering question domanda sapere conoscere chiedere dire dirmi indicarmi comunicarmi spiegarmi
  need needs needed required require requires necessary necessari necessaria necessario serve servono servire servirebbe occorre
  occorrono perlu diperlukan dibutuhkan butuh butuhkan siapin siapkan disiapkan disiapin prepare preparare provide submit
  want wants wanna ingin mau mo pengen pengin vuole vuoi voglio vogliamo vorrei volevo devo like interested
  tolong please pls plz help helping bantu dibantu bantuan aiutare aiutarmi aiuto
  biasanya umumnya rata usually normally typically usual generally solito normalmente circa genere roughly approx approximately about around total
  totale totalnya complessivo complessivamente exactly preciso precisamente esattamente persisnya
  indonesia indonesian indonesiano indonesiana indonesiani bali bule wna asing foreigner foreigners foreign stranieri straniero straniera
  gentilmente gentile cortesemente cortese kindly salve ciao hello hi hey hai halo hallo alo yo ehi ey hola buongiorno buonasera
  buondi buon buona sera giorno pagi siang sore malam morning afternoon evening good raga ragazzi guys guy there
  thanks thank grazie makasih terima kasih thx
  ya yah yaa sih dong deh nih kok kan lho loh aja saja apaan apa apakah apasih tuh x cmq comunque insomma boh ok oke okay
  pengurusannya jasa layanan service services servizio nya take takes taking taken ci vuole vogliono vedere jadi jadinya kelar
  selesai ready pronta pronto kalian vostro vostri vostra vostre your yours our nostri ur u we noi kami kita
  person personal pribadi personale untuk buat bagi per un habis abis kena duit uang
  potrebbe potreste potrebbero potresti potrei hari giorni ad col sto fino trova trovo trovate elenco lista list
  accettate accept fate do does di del is are actually proprio davvero send mandi drop kirim dikirim located si puo posso possibile possible
`);

/** Function words that change a question all the same: each must stand in the intent's variations too. */
export const weighty = words(`
  without senza tanpa also too anche juga again lagi ancora still masih other altro lain more lebih piu after before dopo
  prima setelah sesudah sebelum if kalau jika se because karena only solo hanya cuma already sudah gia belum yet nanti besok
  kemarin tadi domani ieri oggi tomorrow yesterday until till sampai hingga between antara tra fra against every each setiap
  ogni other lagi instead invece dari from than sama everyone semua tutti all most some many banyak molti few pochi mai never
  pernah harus must wajib under over during while until jangan nessuno niente nulla off down
`);

/** Words that mean something else in a message of that language. */
export const strangers: Readonly<Record<'id' | 'it' | 'en', ReadonlySet<string>>> = {
  id: words('come fare carte rate sede'),
  it: words('rate sama dari hari lama'),
  en: words('come fare carte fa dove lama mana di se min mai prima'),
};
