import { factSlugs } from '../../../../shared/slots.ts';
import type { AnswerGate, AnswerRefusal } from './gate.ts';

const refuse = (reason: AnswerRefusal['reason'], detail: string): AnswerRefusal => ({ reason, detail });

/** An answer stands on house facts that the model was shown, that are as they were then, and that hold. */
export const factsGate: AnswerGate = ({ text }, { facts, shown, now }) => {
  const slugs = factSlugs(text);
  if (slugs.length === 0) return refuse('ungrounded', 'it stands on no house fact');
  for (const slug of slugs) {
    const shownAt = shown[slug];
    if (shownAt === undefined)
      return refuse('unknown_fact', `${slug} is none of the facts for this question`);
    const fact = facts.get(slug);
    if (!fact || fact.updatedAt !== shownAt)
      return refuse('fact_changed', `the house fact ${slug} changed while the answer was written`);
    if (fact.validUntil !== null && fact.validUntil < now)
      return refuse('fact_changed', `the house fact ${slug} has expired`);
  }
  return null;
};
