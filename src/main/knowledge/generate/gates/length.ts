import type { Gate } from './gate.ts';

/** In characters. A prompt carries several insights, and the catalogue one line of each. */
const limits = { text: { least: 25, most: 260 }, guidance: { least: 50, most: 600 } } as const;

export const lengthGate: Gate = (item) => {
  for (const part of ['text', 'guidance'] as const) {
    const { length } = item[part];
    const { least, most } = limits[part];
    const detail = `${part} has ${length} characters, not ${least} to ${most}`;
    if (length < least || length > most) return { reason: 'length', detail };
  }
  return null;
};
