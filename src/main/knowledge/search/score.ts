import type { Evidence } from './evidence.ts';

/** The least score of an insight that may stand in a prompt. */
export const floor = 0.5;

/** What each sign adds to how well an insight fits a message. `standing`: for what is said of a phrase beyond half of it. */
const fitWorth = { cover: 1, language: 0.5, standing: 9, said: 5, vector: 1, near: 10 } as const;

/**
 * A logistic model of two numbers, fitted so that nine of ten plain questions stay below one half: a message that tells much of the
 * person is given what fits best; one that tells little only what stands in it nearly word for word.
 */
const worth = { start: -3.85, told: 1, fit: 0.2 } as const;

/** How well an insight fits a message, whatever the message is; `vector`: nearness of the vectors, 0..1. No upper bound. */
export function fitOf({ shared, cover, said, language }: Evidence, vector: number): number {
  return (
    shared * (1 + fitWorth.cover * cover) * (1 + fitWorth.language * language) +
    fitWorth.standing * Math.max(0, cover - 0.5) +
    fitWorth.said * said +
    fitWorth.vector * vector +
    fitWorth.near * Math.max(0, vector - 0.6)
  );
}

/**
 * How likely it is that an insight belongs in the reply to a message that tells so much of the person (see `toldOf`), 0..1. For one
 * message, the better fit scores higher.
 */
export function scoreOf(told: number, fit: number): number {
  return 1 / (1 + Math.exp(-(worth.start + worth.told * told + worth.fit * fit)));
}
