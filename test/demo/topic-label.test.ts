import { describe, expect, it } from 'vitest';
import { labelFor } from '../../src/demo/topic-label.ts';

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
});
