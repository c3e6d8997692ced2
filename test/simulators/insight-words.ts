/** What the insights of the simulated model are made of. Short words of clients, as they type them. */
interface Words {
  readonly feelings: readonly string[];
  readonly matters: readonly string[];
  readonly joins: readonly string[];
  readonly moments: readonly string[];
  /** Triggers: F is the feeling, M the matter, T the moment, J what joins them. */
  readonly shapes: readonly string[];
}

export type Tongue = 'id' | 'it' | 'en' | 'ban' | 'jv';

const list = (words: string): string[] => words.split('|').map((word) => word.trim());

const id: Words = {
  feelings:
    list(`saya malu sekali | takut salah lagi | bingung harus mulai dari mana | capek banget nunggu | ga enak hati ya |
    deg-degan terus | kecewa sedikit | pusing tujuh keliling | ragu-ragu masih | pasrah aja deh | kesal tapi diam | kepikiran terus |
    sungkan mau bilang | lega akhirnya | trauma yang dulu | berat rasanya | minder sama yang lain | gelisah tiap malam | segan bertanya |
    panik tadi pagi | sedih kalau ingat | curiga jangan-jangan | serba salah jadinya | was-was belum tenang | kapok sudah |
    tersinggung sebenarnya | belum sreg | galau memilih | iri melihat tetangga | menyesal dulu buru-buru`),
  matters:
    list(`urusan paspor anak | sewa rumah di kampung | uang muka kemarin | surat nikah orang tua | pajak usaha kecil |
    izin tinggal suami | tanah warisan nenek | janji agen lama | tanda tangan notaris | foto di imigrasi | biaya sekolah internasional |
    upacara tiga bulanan | kontrak karyawan baru | rekening bank bersama | denda yang katanya besar | bahasa di kantor itu |
    mertua belum setuju | rapat banjar minggu depan | mobil atas nama teman | hasil tes kesehatan | barang di bea cukai |
    laporan tahunan perusahaan | tetangga yang protes | pindah alamat ktp | asuransi orang asing | cuti hari raya |
    modal yang belum cukup | undangan sponsor | nama di sertifikat | jadwal penerbangan`),
  joins: list('soal | karena | gara-gara | kalau ingat | tentang'),
  moments: list(
    `sejak lebaran kemarin | waktu makan malam | di parkiran tadi | pas hujan deras | habis telepon ibu | sebelum galungan | sambil jaga warung | di grup whatsapp | saat antre pagi | begitu bangun tidur | lewat tengah malam | di depan pak rt | menjelang gajian | setelah arisan | di klinik sore itu | sepulang melukat`,
  ),
  shapes: list('F J M | M bikin F | jujur F T | M T gimana kak | F nih T | lagi-lagi M T | udah F M'),
};

const it: Words = {
  feelings:
    list(`mi vergogno un po' | ho una paura tremenda | non ci dormo la notte | sono stanco di aspettare | mi sento preso in giro |
    ho il cuore in gola | sono piuttosto deluso | mi gira la testa | sono ancora indeciso | ormai mi arrendo | sto zitto ma bollo |
    ci penso di continuo | mi pesa chiederlo | finalmente respiro | sono rimasto scottato | mi scoraggia parecchio |
    mi sento l'ultimo arrivato | sto in ansia la sera | ho soggezione | sono andato nel panico | mi rattrista pensarci |
    sento puzza di bruciato | comunque faccia sbaglio | non sto tranquillo | mai più davvero | ci sono rimasto male |
    non mi convince fino in fondo | sono combattuto | invidio il vicino | mi mangio le mani`),
  matters:
    list(`il passaporto di mio figlio | l'affitto della villa | la caparra versata | il matrimonio dei miei | le tasse del locale |
    il permesso di mia moglie | il terreno in eredità | la promessa del vecchio agente | la firma dal notaio |
    le foto all'immigrazione | la retta della scuola | la cerimonia dei vicini | il contratto del cuoco | il conto cointestato |
    la multa di cui parlano | la lingua degli uffici | i suoceri contrari | la riunione del villaggio | la macchina intestata a un amico |
    gli esami del sangue | il pacco fermo in dogana | il bilancio della società | il vicino che protesta | il cambio di residenza |
    l'assicurazione sanitaria | le ferie di Natale | il capitale che manca | la lettera dello sponsor | il nome sul certificato |
    il volo già comprato`),
  joins: list('per | riguardo | con | causa | e poi'),
  moments: list(
    `da dopo Pasqua | a cena ieri sera | al parcheggio prima | sotto il diluvio | finita la telefonata | prima di ferragosto | mentre chiudevo il bar | nel gruppo dei genitori | in coda stamattina | appena sveglio | a notte fonda | davanti al capovillaggio | a fine mese | dopo la partita | dal dottore di pomeriggio | tornando dalla spiaggia`,
  ),
  shapes: list('F J M | M e io F | onestamente F T | M T che faccio | F T sai | ancora M T | F, uffa M'),
};

const en: Words = {
  feelings:
    list(`I feel rather silly | I'm honestly terrified | I keep lying awake | we're worn out waiting | I feel taken for a ride |
    my heart is in my mouth | I'm a bit let down | my head is spinning | I'm still in two minds | I've given up hoping |
    I'm biting my tongue | it keeps going round my head | I hate having to ask | what a relief at last | we got burned before |
    it's weighing on me | I feel like the only fool | evenings are the worst | I'm a little intimidated | I panicked this morning |
    it makes me sad | something smells fishy | I can't win either way | I won't relax yet | never again, truly |
    that stung, to be fair | not quite sold | I'm torn here | I envy the neighbours | I could kick myself`),
  matters:
    list(`my son's passport | the lease on the house | the deposit we paid | my parents' wedding papers | the cafe's taxes |
    my wife's permit | grandma's land | the old agent's promise | signing at the notary | photos at immigration | the school fees |
    the ceremony next door | the cook's contract | our joint account | that fine people mention | the language at the counter |
    the in-laws saying no | the village meeting | a car in a friend's name | the blood test | a parcel stuck at customs |
    the yearly report | the neighbour's complaint | changing our address | health cover | Christmas closing | the missing capital |
    the sponsor letter | the name on the deed | flights already booked`),
  joins: list('about | over | with | and then'),
  moments: list(
    `ever since Easter | over dinner last night | in the car park earlier | in the pouring rain | right after that call | before the half-term | while closing the shop | in the parents group | queueing this morning | first thing on waking | well past midnight | in front of the headman | near the end of the month | after the match | at the doctor's yesterday | driving home from the beach`,
  ),
  shapes: list('F J M | M and F | honestly F T | M T what now | F lately T | M again T | F, M tbh'),
};

const ban: Words = {
  feelings:
    list(`tiang lek pisan | jejeh pelih | bingung tiang | kenyel ngantosang | ten juari matur | sebet manah tiange | inguh sai-sai |
    ten pati percaya | nyerah manten | gedeg nanging mendep | inget terus | kimud nunas | lega mangkin | kapok suba | abot rasane`),
  matters:
    list(`paspor panake | umah sewan | jinah pangawit | surat antene | pajek warung | ijin kurenan | tanah warisan |
    semayan agen | tanda tangan notaris | poto ring imigrasi | prabea sekolah | odalan ring merajan | pegawe anyar | rekening bank |
    denda ageng | paruman banjar | montor timpale | barang ring pabean | pisaga uyut | alamat ktp`),
  joins: list('indik | krana | antuk | inget'),
  moments: list(
    `uling galungan ibi | ritatkala ngajeng | ring parkiran | rikala sabeh bales | usan telpun meme | sadurung nyepi | sambilang medagang | ring grup wa | ritatkala antri semeng | wau bangun | tengah lemeng | ring arep kelian | nyanggra gajian | usan arisan | ring klinik sanja | sawusan melukat`,
  ),
  shapes: list('F J M | M ngawe F | jujur F T | M T sapunapi | F T bli | M malih T | nah F M'),
};

const jv: Words = {
  feelings:
    list(`kulo isin sanget | ajrih klentu | bingung kulo | kesel ngentosi | mboten sekeca matur | sedih manah kulo | kuwatir terus |
    dereng pitados | pasrah mawon | mangkel nanging mendel | kepikiran terus | ewuh pekewuh | lega sakmeniko | kapok pun | abot raose`),
  matters:
    list(`paspor lare | griyo sewan | arto panjer | serat nikah | pajeg warung | ijin semah | siti warisan | janji agen lawas |
    tapak asto notaris | foto wonten imigrasi | ragad sekolah | slametan minggu ngajeng | pegawe enggal | rekening bank |
    dendo ageng | rembugan kampung | montor konco | barang bea cukai | tonggo nesu | alamat ktp`),
  joins: list('babagan | amargi | perkawis | kelingan'),
  moments: list(
    `wiwit bakda wingi | nalika dhahar dalu | wonten parkiran | nalika jawah deres | bibar telpun ibu | saderenge suran | kaliyan njagi warung | wonten grup wa | nalika antri enjing | tangi sare | tengah dalu | ngajengipun pak rt | ngajengaken gajian | bibar arisan | wonten klinik sonten | wangsul saking masjid`,
  ),
  shapes: list('F J M | M ndamel F | jane F T | M T pripun | F T mas | M malih T | lha F M'),
};

export const tongues: Readonly<Record<Tongue, Words>> = { id, it, en, ban, jv };

export const readings =
  list(`often a wish to be told that others felt the same | may hide that somebody at home is against it |
  often a question about trust dressed as one about papers | sometimes the first sign that the person will step back |
  may ask for slower words and one step at a time | often relief is wanted before any information |
  sometimes an apology that came out as a complaint | may mean that money is short and cannot be named |
  often said to test whether anybody listens | may carry an old disappointment that has nothing to do with us |
  sometimes a polite way to ask for a date | often an opening, with the real matter two messages later |
  may be the voice of a husband or a mother behind the writer`);

export const guidances =
  list(`Say in one sentence that you heard it, then ask which part of it weighs most. Give one step and nothing else in this message. |
  Ask gently whether somebody else is part of the decision, and offer words that can be passed on. Leave the question open if it is not answered. |
  Name what has been done so far and what comes next. Then ask whether that answers it, and wait before you send anything more. |
  Offer two ways on and say that neither is wrong. If the reply stays short, come back to it in a quiet moment. |
  Check whether this is about the papers or about something that happened before. Ask for the story only if they begin it. |
  Thank them for saying it. Say plainly what you know and what you will find out, and by which message you will be back. |
  Take the tone seriously and the words lightly. Answer the practical part first and add one warm line at the end.`);
