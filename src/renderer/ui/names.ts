const firstLetter = (word: string) => String.fromCodePoint(word.codePointAt(0) ?? 63);

/** One or two letters for a name: of its first and last word that begin with a letter or digit. */
export function initials(name: string): string {
  const words = name.split(/[\s&+/,-]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  const text = letters.map((word) => (word === undefined ? '' : firstLetter(word))).join('');
  return text === '' ? '?' : text.toLocaleUpperCase();
}

const tones = ['teal', 'saffron', 'sky', 'leaf'] as const;
export type Tone = (typeof tones)[number];

/** A soft colour that stays with one id. */
export function toneOf(id: string): Tone {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return tones[sum % tones.length] ?? 'teal';
}

/** "passport_expiry" as people write it: "Passport expiry". */
export function topicLabel(topic: string): string {
  const text = topic.replaceAll('_', ' ').trim();
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** The key of a topic as typed: "Passport expiry" becomes "passport_expiry". */
export function topicKey(label: string): string {
  return label.trim().toLocaleLowerCase().replaceAll(/\s+/g, '_');
}

/** Names and ids of models as people say them: "claude-haiku-5-5" becomes "Haiku 5.5". */
export function modelLabel(model: string): string {
  const match = /^claude-([a-z]+)-(\d+)(?:-(\d{1,2}))?(?:-\d{8})?$/.exec(model);
  if (match === null) return model;
  const [, family = '', major = '', minor] = match;
  const version = minor === undefined ? major : `${major}.${minor}`;
  return `${family.charAt(0).toUpperCase()}${family.slice(1)} ${version}`;
}
