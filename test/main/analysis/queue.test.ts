import { expect, it } from 'vitest';
import { readClientAnalysis } from '../../../src/main/analysis/queue.ts';
import { listJobs } from '../../../src/main/db/job-rows.ts';
import { readMemory } from '../../../src/main/memory/memory.ts';
import { jobStates } from '../../../src/shared/job.ts';
import { openAnalysisDesk, type AnalysisDesk } from './desk.ts';

const jobsOf = ({ core }: AnalysisDesk) =>
  listJobs(core.db, { states: jobStates, kind: 'analyse_conversation', limit: 50 });
const standing = ({ core, clientId }: AnalysisDesk) => readClientAnalysis(core.db, clientId).standing;

const text = 'Ho paura di costi nascosti, mi aiutate?';

it('asks for one analysis of a conversation that ended, and for another only when the client wrote more', async () => {
  const desk = await openAnalysisDesk();
  desk.client(text);
  const conversationId = desk.end();
  const { clientId } = desk;
  expect(standing(desk)).toMatchObject({ state: 'waiting', conversationId });
  expect(jobsOf(desk)).toMatchObject([{ state: 'waiting', priority: 7, window: 'now' }]);
  await desk.analysed();
  desk.core.chat.reopenConversation({ clientId, conversationId });
  desk.desk('Certo, le scriviamo domani.');
  desk.end();
  expect(jobsOf(desk)).toHaveLength(1);
  desk.core.chat.reopenConversation({ clientId, conversationId });
  desk.client('Grazie, ora sono più tranquillo.');
  desk.end();
  expect(jobsOf(desk)).toHaveLength(2);
  await desk.analysed();
  expect(readMemory(desk.core.db, clientId).jiwa.map(({ value }) => value)).toContain(
    'Più tranquillo alla fine',
  );
});

it('gives the wish up when the end is taken back, and has it again at the next end', async () => {
  const desk = await openAnalysisDesk();
  desk.client(text);
  const conversationId = desk.end();
  desk.core.chat.reopenConversation({ clientId: desk.clientId, conversationId });
  expect(jobsOf(desk)).toMatchObject([{ state: 'cancelled' }]);
  desk.end();
  expect(
    jobsOf(desk)
      .map(({ state }) => state)
      .sort(),
  ).toEqual(['cancelled', 'waiting']);
});

it('asks for nothing where too little was said', async () => {
  for (const said of [[], ['ok'], ['ok', 'grazie mille']]) {
    const desk = await openAnalysisDesk();
    desk.desk('Buongiorno!');
    for (const one of said) desk.client(one);
    desk.end();
    expect(jobsOf(desk)).toEqual([]);
    expect(standing(desk).state).toBe('short');
  }
});

it('learns nothing of a temporary conversation, also when it becomes one while the job waits', async () => {
  const desk = await openAnalysisDesk();
  desk.client(text);
  desk.end(true);
  expect(jobsOf(desk)).toEqual([]);
  expect(standing(desk).state).toBe('temporary');
  desk.client(text);
  const conversationId = desk.end();
  expect(standing(desk).state).toBe('waiting');
  desk.core.chat.setTemporary({ clientId: desk.clientId, conversationId, isTemporary: true });
  expect(jobsOf(desk)).toMatchObject([{ state: 'cancelled' }]);
  await desk.analysed();
  expect(desk.server.chats).toEqual([]);
  expect(readMemory(desk.core.db, desk.clientId)).toMatchObject({ facts: [], jiwa: [] });
});

it('empties the job of a forgotten client, and what waits for it goes on', async () => {
  const desk = await openAnalysisDesk();
  desk.client(text);
  desk.end();
  const [job] = jobsOf(desk);
  await desk.core.forgetClient(desk.clientId);
  expect(jobsOf(desk)).toMatchObject([{ id: job!.id, state: 'cancelled', payload: {}, key: null }]);
});
