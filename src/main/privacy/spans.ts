import { personalTypes, type PersonalSpan, type PersonalType, type Span } from './personal.ts';

const ranks: ReadonlyMap<string, number> = new Map(personalTypes.map((type, rank) => [type, rank]));
const rank = ({ type }: Span<string>): number => ranks.get(type) ?? personalTypes.length;

/** Every match of a global pattern as a span; `group` where only a part of it is the datum. */
export function spansOf(text: string, pattern: RegExp, type: PersonalType, group = 0): PersonalSpan[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const value = match[group];
    if (!value) return [];
    const start = match.index + (group === 0 ? 0 : match[0].lastIndexOf(value));
    return [{ start, end: start + value.length, type }];
  });
}

/** Spans in order, none touching another's characters: what overlaps becomes one span, of the type that wins. */
export function united<T extends string>(spans: readonly Span<T>[]): Span<T>[] {
  const sorted = [...spans].sort((left, right) => left.start - right.start || right.end - left.end);
  const result: Span<T>[] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (!last || span.start >= last.end) result.push(span);
    else
      result[result.length - 1] = {
        start: last.start,
        end: Math.max(last.end, span.end),
        type: rank(span) < rank(last) ? span.type : last.type,
      };
  }
  return result;
}
