import type { InsightCategory } from '../../shared/insight.ts';
import type { SignalLanguage } from '../../shared/language.ts';

/** What a client speaks of: how it is called, what often stands behind it, and where a consultant begins. */
export interface Matter {
  readonly category: InsightCategory;
  readonly called: Readonly<Partial<Record<SignalLanguage, string>>>;
  readonly behind: string;
  readonly step: string;
}

type Names = readonly [id: string, it: string, en: string, ban?: string, jv?: string];

const matter = (
  category: InsightCategory,
  [id, it, en, ban, jv]: Names,
  behind: string,
  step: string,
): Matter => ({
  category,
  called: { id, it, en, ...(ban !== undefined && { ban }), ...(jv !== undefined && { jv }) },
  behind,
  step,
});

export const matters: readonly Matter[] = [
  matter(
    'family',
    [
      'urusan paspor anak',
      'il passaporto di mio figlio',
      "my son's passport",
      'paspor panake',
      'paspor lare',
    ],
    'with the papers of a child the worry is often for the plans of the whole family',
    'Ask which journey or date depends on the passport before you list any paper.',
  ),
  matter(
    'property',
    ['sewa rumah di kampung', "l'affitto della casa", 'the lease on the house', 'umah sewan', 'griyo sewan'],
    'a home is often rented by word alone, and that may be the real worry',
    'Ask whether there is a written contract, and offer to read it before anything is paid.',
  ),
  matter(
    'money',
    ['uang muka kemarin', 'la caparra versata', 'the deposit we paid', 'jinah pangawit', 'arto panjer'],
    'money already handed over makes it hard to say that something is wrong',
    'Ask for the receipt as a thing that helps, and not as a proof that they failed to keep.',
  ),
  matter(
    'family',
    [
      'surat nikah orang tua',
      'il matrimonio dei miei',
      "my parents' wedding papers",
      'surat antene',
      'serat nikah',
    ],
    'old papers of a family may have spellings that nobody ever put right',
    'Ask for a photo of each paper first, and compare the names before anything is translated.',
  ),
  matter(
    'business',
    ['pajak usaha kecil', 'le tasse del locale', "the cafe's taxes", 'pajek warung', 'pajeg warung'],
    'talk of tax may carry the fear of having done it wrong for a long time',
    'Say that looking at the books together commits them to nothing.',
  ),
  matter(
    'family',
    ['izin tinggal suami', 'il permesso di mia moglie', "my wife's permit", 'ijin kurenan', 'ijin semah'],
    'the stay of one partner often hangs on the other, which is hard to say aloud',
    'Ask which of the two would like to hear from you, and write so that both can read it.',
  ),
  matter(
    'property',
    ['tanah warisan nenek', 'il terreno in eredità', "grandma's land", 'tanah warisan', 'siti warisan'],
    'inherited land often belongs to more people than the one who writes',
    'Ask who else has a say in the land, before any plan is drawn.',
  ),
  matter(
    'trust',
    [
      'janji agen lama',
      'la promessa del vecchio agente',
      "the old agent's promise",
      'semayan agen',
      'janji agen lawas',
    ],
    'somebody before us promised something, and the comparison is made in silence',
    'Say plainly what you can see and what you cannot, and leave the other agent out of it.',
  ),
  matter(
    'bureaucracy',
    [
      'tanda tangan notaris',
      'la firma dal notaio',
      'signing at the notary',
      'tanda tangan notaris',
      'tapak asto notaris',
    ],
    'a signature before an official feels final, the more so in a foreign language',
    'Offer to go through the deed together before the day, in their own language.',
  ),
  matter(
    'bureaucracy',
    [
      'foto di imigrasi',
      "le foto all'immigrazione",
      'photos at immigration',
      'poto ring imigrasi',
      'foto wonten imigrasi',
    ],
    'at the counter the stories heard from others may become real',
    'Describe how the visit goes, from the door to the exit, and who comes along.',
  ),
  matter(
    'daily_life',
    [
      'biaya sekolah internasional',
      'la retta della scuola',
      'the school fees',
      'prabea sekolah',
      'ragad sekolah',
    ],
    'a school ties the family to a calendar that no other office knows',
    'Ask when the school wants an answer, and plan backwards from there.',
  ),
  matter(
    'calendar',
    [
      'upacara tiga bulanan',
      'la cerimonia dei vicini',
      'the ceremony next door',
      'odalan ring merajan',
      'slametan minggu ngajeng',
    ],
    'a ceremony has its day, and plans often give way to it',
    'Wish them well for the ceremony, and offer a date after it without being asked.',
  ),
  matter(
    'business',
    [
      'kontrak karyawan baru',
      'il contratto del cuoco',
      "the cook's contract",
      'pegawe anyar',
      'pegawe enggal',
    ],
    'hiring somebody may make the owner of a small place feel judged on fairness',
    'Ask what was already said to the employee, since that is what must not be broken.',
  ),
  matter(
    'money',
    ['rekening bank bersama', 'il conto cointestato', 'our joint account', 'rekening bank', 'rekening bank'],
    'a shared account may say more about two people than about a bank',
    'Keep to the practical part of the account, and offer that each of them can write to you alone.',
  ),
  matter(
    'bureaucracy',
    [
      'denda yang katanya besar',
      'la multa di cui parlano',
      'that fine people mention',
      'denda ageng',
      'dendo ageng',
    ],
    'a sum heard from others is often not the one in the rules',
    'Ask for a photo of the last stamp, and say that a consultant looks at it before any sum is named.',
  ),
  matter(
    'hierarchy',
    [
      'rapat banjar minggu depan',
      'la riunione del villaggio',
      'the village meeting',
      'paruman banjar',
      'rembugan kampung',
    ],
    'what neighbours decide together may outweigh a paper from the city',
    'Ask who speaks for the village, and in which order visits would be polite.',
  ),
  matter(
    'property',
    [
      'mobil atas nama teman',
      'la macchina intestata a un amico',
      "a car in a friend's name",
      'montor timpale',
      'montor konco',
    ],
    'what stands in the name of a friend rests on the friendship',
    'Speak of protecting the friendship rather than of distrust, and of a paper that both keep.',
  ),
  matter(
    'daily_life',
    [
      'barang di bea cukai',
      'il pacco fermo in dogana',
      'a parcel stuck at customs',
      'barang ring pabean',
      'barang bea cukai',
    ],
    'a parcel that is held may stand for all that is slower than at home',
    'Ask what lies in the parcel, and say whose move is next.',
  ),
  matter(
    'property',
    [
      'tetangga yang protes',
      'il vicino che protesta',
      "the neighbour's complaint",
      'pisaga uyut',
      'tonggo nesu',
    ],
    'a quarrel next door is often about living together long after the papers are right',
    'Ask how they greet each other these days, and suggest a visit before a letter.',
  ),
  matter(
    'daily_life',
    ['pindah alamat ktp', 'il cambio di residenza', 'changing our address', 'alamat ktp', 'alamat ktp'],
    'moving is rarely only a form; something in the household may have changed',
    'Ask whether the whole family moves, and let them tell as much as they like.',
  ),
  matter(
    'bureaucracy',
    ['bahasa di kantor itu', 'la lingua degli uffici', 'the language at the counter'],
    'not to understand a counter may make a grown person feel small',
    'Offer short sentences that can be shown on the phone, and somebody who comes along.',
  ),
  matter(
    'family',
    ['mertua belum setuju', 'i suoceri contrari', 'the in-laws saying no'],
    'the writer often stands between two sides and needs words for both',
    'Offer a short explanation that can be read aloud at home, without taking a side.',
  ),
  matter(
    'health',
    ['hasil tes kesehatan', 'gli esami del sangue', 'the blood test'],
    'a result is private, and may be told here only because a form wants it',
    'Thank them for the trust, ask only what the form asks, and move to a private channel.',
  ),
  matter(
    'business',
    ['laporan tahunan perusahaan', 'il bilancio della società', 'the yearly report'],
    'a report that comes round again often reminds of what was put off the last time',
    'Ask for what is ready, even if it is incomplete, and make the list of gaps yourself.',
  ),
  matter(
    'health',
    ['asuransi orang asing', "l'assicurazione sanitaria", 'health cover'],
    'who asks about insurance has sometimes just seen what happens without it',
    'Ask whether somebody is unwell now, before you explain what is covered.',
  ),
  matter(
    'calendar',
    ['cuti hari raya', 'le ferie di Natale', 'the Christmas break'],
    'the days off may already be promised to a family far away',
    'Ask what is planned for those days, and say what can be done before them and what waits.',
  ),
  matter(
    'money',
    ['modal yang belum cukup', 'il capitale che manca', 'the missing capital'],
    'a sum that is missing is hard to name, so the plan is often questioned instead',
    'Offer ways that begin smaller, and do not ask for the sum first.',
  ),
  matter(
    'trust',
    ['undangan sponsor', 'la lettera dello sponsor', 'the sponsor letter'],
    'asking somebody to vouch for one may be a favour that is remembered for long',
    'Offer a text for the sponsor that they can hand on, so that the favour is small.',
  ),
  matter(
    'property',
    ['nama di sertifikat', 'il nome sul certificato', 'the name on the deed'],
    'whose name stands on a paper often decides who sleeps well',
    'Ask whose name they would wish to see there, and explain what is possible without judging.',
  ),
  matter(
    'time',
    ['jadwal penerbangan', 'il volo già comprato', 'flights already booked'],
    'a flight that is booked may turn every answer into a yes or a no',
    'Say honestly what can be known before the flight, then what happens if it comes later.',
  ),
];
