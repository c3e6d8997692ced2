import { join } from 'node:path';
import { openDb } from '../../../../src/main/db/open.ts';
import { preparePrompt } from '../../../../src/main/answers/prepare/prompt.ts';
import { prepareAnswers } from '../../../../src/main/jobs/kinds/prepare-answers.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { answerPool } from '../../../simulators/answer-pool.ts';
import { endpointIn, hurriedClock, killedAt, workToEnd } from '../../jobs/killed-process.ts';

/** Writes the prepared answers that a folder wants, until every job has ended. Kills itself the first time it comes to `point`. */
const [dir = '', point = '', since = '0'] = process.argv.slice(2);
const at = killedAt(point);

const clock = hurriedClock(Number(since));
const db = openDb({ file: join(dir, 'jiwa.db') });
// Whatever is written while an answer is put down: the transaction is open then.
db.function('at_answer', () => {
  at('within the commit');
  return 1;
});
db.exec('CREATE TEMP TRIGGER killer AFTER INSERT ON prepared_answers BEGIN SELECT at_answer(); END');
const kind = prepareAnswers({
  db,
  clock,
  settings: () => defaultSettings,
  prompt: preparePrompt('Write answers.'),
  facts: { factsFor: async () => [] },
  onEnd: () => undefined,
});
// The first item of each first answer is to be repaired.
const pool = answerPool(['invalid']);
workToEnd({
  db,
  at,
  clock,
  kinds: [
    {
      ...kind,
      leaseMs: 600_000,
      run: async (job, tools) => {
        at('after the claim');
        const outcome = await kind.run(job as Parameters<typeof kind.run>[0], tools);
        at('between gates and commit');
        return outcome;
      },
    },
  ] as Parameters<typeof workToEnd>[0]['kinds'],
  role: 'owner',
  slots: 1,
  endpoint: endpointIn(dir, at, (asked) => pool.answer({ ...asked })),
});
