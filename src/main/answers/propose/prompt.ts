import type { HouseFact, Intent } from '../../../shared/answer.ts';
import { languageNames, type Language } from '../../../shared/language.ts';
import { findLeak } from '../../privacy/leak.ts';
import { inTags, promptVersion, taskRequest } from '../../llama/task-prompt.ts';

/** Tokens for one way to ask, and for one whole question. */
const tokensPer = { variation: 40, intent: 1_200 } as const;
const most = { known: 40, refused: 20, titles: 200, facts: 120 } as const;

const bullets = (texts: readonly string[]): string =>
  texts.map((text) => `- ${inTags(text)}`).join('\n') || 'nothing yet';

interface AskedVariations {
  readonly intent: Pick<Intent, 'title' | 'variations'>;
  readonly language: Language;
  readonly wanted: number;
  /** Those that were proposed before and not taken. */
  readonly refused: readonly string[];
}

/** The prompt for further ways to ask, and the name of its version. */
export interface VariationsPrompt {
  readonly version: string;
  request(asked: AskedVariations): ReturnType<typeof taskRequest>;
}

/** `rules`: the text of `resources/prompts/propose-variations.md`. */
export function variationsPrompt(rules: string): VariationsPrompt {
  return {
    version: promptVersion('propose-variations', rules),
    request: ({ intent, language, wanted, refused }) => {
      const known = intent.variations.filter((one) => one.language === language).map(({ text }) => text);
      const task = [
        `<task language="${language}" wanted="${wanted}">`,
        `The question: ${inTags(intent.title[language])}. Write in ${languageNames[language]} (${language}).`,
        '</task>',
        `<known>\n${bullets(known.slice(0, most.known))}\n</known>`,
        `<refused>\n${bullets(refused.slice(-most.refused))}\n</refused>`,
        `Write ${wanted} further ways in which clients ask this in ${languageNames[language]}.`,
      ].join('\n');
      return taskRequest(rules, task, 200 + tokensPer.variation * wanted, 0.9);
    },
  };
}

/** A telephone of the office says nothing of what a fact answers, and would be held back at the border. */
const shownValue = (value: string): string => (findLeak(value, []) === null ? `: ${inTags(value)}` : '');

interface AskedIntent {
  /** As clients wrote them, with what leads to a person hidden. */
  readonly messages: readonly string[];
  readonly facts: readonly HouseFact[];
  /** Titles of the questions that are there. */
  readonly titles: readonly string[];
}

/** The prompt for the question behind messages, and the name of its version. */
export interface IntentsPrompt {
  readonly version: string;
  request(asked: AskedIntent): ReturnType<typeof taskRequest>;
}

/** `rules`: the text of `resources/prompts/propose-intents.md`. */
export function intentsPrompt(rules: string): IntentsPrompt {
  return {
    version: promptVersion('propose-intents', rules),
    request: ({ messages, facts, titles }) => {
      const lines = facts
        .slice(0, most.facts)
        .map(({ slug, topic, value }) => `- ${slug} (${inTags(topic)})${shownValue(value.en)}`);
      const task = [
        `<task messages="${messages.length}">`,
        'Which one question do these messages ask?',
        '</task>',
        `<messages>\n${bullets(messages)}\n</messages>`,
        `<facts>\n${lines.join('\n') || 'none'}\n</facts>`,
        `<existing>\n${bullets(titles.slice(0, most.titles))}\n</existing>`,
      ].join('\n');
      return taskRequest(rules, task, tokensPer.intent, 0.6);
    },
  };
}
