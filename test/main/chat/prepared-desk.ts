import { anIntent } from '../../fixtures/served.ts';
import type { Step } from '../../simulators/steps.ts';
import { startChat, type ChatHarness, type HarnessOptions } from './harness.ts';

export const text = 'Ciao Giulia! Apriamo alle 9.';

/** A desk whose every first message of a conversation gets the prepared answer. */
export async function startDesk(options: HarnessOptions & { readonly checks?: readonly Step[] } = {}) {
  let answerId = '';
  const desk = await startChat({
    ...options,
    answers: {
      match: async () => ({ kind: 'hit', preparedAnswerId: answerId, score: 0.84, text, facts: [] }),
    },
  });
  const intent = anIntent(desk.db);
  ({ answerId } = intent);
  desk.simulator.enqueueChecks(...(options.checks ?? []));
  return { ...desk, intent };
}

/** One message answered and its check ended. */
export async function checkedAnswer(desk: ChatHarness, message?: string) {
  const { id } = await desk.answer(message);
  await desk.chat.checked(id);
  return desk.chat.finished(id);
}

/** The label of a served reply. */
export const labelOf = (desk: ChatHarness, replyId: string) =>
  desk.db.prepare('SELECT label, label_by AS by FROM served_answers WHERE message_id = ?').get(replyId);
