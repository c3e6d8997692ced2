/** 23 letters, a prime number of them, without those that look like digits. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz';
const SPREAD = 7;

/**
 * The short id of an insight as prompts name it ("h1"), from its number. The letter is a check: with it, no single
 * wrong digit and no two neighbours in the wrong order give the id of another insight.
 */
export function formatInsightId(number: number): string {
  return `${letterOf(number)}${number}`;
}

/** The number behind a short id; null where it is none, so that a slip of the model names no insight. */
export function parseInsightId(text: string): number | null {
  const [, letter, digits = ''] = /^([a-z])([1-9]\d{0,8})$/.exec(text.trim().toLowerCase()) ?? [];
  const number = Number(digits);
  return letter !== undefined && letter === letterOf(number) ? number : null;
}

function letterOf(number: number): string {
  return LETTERS.charAt((number * SPREAD) % LETTERS.length);
}
