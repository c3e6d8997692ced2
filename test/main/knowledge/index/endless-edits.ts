/** A process to be killed: adds, changes, retires and removes insights while the index is built behind them. */
import { setTimeout as wait } from 'node:timers/promises';
import {
  readInsightBySlug,
  removeInsight,
  saveInsight,
  setInsightStatus,
} from '../../../../src/main/db/insights.ts';
import { openForKill } from './open-for-kill.ts';

const { db, knowledge } = await openForKill();
for (let round = 1; ; round++) {
  const slug = `edited-${round % 5}`;
  const id = readInsightBySlug(db, slug)?.id ?? '';
  if (round % 7 === 0) removeInsight(db, id);
  else if (round % 3 === 0) setInsightStatus(db, round, id, round % 2 === 0 ? 'live' : 'retired');
  else {
    const triggers = [`aku takut ke-${round}`, `malu sekali ${round}`];
    const draft = { text: `Round ${round}`, guidance: '', category: 'emotions', language: 'id' } as const;
    saveInsight(db, round, { ...draft, slug, triggers, status: 'live' }, 'consultant');
  }
  await knowledge.retrieve('aku takut');
  process.stdout.write(`${round}\n`);
  await wait(3);
}
