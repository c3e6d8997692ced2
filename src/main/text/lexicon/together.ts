import { DeskError } from '../../../shared/fault.ts';
import type { LexiconFile } from './rows.ts';

/** Names of concepts that are told of together; the first names the situation. */
export type Situation = readonly string[];

/** What a concept is worth to the one that names its situation, and to another that stands in it. */
const worth = { named: 0.5, beside: 0.25 } as const;

/**
 * The situations of `together.txt`, one a line. Throws DeskError `file_unreadable` that names the lines with concepts that are no rows, alone
 * or there twice.
 */
export function parseSituations(files: readonly LexiconFile[], concepts: ReadonlySet<string>): Situation[] {
  const errors: string[] = [];
  const situations = files.flatMap(({ name, text }) =>
    text.split(/\r?\n/).flatMap((line, at) => {
      const names = line.split(' ').filter((one) => one !== '');
      if (line.startsWith('#') || names.length === 0) return [];
      const complain = (what: string) => errors.push(`${name}, line ${at + 1}: ${what}`);
      for (const one of names)
        if (!concepts.has(one)) complain(`“${one}” is no concept; add its row or remove it`);
      if (names.length < 2) complain('has one concept only; write those that go with it');
      if (new Set(names).size < names.length) complain('has a concept twice; remove one');
      return [names];
    }),
  );
  if (errors.length === 0) return situations;
  throw new DeskError(
    'file_unreadable',
    ['The lexicon cannot be used. Correct these lines:', ...errors.slice(0, 20)].join('\n'),
  );
}

/** How near the concepts are that stand with one in a situation, by name, 0..1. */
export function besides(situations: readonly Situation[]): (name: string) => ReadonlyMap<string, number> {
  const nearness = new Map<string, Map<string, number>>();
  for (const names of situations)
    for (const one of names) {
      const near = nearness.get(one) ?? new Map<string, number>();
      nearness.set(one, near);
      for (const other of names) {
        if (other === one) continue;
        const value = one === names[0] || other === names[0] ? worth.named : worth.beside;
        near.set(other, Math.max(near.get(other) ?? 0, value));
      }
    }
  return (name) => nearness.get(name) ?? none;
}

const none: ReadonlyMap<string, number> = new Map();
