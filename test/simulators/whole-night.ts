import { analysisPool } from './analysis-pool.ts';
import { nightPool } from './night-pool.ts';

/** A model that does everything a night asks for: understands conversations, then learns from the day. */
export function wholeNight(learning: Pick<ReturnType<typeof nightPool>, 'answer'> = nightPool()): {
  readonly answer: (chat: Record<string, unknown>) => string;
} {
  const understanding = analysisPool();
  return {
    answer: (chat) => {
      const learnt = learning.answer(chat);
      return learnt === 'OK' ? understanding.answer(chat) : learnt;
    },
  };
}
