import { addMetrics } from '../../src/main/db/metrics.ts';
import { toRow, type Measure } from './measure.ts';
import { commonQuestions } from './messages.ts';
import { openPlace, type Place } from './place.ts';
import { inTurn, sample } from './sampling.ts';

const WARMUP = 30;

/** From a common question to its final reply, without Claude. */
export const prepared: Measure = {
  name: 'prepared',
  title: 'Prepared answer',
  async run() {
    const place = await openPlace();
    try {
      const { chat, db } = place.core;
      const nextQuestion = inTurn(await answerable(place));
      const { answer, commit } = await sample(
        {
          answer: async () => {
            const { text, language } = nextQuestion();
            const { id: clientId } = place.newClient({ language });
            const startedAt = performance.now();
            const { reply } = chat.receive({ clientId, text, channel: 'whatsapp' });
            const { source } = await chat.finished(reply.id);
            if (source !== 'prepared') throw new Error('A common question had no prepared answer.');
            const overriddenDuration = performance.now() - startedAt;
            // Claude looks at it afterwards: no part of the reply, and none of the next one either.
            await chat.checked(reply.id);
            return { overriddenDuration };
          },
          commit: () => addMetrics(db, null, { bench: 1 }, 0),
        },
        { iterations: 300, time: 0, warmup: WARMUP },
      );
      return [
        toRow('message to final reply', answer, {
          reference: { what: 'one SQLite commit', samples: commit },
          limit: { of: 'p95', atMost: 10 },
        }),
      ];
    } finally {
      await place.close();
    }
  },
};

/** Those questions that the starter pack answers. */
async function answerable(place: Place) {
  const found = [];
  for (const question of commonQuestions()) {
    const client = place.newClient({ language: question.language });
    const match = await place.core.answers.match({ ...question, client, isFollowUp: false });
    if (match.kind === 'hit') found.push(question);
  }
  return found;
}
