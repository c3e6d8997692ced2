import type { Language } from '../../shared/language.ts';

const readers: Readonly<Record<Language, (word: string) => string>> = {
  id: indonesianRoot,
  it: italianRoot,
  en: englishRoot,
};

/**
 * The root of a folded word as this language inflects it: the same for most forms of one word ("menunggu", "nunggu" and
 * "ditunggu"; "vergogna" and "vergognarmi"; "worried" and "worry"). For comparing only: often no word at all. Without a
 * dictionary two words may share a root by chance, so that the word itself must count for more.
 */
export function rootOf(word: string, language: Language): string {
  return word.length < 4 || /\p{N}/u.test(word) ? word : readers[language](word);
}

/** Least letters that must be left. */
const leastRoot = 4;

const particles = ['nya', 'lah', 'kah', 'pun', 'ku', 'mu'];
const suffixes = ['kan', 'an', 'in', 'i'];
const prefixes = ['diper', 'memper', 'per', 'ber', 'ter', 'me', 'pe', 'di', 'ke', 'se'];

function indonesianRoot(word: string): string {
  let root = withoutEnding(word, particles);
  // Twice, because "pakaian" must lose as much as "pakai" does.
  for (let round = 0; round < 2; round++) root = withoutEnding(root, suffixes);
  for (let round = 0; round < 2; round++) {
    const prefix = prefixes.find((one) => root.length - one.length >= leastRoot && root.startsWith(one));
    if (prefix) root = root.slice(prefix.length);
  }
  return withoutNasal(root);
}

/**
 * me- and its short colloquial form swallow the first letter of a root: "menunggu", "nunggu" and "tunggu", "ngirim" and
 * "kirim". Which letter it was cannot be told, so letters that may stand for each other become one.
 */
function withoutNasal(root: string): string {
  const bare = root.replace(/^(?:m(?=[bpf])|n(?=[dtcjsz])|ng(?=[gkh])|nge(?=\p{L}{3}))/u, '');
  if (/^(?:ng|k)\p{L}/u.test(bare)) return bare.replace(/^(?:ng|k)/, '');
  if (bare.startsWith('ny')) return `s${bare.slice(2)}`;
  if (/^[mp]/.test(bare)) return `p${bare.slice(1)}`;
  return bare.replace(/^n/, 't');
}

function withoutEnding(word: string, endings: readonly string[]): string {
  const ending = endings.find((one) => word.length - one.length >= leastRoot && word.endsWith(one));
  return ending ? word.slice(0, -ending.length) : word;
}

const italianEndings = endings(`
  azioni azione izioni izione amento amenti imento imenti mente
  assero essero issero eranno iranno ebbero erebbe irebbe eremmo iremmo ereste ireste eresti iresti avano evano ivano
  avamo evamo ivamo avate evate ivate arono erono irono assi essi issi erei irei eremo iremo erete irete
  ando endo ante anti ente enti iamo iate ete ato ata ati ate ito ita iti ite uto uta uti ute are ere ire
  arsi ersi irsi armi ermi irmi arti erti irti arci erci irci arvi ervi irvi arlo arla arli arle erlo erla erli erle
  irlo irla irli irle arne erne irne argli ergli irgli avo evo ivo avi evi ivi ava eva iva ero era erai irai
  isco isci isce iscono ano ono oso osa osi ose ive ale ali ia io ie ii o a i e
`);

function italianRoot(word: string): string {
  // "preoccupatissimo": the degree first, then the participle.
  const plain = word.length > 8 ? word.replace(/issim[oaie]$/, 'o') : word;
  // Short endings are cut from longer words only: "casa" and "caso" are not one word, "fidarsi" and "fidato" are.
  const root = cut(plain, italianEndings, (ending) => (ending.length >= 3 ? leastRoot - 1 : leastRoot));
  // "paghi" and "paga", "stanchi" and "stanco".
  return root.length > leastRoot && /[cg]h$/.test(root) ? root.slice(0, -1) : root;
}

const englishEndings = endings(
  'ations ation ings ing iness ness ments ment edly ingly ies ied ily ed ly es s y e',
);

function englishRoot(word: string): string {
  const root = cut(word, englishEndings, (ending) => (ending.length >= 2 ? leastRoot - 1 : leastRoot));
  // "planned" and "plan": the letter that English doubles.
  const single = root.length > leastRoot && /([bdgmnprt])\1$/.test(root) ? root.slice(0, -1) : root;
  return single.length > leastRoot - 1 && /[eiy]$/.test(single) ? single.slice(0, -1) : single;
}

interface Endings {
  readonly all: ReadonlySet<string>;
  readonly longest: number;
}

function endings(list: string): Endings {
  const all = new Set(list.trim().split(/\s+/));
  return { all, longest: Math.max(...[...all].map(({ length }) => length)) };
}

/** Cuts the longest ending that leaves enough. */
function cut(word: string, { all, longest }: Endings, least: (ending: string) => number): string {
  for (let length = Math.min(longest, word.length - 2); length > 0; length--) {
    const ending = word.slice(-length);
    if (all.has(ending) && word.length - length >= least(ending)) return word.slice(0, -length);
  }
  return word;
}
