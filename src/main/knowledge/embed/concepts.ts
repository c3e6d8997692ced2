/**
 * Shared meanings across the languages: one concept a line, its words folded and in standard spelling. A trailing `*`
 * stands for any ending. `plain` marks the matter of a factual question (price, duration, papers): such words say what
 * is asked and nothing about the person. A larger lexicon adds texts of the same form.
 */
export const coreConcepts = `
# concept	kind	words
price	plain	biaya* harga* tarif* ongkos* costo costi costa costano cost costs price prices pricing fee fees prezzo prezzi tariff* pagare bayar* pembayaran* quanto berapa
duration	plain	lama lamanya durasi* tempi tempistiche giorni duration timeline long takes hari jam waktu time
document	plain	dokumen* berkas* syarat* persyaratan* documenti documento document* paperwork requirement* requisiti
visa	plain	visa visto visti visas kitas kitap voa evisa izin itas itap permesso permessi permit permits stay
company	plain	pt pma perusahaan* azienda aziende societa ditta company companies business usaha bisnis impresa
tax	plain	pajak* npwp tasse tassa fiscale fiscali imposte tax taxes taxation
office	plain	kantor* ufficio uffici office offices alamat* indirizzo address buka orari orario opening hours
passport	plain	paspor* passaporto passaporti passport passports
extend	plain	perpanjang* memperpanjang rinnov* proroga* extend* extension renew*
process	plain	proses* prosedur* procedura* process* procedure* pratica pratiche step steps
asking	plain	tanya nanya bertanya menanyakan tanyakan domanda domande chiedere chiedo question questions ask asking info informasi informazioni information soal
need	plain	perlu butuh serve servono bisogno need needs needed required harus wajib
finding	plain	cari trova trovo trovare find found dapat mana where lokasi location
making	plain	bikin buat membuat urus mengurus aprire apro aprite open apply applying daftar send kirim kirimkan mandare inviare cambiare ganti change
shame	-	malu malunya isin lek sungkan segan canggung vergogn* imbarazz* ashamed embarrass* awkward shy stupid silly sciocc* stupid* bodoh cavolata
fear	-	takut khawatir kuatir cemas waswas was-was paura spavent* preoccup* timore afraid scared fear* worried worry worries terrified anxious ansia angoscia panik panic* panico
scam	-	tipu ditipu ketipu penipu* penipuan bohong dibohongi zonk truff* fregat* fregare imbroglio imbrogli* scam* fraud cheat* cheated ripoff legit beneran
trust	-	percaya kepercayaan terpercaya amanah resmi fidar* fiducia affidabil* trust* reliable legitimate
tired	-	capek cape lelah letih stanco stanca stanchi esaust* sfinit* tired exhausted drained burnout burned burnt sleep
sad	-	sedih kecewa nangis menangis galau triste tristi delus* piang* sad disappoint* cry* crying depressed down
angry	-	marah kesal kesel jengkel emosi sebal arrabbi* incazz* furios* angry furious annoyed upset mad ridiculous
confused	-	bingung pusing mumet ngerti confus* capendo capisco confused confusing lost overwhelm* puzzled
money_worry	-	mahal kemahalan budget duit uang caro cara costoso soldi expensive afford money cash cicil* nyicil rate installment*
bargain	-	diskon nego tawar nawar murah kurang sconto sconti scontare economico discount cheaper cheap deal
later	-	nanti besok2 kapan2 kabar* pikir* mikir timbang* vediamo sapere pensare pensarci rifletter* later mind think maybe consider
family	plain	suami istri isteri anak keluarga mertua orangtua marito moglie figlio figli figlia famiglia suoceri genitori husband wife kids children family parents partner spouse girlfriend boyfriend compagno compagna
ceremony	-	upacara odalan ngaben galungan kuningan nyepi pura canang ngayah melasti cerimonia ceremony temple tempio offering offerings
holiday	-	libur lebaran idulfitri puasa ramadan natale ferragosto agosto vacanze vacanza holiday holidays christmas easter pasqua
apology	-	maaf mohon ampun nuwun scusa scusi scusate perdon* sorry apologi* bother ganggu mengganggu disturb disturbo
thanks	-	makasih terima suksma matur grazie ringrazi* thanks thank grateful
urgent	-	urgent urgente cepat buru* segera darurat mendesak subito fretta scade scadenza deadline asap emergency immediately
illness	-	sakit dirawat opname drop demam dokter malat* ospedale medico dottore sick ill hospital doctor clinic
expired	-	kadaluarsa expired habis overstay lewat telat terlambat scadut* scadenza late overdue
connections	-	dalam kenalan orang calo amicizie conoscenz* raccomand* connections insider bribe agent nominee prestanome
start_over	-	pindah mulai baru mollo mollare ricominci* trasfer* quit restart moving relocate fresh
complaint	-	komplain kecewa lambat reclam* lament* complain* complaint refund rimborso deluso unacceptable
agreement	-	siap oke baik setuju manut ikut terserah noted va bene d'accordo agreed fine whatever
boss	-	bos atasan pimpinan boss capo responsabile direttore manager charge supervisor
refused	-	ditolak tolak penolakan rifiut* respint* reject* refus* denied declined
`;
