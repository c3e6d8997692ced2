import type { Language } from '../../src/shared/language.ts';
import { saidIn } from './prompt-text.ts';

interface WrittenIntent {
  readonly title: Readonly<Record<Language, string>>;
  readonly variations: readonly { readonly language: Language; readonly text: string }[];
  readonly facts: readonly string[];
}

interface PoolTexts {
  /** Ways to ask, whatever the question. */
  readonly variations?: readonly string[];
  /** The question behind messages; null: it finds none. */
  readonly intent?: WrittenIntent | null;
}

/** A model that proposes what it was given. Every task it saw is in `tasks`, as it was told. */
export function proposalPool({ variations = [], intent = null }: PoolTexts): {
  readonly answer: (chat: Record<string, unknown>) => string;
  readonly tasks: readonly string[];
} {
  const tasks: string[] = [];
  return {
    tasks,
    answer: (chat) => {
      const said = saidIn(chat);
      if (said.includes('<task messages="')) {
        tasks.push(said);
        return JSON.stringify({ items: intent === null ? [] : [intent] });
      }
      if (!said.includes('wanted="')) return 'OK';
      tasks.push(said);
      return JSON.stringify({ items: variations.map((text) => ({ text })) });
    },
  };
}
