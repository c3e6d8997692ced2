import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { labelFor } from '../../src/demo/topic-label.ts';

const topics = readFileSync(new URL('../../resources/starter/house-facts.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => z.object({ topic: z.string() }).parse(JSON.parse(line)).topic);

describe('labelFor', () => {
  it.each([
    ['KITAS investor (E28A): price', 'it', 'KITAS investitore (E28A), prezzo'],
    ['Visa on arrival extension: processing time', 'id', 'Perpanjangan visa on arrival, lama proses'],
    ['Driving licence (SIM): documents', 'id', 'SIM, dokumen'],
    ['Office: opening hours', 'en', 'Office, opening hours'],
    ['Office: colour of the door', 'it', 'Office, colour of the door'],
  ] as const)('writes %s in %s', (topic, language, label) => {
    expect(labelFor(topic, language)).toBe(label);
  });

  it.each(['it', 'id'] as const)('has words for every topic of the starter pack in %s', (language) => {
    expect(topics.filter((topic) => labelFor(topic, language) === labelFor(topic, 'en'))).toEqual([]);
  });

  it('leaves no English word beside a translated one', () => {
    const english =
      /\b(?:visa extension|office|permit|permits|passport|driving|working|family|student|account|closing)\b/i;
    expect(topics.map((topic) => labelFor(topic, 'it')).filter((label) => english.test(label))).toEqual([]);
    expect(topics.map((topic) => labelFor(topic, 'id')).filter((label) => english.test(label))).toEqual([]);
  });
});
