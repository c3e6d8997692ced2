import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { languages } from '../../src/shared/language.ts';
import { tuning, unseen } from '../main/knowledge/messages.ts';

/** Messages of invented clients that no prepared answer fits. */
export const personalMessages: readonly string[] = [...tuning, ...unseen]
  .filter(({ kind }) => kind !== 'plain')
  .map(({ text }) => text);

const judged = z.object({ text: z.string(), lang: z.enum(languages), intent: z.string().nullable() });

/** Messages that ask what a prepared answer answers, in the client's own words. */
export function commonQuestions(): { text: string; language: (typeof languages)[number] }[] {
  const file = new URL('../fixtures/eval/answers-small.jsonl', import.meta.url);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => judged.parse(JSON.parse(line)))
    .filter(({ intent }) => intent !== null)
    .map(({ text, lang }) => ({ text, language: lang }));
}
