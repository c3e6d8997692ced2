import { analysisPool } from './analysis-pool.ts';
import { nightPool } from './night-pool.ts';

/** A model that does everything a night asks for: understands conversations, then learns from the day. */
export function wholeNight(): { readonly answer: (chat: Record<string, unknown>) => string } {
  const analysis = analysisPool();
  const night = nightPool();
  return {
    answer: (chat) => {
      const learnt = night.answer(chat);
      return learnt === 'OK' ? analysis.answer(chat) : learnt;
    },
  };
}
