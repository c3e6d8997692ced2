import type { HouseFact, Intent } from '../../../shared/answer.ts';
import type { Formality } from '../../../shared/client.ts';
import { languageNames, type Language } from '../../../shared/language.ts';
import { inTags, promptVersion, taskRequest } from '../../llama/task-prompt.ts';

/** Room for one answer, in tokens. */
const tokensPerAnswer = 260;
const most = { questions: 12, existing: 8, doubted: 4 } as const;
interface AskedAnswers {
  readonly intent: Pick<Intent, 'title' | 'variations'>;
  readonly language: Language;
  readonly wanted: Readonly<Record<Formality, number>>;
  readonly facts: readonly HouseFact[];
  /** Answers that exist in this language. */
  readonly existing: readonly { readonly formality: Formality; readonly text: string }[];
  /** Those of them that were found wrong, and why. */
  readonly doubted: readonly { readonly text: string; readonly why: string }[];
}

/** The prompt for prepared answers and the name of its version, which everything written by it carries. */
export interface PreparePrompt {
  readonly version: string;
  request(asked: AskedAnswers): ReturnType<typeof taskRequest>;
}

/** `rules`: the text of `resources/prompts/prepare-answers.md`. */
export function preparePrompt(rules: string): PreparePrompt {
  return {
    version: promptVersion('prepare-answers', rules),
    request: (asked) =>
      taskRequest(
        rules,
        taskOf(asked),
        300 + tokensPerAnswer * (asked.wanted.informal + asked.wanted.formal),
        0.8,
      ),
  };
}

function taskOf({ intent, language, wanted, facts, existing, doubted }: AskedAnswers): string {
  const questions = intent.variations.filter((one) => one.language === language).map(({ text }) => text);
  const exists = existing
    .slice(0, most.existing)
    .map(({ formality, text }) => `- (${formality}) ${inTags(text)}`);
  return [
    `<task language="${language}" informal="${wanted.informal}" formal="${wanted.formal}">`,
    `The question: ${inTags(intent.title[language])}. The answers are in ${languageNames[language]} (${language}).`,
    '</task>',
    // The newest ones: an answer is asked for because of them.
    `<questions>\n${questions
      .slice(-most.questions)
      .map((text) => `- ${inTags(text)}`)
      .join('\n')}\n</questions>`,
    `<facts>\n${facts.map((fact) => factLine(fact, language)).join('\n')}\n</facts>`,
    `<exists>\n${exists.join('\n') || 'nothing yet'}\n</exists>`,
    ...(doubted.length === 0
      ? []
      : [`<found_wrong>\n${doubted.slice(-most.doubted).map(doubtLine).join('\n')}\n</found_wrong>`]),
    `Write ${wanted.informal} informal and ${wanted.formal} formal answers in ${languageNames[language]}.`,
  ].join('\n');
}

const factLine = ({ slug, topic, value }: HouseFact, language: Language): string =>
  `- {{fact:${slug}}} (${inTags(topic)}): ${inTags(value[language])}`;

const doubtLine = ({ text, why }: AskedAnswers['doubted'][number]): string =>
  `- ${inTags(text)}\n  why: ${inTags(why)}`;
