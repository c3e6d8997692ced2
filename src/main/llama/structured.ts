import { z } from 'zod';
import type { LlamaReply, LlamaRequest, LlamaSchema } from './endpoint.ts';
import { findItems } from './found-items.ts';

/** A list of items that a model is asked for. */
export interface ListSpec<T> {
  /** A word for what an item is, for servers that want the schema named. */
  readonly name: string;
  readonly item: z.ZodType<T>;
  /** Items in one answer at most. */
  readonly most: number;
}

/**
 * Why an item was not taken. `unreadable`: no JSON. `invalid`: another shape or content than asked for. `duplicate`: the
 * same as one before. `too_many`: more than asked for. `cut`: the answer ended inside it.
 */
type RejectReason = 'unreadable' | 'invalid' | 'duplicate' | 'too_many' | 'cut';

interface Reject {
  readonly reason: RejectReason;
  /** What is wrong with it, for the model and for whoever looks. */
  readonly detail: string;
  /** The item as it came. */
  readonly raw: string;
}

/** What came of an answer. Nothing of it is lost: what is no item is a reject. */
interface Reading<T> {
  readonly items: readonly T[];
  readonly rejects: readonly Reject[];
  /** Whether there was a list at all. */
  readonly hasList: boolean;
  /** The answer reached its length limit. */
  readonly isCut: boolean;
  /** The answers as they came, the repaired one last. */
  readonly raw: readonly string[];
}

type Parts = Pick<LlamaRequest, 'messages' | 'maxTokens' | 'temperature'>;

/** What was not taken of an answer in the end. One without any list is a single reject: nothing that was paid for is lost. */
export function rejectsOf({
  rejects,
  hasList,
  items,
  raw,
}: Pick<Reading<unknown>, 'rejects' | 'hasList' | 'items' | 'raw'>): readonly Reject[] {
  if (rejects.length > 0 || hasList || items.length > 0) return rejects;
  return [{ reason: 'unreadable', detail: 'the answer holds no list', raw: raw.join('\n\n') }];
}

/** A request for a list, step by step, since each request may be a job elsewhere that takes hours. */
export interface StructuredList<T> {
  /** The request with the shape of the answer told to the model and to servers that hold it to one. */
  request(parts: Parts): LlamaRequest;
  /** What an answer holds; `earlier`: what the one that it repairs held. */
  read(reply: Pick<LlamaReply, 'text' | 'isCut'>, earlier?: Reading<T>): Reading<T>;
  /** Asks once more for what could not be used, saying why; null where that would be of no use. */
  repair(request: LlamaRequest, reading: Reading<T>): LlamaRequest | null;
}

/** From a schema of one item to a request, a reading of its answer, and one repair. */
export function structuredList<T>(spec: ListSpec<T>): StructuredList<T> {
  const { instructions, schema } = describe(spec);
  return {
    request: ({ messages, ...rest }) => ({
      ...rest,
      messages: withInstructions(messages, instructions),
      schema,
    }),
    read: (reply, earlier) => readReply(spec, reply, earlier),
    repair: (request, reading) => repairOf(request, reading),
  };
}

/** Limits of length and form are ours to check: grammars get slow by them, or refuse them. */
const leftToUs = new Set(['$schema', 'minLength', 'maxLength', 'pattern', 'format', 'minItems', 'maxItems']);

function describe<T>({ name, item, most }: ListSpec<T>): { instructions: string; schema: LlamaSchema } {
  const whole = z.toJSONSchema(z.object({ items: z.array(item).max(most) }), { unrepresentable: 'any' });
  const { $schema: _draft, ...told } = z.toJSONSchema(item, { unrepresentable: 'any' });
  const instructions = [
    `Answer with one JSON object and nothing else: {"items": [ … ]}, with at most ${most} items.`,
    'No words before or after it, no Markdown. Each item is valid against this JSON Schema:',
    JSON.stringify(told),
  ].join('\n');
  return { instructions, schema: { name, jsonSchema: looser(whole) as object } };
}

function looser(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(looser);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, inner]) => !leftToUs.has(key) || typeof inner === 'object',
  );
  return Object.fromEntries(kept.map(([key, inner]) => [key, looser(inner)]));
}

function withInstructions(messages: Parts['messages'], instructions: string): Parts['messages'] {
  const last = messages.at(-1);
  if (!last) return [{ role: 'user', content: instructions }];
  return [...messages.slice(0, -1), { ...last, content: `${last.content}\n\n${instructions}` }];
}

function readReply<T>(
  { item, most }: ListSpec<T>,
  { text, isCut }: Pick<LlamaReply, 'text' | 'isCut'>,
  earlier: Reading<T> | undefined,
): Reading<T> {
  const found = findItems(text);
  const items: T[] = [...(earlier?.items ?? [])];
  const rejects: Reject[] = [];
  const known = new Set(items.map((one) => JSON.stringify(one)));
  for (const { value, raw, state } of found.items) {
    const refuse = (reason: RejectReason, detail: string) => rejects.push({ reason, detail, raw });
    if (state === 'cut') refuse('cut', 'the answer ended inside it');
    else if (state === 'broken') refuse('unreadable', 'it is not valid JSON');
    else {
      const parsed = item.safeParse(value);
      if (!parsed.success) refuse('invalid', wordsOf(parsed.error));
      else if (known.has(JSON.stringify(parsed.data))) refuse('duplicate', 'it is there already');
      else if (items.length >= most) refuse('too_many', `more than ${most} items`);
      else {
        items.push(parsed.data);
        known.add(JSON.stringify(parsed.data));
      }
    }
  }
  return {
    items,
    rejects: [...rejects, ...unanswered(earlier, found.items.length)],
    hasList: found.hasList || (earlier?.hasList ?? false),
    isCut: isCut || rejects.some(({ reason }) => reason === 'cut'),
    raw: [...(earlier?.raw ?? []), text],
  };
}

/** Earlier rejects that a repair did not come back to; it takes them in the order in which they were told. */
function unanswered<T>(earlier: Reading<T> | undefined, answered: number): Reject[] {
  if (!earlier) return [];
  const told = earlier.rejects.filter(isRepairable);
  return [...told.slice(answered), ...earlier.rejects.filter((reject) => !isRepairable(reject))];
}

const isRepairable = ({ reason }: Reject) => reason === 'unreadable' || reason === 'invalid';

function wordsOf(error: z.ZodError): string {
  const words = error.issues.map(({ path, message }) => `${path.join('.') || 'item'}: ${message}`);
  return words.slice(0, 5).join('; ');
}

/** So much of an answer is shown to the model again, at most. */
const longestEcho = 12_000;

function repairOf<T>(request: LlamaRequest, reading: Reading<T>): LlamaRequest | null {
  if (reading.raw.length !== 1) return null;
  const wrong = reading.rejects.filter(isRepairable);
  if (wrong.length === 0 && reading.hasList) return null;
  const said = wrong.map(({ detail, raw }, index) => `${index + 1}. ${detail}\n${raw}`).join('\n');
  const content =
    wrong.length === 0
      ? 'Your answer holds no JSON. Answer again, with the JSON object alone.'
      : `Of your answer these ${wrong.length} items cannot be used. Write them again, corrected, in this order and in the same form, and nothing else:\n${said}`;
  const assistant = wrong.length === 0 ? (reading.raw[0] ?? '') : '';
  return {
    ...request,
    messages: [
      ...request.messages,
      { role: 'assistant', content: assistant.slice(0, longestEcho) || '{"items": […]}' },
      { role: 'user', content: content.slice(0, 2 * longestEcho) },
    ],
  };
}
