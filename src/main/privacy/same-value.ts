import { foldName } from './names/words.ts';

interface Place {
  /** From 1, of its type. */
  readonly group: number;
  /** From 0: which spelling of the group. */
  readonly variant: number;
}

/** Which values are one and the same though they are spelt differently: "0812-34" and "+62 812 34", "Giulia" and "Giulia Rossi". */
export interface Groups {
  /** The place of a value that has none yet. */
  place(this: void, type: string, value: string): Place;
}

export function groupsOfValues(): Groups {
  const groupOf = new Map<string, number>();
  const variants = new Map<string, number>();
  const counts = new Map<string, number>();
  const wordsOf = new Map<number, ReadonlySet<string>>();
  return {
    place: (type, value) => {
      const keys = type === 'name' ? partsOf(value) : [plain(type, value)];
      const known = keys.map((key) => groupOf.get(`${type} ${key}`)).find((one) => one !== undefined);
      const isSame = known !== undefined && (type !== 'name' || isPartOf(keys, wordsOf.get(known)));
      const group = isSame ? known : (counts.get(type) ?? 0) + 1;
      if (!isSame) counts.set(type, group);
      for (const key of keys)
        if (!groupOf.has(`${type} ${key}`) || !isSame) groupOf.set(`${type} ${key}`, group);
      if (type === 'name')
        wordsOf.set(group, new Set([...(isSame ? (wordsOf.get(group) ?? []) : []), ...keys]));
      const name = `${type} ${group}`;
      const variant = variants.get(name) ?? 0;
      variants.set(name, variant + 1);
      return { group, variant };
    },
  };
}

/** Giulia Rossi and Marco Rossi are two, Giulia and Giulia Rossi one. */
function isPartOf(parts: readonly string[], whole: ReadonlySet<string> | undefined): boolean {
  if (!whole) return false;
  return parts.every((part) => whole.has(part)) || [...whole].every((part) => parts.includes(part));
}

const partsOf = (name: string): string[] => foldName(name).match(/\p{L}+/gu) ?? [foldName(name)];

function plain(type: string, value: string): string {
  if (type === 'text') return value;
  const letters = foldName(value).replace(/[^\p{L}\d]/gu, '');
  return type === 'phone' ? letters.slice(-9) : letters;
}
