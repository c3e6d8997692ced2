/** Words that a misspelled one may have meant, by first letter and length. */
export type Shelves = ReadonlyMap<string, readonly string[]>;

const shortest = 3;
/** What two mistakes may cost together in words from `long` letters on; shorter ones have one. */
const long = 8;
const mostDropped = 2;

/** The words by first letter and length, each once. */
export function shelve(words: Iterable<string>): Shelves {
  const shelves = new Map<string, string[]>();
  for (const word of new Set(words)) {
    if (word.length <= shortest || !/^\p{L}+$/u.test(word)) continue;
    const shelf = shelves.get(shelfOf(word, word.length));
    if (shelf) shelf.push(word);
    else shelves.set(shelfOf(word, word.length), [word]);
  }
  return shelves;
}

const shelfOf = (word: string, length: number) => `${word[0]}${length}`;

/**
 * The word that a misspelled one most likely was; null when none is near. Where two are equally near, earlier shelves win,
 * and on a shelf what was put there first.
 */
export function nearestWord(word: string, all: readonly Shelves[]): string | null {
  if (word.length < shortest || /\P{L}/u.test(word)) return null;
  const most = word.length >= long ? 2 : 1;
  let best: string | null = null;
  let least = most + 0.1;
  for (const shelves of all)
    for (let length = word.length - most; length <= word.length + mostDropped; length++)
      for (const known of shelves.get(shelfOf(word, length)) ?? []) {
        const cost = isAbbreviated(word, known) ? 1 : typingCost(word, known, most);
        if (cost < least) [best, least] = [known, cost];
      }
  return best;
}

/** Chats leave out vowels: "krja" = kerja, "fto" = foto. */
function isAbbreviated(word: string, full: string): boolean {
  if (full.length <= word.length || full.length > word.length + mostDropped) return false;
  let at = 0;
  for (const letter of full) {
    if (letter === word[at]) at++;
    else if (!vowels.has(letter)) return false;
  }
  return at === word.length;
}

const vowels = new Set('aeiou');
/** Letters that sound alike or are written for each other. */
const alike = new Set(
  'ck kc cs sc sz zs iy yi fv vf ck qk kq cq qc jy wv xs ei ie uo ou ae ea bp pb td dt gc cg mn nm'.split(
    ' ',
  ),
);

/**
 * What it takes to mistype one word as the other: 1 for a letter left out, put in or swapped with its neighbour, or written
 * for one like it; 1.5 for another letter, which more often makes another word. More than `most` counts as `most + 1`.
 */
export function typingCost(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let row = 1; row <= left.length; row++) {
    const now = [row];
    let least = row;
    for (let at = 1; at <= right.length; at++) {
      const [one, other] = [left[row - 1] ?? '', right[at - 1] ?? ''];
      const change = one === other ? 0 : alike.has(one + other) ? 1 : 1.5;
      let cost = Math.min((last[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + change);
      if (row > 1 && at > 1 && one === right[at - 2] && left[row - 2] === other)
        cost = Math.min(cost, (before[at - 2] ?? 0) + 1);
      now.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [before, last] = [last, now];
  }
  return last[right.length] ?? most + 1;
}
