import type { ModelReason } from '../../shared/message.ts';
import type { Turn } from './claude-turn.ts';
import { pendingText, type Found, type Question } from './context.ts';
import type { Dialogue } from './dialogue.ts';
import { chooseModel } from './model-choice.ts';
import type { ChatParts } from './ports.ts';
import { assembleTurns } from './prompt.ts';

/** What Claude is asked with for a question, after rules, tools and catalogue. `withdrawn`: see `ReplyCatalogue`. */
export function turnsFor(question: Question, found: Found, withdrawn: readonly number[]): Turn[] {
  return assembleTurns({
    language: question.replyLanguage,
    formality: question.client.formality,
    history: question.history,
    houseFacts: found.facts,
    insights: found.insights,
    withdrawn,
    memory: found.memory,
  });
}

/** Which models a question goes to, and why. `wished`: the consultant's choice; null = the rule. */
export function modelsFor(
  parts: Pick<ChatParts, 'settings'>,
  question: Question,
  wished: 'fast' | 'strong' | null,
): Dialogue['models'] & { readonly reason: ModelReason } {
  const { fastModel, strongModel } = parts.settings().claude;
  const { model, reason } =
    wished === null ? chooseModel(pendingText(question)) : { model: wished, reason: 'chosen' as const };
  return model === 'fast'
    ? { first: fastModel, other: strongModel, reason }
    : { first: strongModel, other: fastModel, reason };
}
