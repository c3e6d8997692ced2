import { openRedaction } from '../privacy/redaction.ts';
import type { PersonalSpan } from '../privacy/personal.ts';
import { figuresBy, share } from './figures.ts';
import type { Label, LabelledConversation } from './redaction-set.ts';

/** How much of what leads to people is hidden, and how much else; a figure that does not apply is null. */
export interface RedactionFigures {
  readonly n: number;
  /** Share of the labelled data that are hidden wherever they stand in their conversation. */
  readonly recall: number | null;
  /** Share of the hidden places that touch a labelled datum. */
  readonly precision: number | null;
}

export interface RedactionResult extends RedactionFigures {
  readonly conversations: number;
  /** Recall by the set's own types. */
  readonly byType: Readonly<Record<string, RedactionFigures>>;
  /** Precision by the product's types. */
  readonly byHidden: Readonly<Record<string, RedactionFigures>>;
}

/** A datum that is to be seen, or a place that was hidden for nothing. */
export interface RedactionFailure {
  readonly line: number;
  readonly id: string;
  readonly kind: 'leaked' | 'hidden_for_nothing';
  readonly type: string;
  readonly text: string;
  /** The message with what was hidden in it. */
  readonly hidden: string;
}

export interface RedactionEvaluation {
  readonly result: RedactionResult;
  readonly failures: readonly RedactionFailure[];
}

/** So much of a datum must be hidden, by characters. */
const ENOUGH = 0.9;

interface Outcome {
  readonly type: string;
  readonly isRight: boolean;
}

/** Hides every conversation as one request would be, knowing of the client only what the row has of it. */
export function evaluateRedaction(conversations: readonly LabelledConversation[]): RedactionEvaluation {
  const labels: Outcome[] = [];
  const hidden: Outcome[] = [];
  const failures: RedactionFailure[] = [];
  for (const conversation of conversations) {
    const { line, id, texts, names } = conversation;
    const redaction = openRedaction({ names }, texts);
    const spans = texts.map(redaction.spans);
    const places = conversation.labels.map((one) => placesOf(one, texts));
    const failed = (kind: RedactionFailure['kind'], type: string, text: string, message: number) =>
      failures.push({ line, id, kind, type, text, hidden: redaction.hide(texts[message] ?? '') });
    for (const [at, { type, text }] of conversation.labels.entries()) {
      const open = places[at]?.find((place) => !isHidden(place, spans[place.message] ?? []));
      labels.push({ type, isRight: open === undefined });
      if (open) failed('leaked', type, text, open.message);
    }
    const labelled = places.flat();
    for (const [message, found] of spans.entries())
      for (const span of found) {
        const isRight = labelled.some((place) => place.message === message && overlap(place, span) > 0);
        hidden.push({ type: span.type, isRight });
        if (!isRight)
          failed(
            'hidden_for_nothing',
            span.type,
            (texts[message] ?? '').slice(span.start, span.end),
            message,
          );
      }
  }
  const rights = (outcomes: readonly Outcome[]) => share(outcomes.map(({ isRight }) => isRight));
  const recallOf = (rows: readonly Outcome[]) => ({ n: rows.length, recall: rights(rows), precision: null });
  const precisionOf = (rows: readonly Outcome[]) => ({
    n: rows.length,
    recall: null,
    precision: rights(rows),
  });
  return {
    result: {
      conversations: conversations.length,
      n: labels.length,
      recall: rights(labels),
      precision: rights(hidden),
      byType: figuresBy(labels, ({ type }) => type, recallOf),
      byHidden: figuresBy(hidden, ({ type }) => type, precisionOf),
    },
    failures,
  };
}

interface Place {
  readonly message: number;
  readonly start: number;
  readonly end: number;
}

/** Every place where a label's text stands as it is written, else in any case; within longer words only where it stands nowhere else. */
function placesOf({ text }: Label, texts: readonly string[]): Place[] {
  const exact = texts.flatMap((whole, message) => placesIn(whole, text, message));
  const folded = () =>
    texts.flatMap((whole, message) => placesIn(whole.toLowerCase(), text.toLowerCase(), message));
  const all = exact.length > 0 ? exact : folded();
  const alone = all.filter(({ message, start, end }) => {
    const whole = texts[message] ?? '';
    return (
      !(isLetter(whole[start - 1]) && isLetter(whole[start])) &&
      !(isLetter(whole[end - 1]) && isLetter(whole[end]))
    );
  });
  return alone.length > 0 ? alone : all;
}

function placesIn(whole: string, text: string, message: number): Place[] {
  const places: Place[] = [];
  for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + text.length))
    places.push({ message, start: at, end: at + text.length });
  return places;
}

const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\d]/u.test(char);

const overlap = (place: Place, { start, end }: PersonalSpan): number =>
  Math.max(0, Math.min(place.end, end) - Math.max(place.start, start));

function isHidden(place: Place, spans: readonly PersonalSpan[]): boolean {
  const covered = spans.reduce((sum, span) => sum + overlap(place, span), 0);
  return covered >= ENOUGH * (place.end - place.start);
}
