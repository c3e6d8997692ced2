import { z } from 'zod';
import { filled, readSet, type SetFile } from './set-file.ts';

/** A datum of a person in a conversation, as the set has it. */
export interface Label {
  readonly text: string;
  /** The set's own name for it. */
  readonly type: string;
}

export interface LabelledConversation {
  /** Its line in the file. */
  readonly line: number;
  readonly id: string;
  readonly texts: readonly string[];
  readonly labels: readonly Label[];
  /** Names that the client's record would have. */
  readonly names: readonly string[];
}

export interface RedactionSet {
  readonly conversations: readonly LabelledConversation[];
  /** What was read other than it stands there. */
  readonly remarks: readonly string[];
}

const text = z.string().nullish();
const message = z
  .union([z.string(), z.object({ text, content: text })], 'must be {role, text, at}')
  .transform((one) => (typeof one === 'string' ? one : (one.text ?? one.content ?? '')));
const label = z.union(
  [
    z.object({ text: filled, type: filled.nullish() }),
    z
      .object({ value: filled, type: filled.nullish() })
      .transform(({ value, type }) => ({ text: value, type })),
  ],
  'must be {text, type}',
);
const client = z.object({ name: text, addressAs: text }).nullish().catch(null);
const row = z.object({
  id: z
    .union([filled, z.number()])
    .nullish()
    .transform((id) => (id === null || id === undefined ? null : String(id))),
  messages: z.array(message).min(1),
  pii: z.array(label).nullish(),
  client,
});

const title =
  /^(?:pak|bapak|bpk\.?|bu|ibu|mas|mbak|bli|mbok|kak|om|tante|mr\.?|mrs\.?|ms\.?|dr\.?|sig\.?(?:ra)?|signora?|dott\.?(?:ssa)?|zia|zio)\s+(?=\p{L})/iu;

/**
 * Reads a set for `evaluateRedaction`: fields it does not know are left aside, types may have any name, `content` is taken for `text`. A
 * label that stands in no message is left out, and a title before a name belongs to no label, since it says nothing of who it is; both
 * with a remark. Throws DeskError `bad_input` naming file and line.
 */
export function readRedactionSet(file: SetFile): RedactionSet {
  let untitled = 0;
  const absent: string[] = [];
  const conversations = readSet(file, row).map(
    ({ number: line, row: { id, messages, pii, client: known } }) => {
      const all = messages.join('\n').toLowerCase();
      const labels = (pii ?? []).map((one) => {
        const bare = one.text.replace(title, '');
        if (bare !== one.text) untitled++;
        return { text: bare, type: one.type ?? 'untyped' };
      });
      const present = labels.filter((one) => all.includes(one.text.toLowerCase()));
      if (present.length < labels.length) absent.push(`${line} (${labels.length - present.length})`);
      return {
        line,
        id: id ?? String(line),
        texts: messages,
        labels: onceEach(present),
        names: [known?.name, known?.addressAs].flatMap((name) => (name ? [name] : [])),
      };
    },
  );
  const remarks = [
    ...(untitled > 0
      ? [`${file.name}: ${untitled} names are labelled with their title; they count without it.`]
      : []),
    ...(absent.length > 0
      ? [
          `${file.name}: labels that stand in no message of their row are left out, in lines ${absent.join(', ')}.`,
        ]
      : []),
  ];
  return { conversations, remarks };
}

function onceEach(labels: readonly Label[]): Label[] {
  return [...new Map(labels.map((one) => [`${one.type} ${one.text}`, one])).values()];
}
