import { languageNames } from '../../../shared/language.ts';
import { inTags, promptVersion, taskRequest } from '../../llama/task-prompt.ts';
import type { Cell } from './plan.ts';

/** Room for one insight in an answer, in tokens; Indonesian and Balinese take more of them than English. */
const tokensPerItem = 420;

/** The prompt for insights and the name of its version, which everything written by it carries. */
export interface GeneratePrompt {
  readonly version: string;
  request(asked: Asked): ReturnType<typeof taskRequest>;
}

interface Asked {
  readonly cell: Cell;
  readonly count: number;
  /** What exists nearby, as it begins. */
  readonly nearby: readonly string[];
}

/** `rules`: the text of `resources/prompts/generate-insights.md`. */
export function generatePrompt(rules: string): GeneratePrompt {
  return {
    version: promptVersion('generate-insights', rules),
    request: (asked) => taskRequest(rules, taskOf(asked), 400 + tokensPerItem * asked.count, 0.9),
  };
}

function taskOf({ cell, count, nearby }: Asked): string {
  const { category, language, about } = cell;
  const exists = nearby.length === 0 ? 'nothing yet' : nearby.map((text) => `- ${inTags(text)}`).join('\n');
  return [
    `<task count="${count}" category="${category}" language="${language}">`,
    `Category ${category}: ${about.category}.`,
    `Clients: ${about.culture}. The signals and triggers are in ${languageNames[language]} (${language}).`,
    `Situation: ${about.situation}.`,
    '</task>',
    `<exists>\n${exists}\n</exists>`,
    `Write ${count} new insights for this task.`,
  ].join('\n');
}
