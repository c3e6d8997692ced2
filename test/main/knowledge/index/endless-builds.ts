/** A process to be killed: builds the index of a data folder over and over. Arguments: database file, index folder. */
import { openForKill } from './open-for-kill.ts';

const { knowledge } = await openForKill();
for (;;) {
  await knowledge.rebuild();
  process.stdout.write('built\n');
}
