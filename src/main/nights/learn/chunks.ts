import { createHash } from 'node:crypto';
import { inTags } from '../../llama/task-prompt.ts';
import type { GatheredConversation, GatheredMessage } from './gather.ts';

/** As many conversations as fit one request, with their messages by the numbers that the model knows them by. */
export interface Chunk {
  /** Of its text: what changed is asked anew, and what did not is not paid twice. */
  readonly name: string;
  readonly text: string;
  readonly messages: ReadonlyMap<number, GatheredMessage>;
  readonly clientIds: readonly string[];
  readonly isSuspect: boolean;
}

/** Indonesian and Italian take more tokens than English has for as many letters. */
const charactersPerToken = 3;

export const tokensOf = (text: string): number => Math.ceil(text.length / charactersPerToken);

export const nameOf = (...texts: readonly string[]): string =>
  createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 12);

/**
 * The day in pieces of at most so many tokens. What a suspicious conversation says never stands beside what others say. A
 * conversation that is too long for one piece goes on in the next.
 */
export function chunksOf(
  conversations: readonly GatheredConversation[],
  mostTokens: number,
  numberOf: (insightId: string) => number | undefined,
): Chunk[] {
  const chunks: Chunk[] = [];
  for (const isSuspect of [false, true]) {
    let open = new OpenChunk(isSuspect);
    const close = () => {
      if (!open.isEmpty) chunks.push(open.close());
      open = new OpenChunk(isSuspect);
    };
    for (const conversation of conversations.filter((one) => one.isSuspect === isSuspect)) {
      open.begin();
      for (const message of conversation.messages) {
        const line = (number: number) => lineOf(number, message, numberOf);
        if (!open.isEmpty && open.tokens + tokensOf(line(open.next)) > mostTokens) {
          close();
          open.begin();
        }
        open.add(message, line(open.next));
      }
      // One chunk a suspicious conversation: two of them must not speak for each other.
      if (isSuspect) close();
    }
    close();
  }
  return chunks;
}

class OpenChunk {
  readonly #isSuspect: boolean;
  readonly #lines: string[] = [];
  readonly #messages = new Map<number, GatheredMessage>();
  #characters = 0;

  constructor(isSuspect: boolean) {
    this.#isSuspect = isSuspect;
  }

  get isEmpty(): boolean {
    return this.#messages.size === 0;
  }

  get next(): number {
    return this.#messages.size + 1;
  }

  get tokens(): number {
    return Math.ceil(this.#characters / charactersPerToken);
  }

  begin(): void {
    this.#put('<conversation>');
  }

  add(message: GatheredMessage, line: string): void {
    this.#messages.set(this.next, message);
    this.#put(line);
  }

  close(): Chunk {
    const text = this.#lines.join('\n').replaceAll(/(?:\n?<conversation>)+(?=\n<conversation>|$)/g, '');
    return {
      name: nameOf(text),
      text: text.trim(),
      messages: this.#messages,
      clientIds: [...new Set([...this.#messages.values()].map(({ clientId }) => clientId))],
      isSuspect: this.#isSuspect,
    };
  }

  #put(line: string): void {
    this.#lines.push(line);
    this.#characters += line.length + 1;
  }
}

function lineOf(
  number: number,
  message: GatheredMessage,
  numberOf: (insightId: string) => number | undefined,
): string {
  const { by, source, thumb, wasWrong, insights, text, draft, note } = message;
  const numbered = insights.flatMap(({ insightId, origin }) => {
    const known = numberOf(insightId);
    return known === undefined ? [] : [`${known}${origin === null ? '' : ' used'}`];
  });
  const told = [
    `n="${number}" by="${by}"`,
    source === null ? '' : ` from="${source}"`,
    thumb === null ? '' : ` thumb="${thumb}"`,
    wasWrong ? ' was="wrong answer"' : '',
    numbered.length === 0 ? '' : ` insights="${numbered.join(', ')}"`,
  ].join('');
  const beside = [
    draft === null ? '' : `<before-edit>${inTags(draft)}</before-edit>`,
    note === null ? '' : `<consultant-note>${inTags(note)}</consultant-note>`,
  ].join('');
  return `<message ${told}>${inTags(text)}${beside}</message>`;
}
