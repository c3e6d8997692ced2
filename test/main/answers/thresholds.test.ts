import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../fixtures/random.ts';
import {
  evidenceFrom,
  labelsNeeded,
  learnFloor,
  learnSure,
  lowerBound,
  upperBound,
  WINDOW,
  type Cell,
} from '../../../src/main/answers/thresholds.ts';

const cell = (score: number, right: number, wrong = 0): Cell => ({ score, right, wrong });

describe('the bounds of Clopper and Pearson', () => {
  // Two-sided 95 % intervals (2.5 % on each side) as printed in tables of the binomial distribution.
  it.each([
    [0, 10, 0, 0.3085],
    [1, 10, 0.0025, 0.445],
    [2, 10, 0.0252, 0.5561],
    [5, 10, 0.1871, 0.8129],
    [10, 10, 0.6915, 1],
    [0, 100, 0, 0.0362],
    [1, 100, 0.0003, 0.0545],
    [10, 100, 0.049, 0.1762],
    [50, 100, 0.3983, 0.6017],
    [990, 1000, 0.9817, 0.9952],
  ])('are those of the tables for %i of %i', (wrong, labels, lower, upper) => {
    expect(lowerBound(wrong, labels, 0.025)).toBeCloseTo(lower, 4);
    expect(upperBound(wrong, labels, 0.025)).toBeCloseTo(upper, 4);
  });

  it.each([
    [299, 0.05, 0.0099691],
    [298, 0.05, 0.0100024],
    [368, 0.025, 0.009974],
  ])('are 1 - risk^(1/n) without a wrong one among %i', (labels, risk, upper) => {
    expect(upperBound(0, labels, risk)).toBeCloseTo(1 - risk ** (1 / labels), 10);
    expect(upperBound(0, labels, risk)).toBeCloseTo(upper, 6);
  });

  it('know nothing without labels', () => {
    expect([upperBound(0, 0, 0.05), lowerBound(0, 0, 0.05)]).toEqual([1, 0]);
  });

  it('cover the true share as often as they say, for shares near the bounds of this product', () => {
    for (const [share, labels] of [
      [0.01, 400],
      [0.02, 200],
      [0.3, 50],
    ] as const) {
      let missed = 0;
      for (let wrong = 0; wrong <= labels; wrong += 1)
        if (upperBound(wrong, labels, 0.05) < share) missed += binomial(wrong, labels, share);
      expect(missed).toBeLessThanOrEqual(0.05);
    }
  });
});

function binomial(count: number, of: number, share: number): number {
  let chance = (1 - share) ** of;
  for (let at = 0; at < count; at += 1) chance *= ((of - at) / (at + 1)) * (share / (1 - share));
  return chance;
}

describe('labels needed', () => {
  it.each([
    [0, 0.01, 368],
    [1, 0.01, 555],
    [2, 0.01, 720],
    [3, 0.01, 874],
    [0, 0.02, 183],
    [0, 0.05, 72],
  ])('with %i wrong ones for a bound of %d are %i', (wrong, bound, needed) => {
    expect(labelsNeeded(wrong, bound)).toBe(needed);
    expect(learnSure([cell(0.6, needed - wrong, wrong)], 0.58, bound)).not.toBeNull();
    expect(learnSure([cell(0.6, needed - wrong - 1, wrong)], 0.58, bound)).toBeNull();
  });

  it('are more than the window holds when too many were wrong', () => {
    expect(labelsNeeded(11, 0.01)).toBe(1_964);
    expect(labelsNeeded(12, 0.01)).toBeNull();
    expect(learnSure([cell(0.6, WINDOW - 12, 12)], 0.58, 0.01)).toBeNull();
  });
});

describe('the threshold from which an intent is sure', () => {
  it('is its floor where all of it is right', () => {
    expect(learnSure([cell(0.58, 100), cell(0.7, 300)], 0.58, 0.01)).toEqual({
      from: 0.58,
      labels: 400,
      wrong: 0,
      upper: upperBound(0, 400, 0.025),
    });
  });

  it('is the lowest step above which enough was right when low scores are wrong', () => {
    const cells = [cell(0.6, 40, 8), cell(0.75, 300), cell(0.85, 400)];
    expect(learnSure(cells, 0.58, 0.01)).toMatchObject({ from: 0.66, labels: 700, wrong: 0 });
    const worse = [cell(0.6, 40, 8), cell(0.7, 60, 5), cell(0.75, 200), cell(0.85, 400)];
    expect(learnSure(worse, 0.58, 0.01)).toMatchObject({ from: 0.74, labels: 600, wrong: 0 });
  });

  it('takes more labels at a step than at the floor: looking again has its price', () => {
    const bad = cell(0.6, 0, 20);
    expect(learnSure([bad, cell(0.9, 504)], 0.58, 0.01)).toBeNull();
    expect(learnSure([bad, cell(0.9, 505)], 0.58, 0.01)).toMatchObject({ from: 0.66 });
  });

  it('is nowhere without labels, and counts only those from its floor on', () => {
    expect(learnSure([], 0.58, 0.01)).toBeNull();
    expect(learnSure([cell(0.5, 500)], 0.58, 0.01)).toBeNull();
    expect(evidenceFrom([cell(0.5, 500), cell(0.6, 1, 1)], 0.58)).toMatchObject({ labels: 2, wrong: 1 });
    expect(evidenceFrom([], 0.58)).toEqual({ labels: 0, wrong: 0, upper: 1 });
  });

  it('is seldom found for an intent that is as wrong as the bound, whichever threshold is taken', () => {
    const random = seededRandom(7);
    let trusted = 0;
    for (let run = 0; run < 2_000; run += 1) {
      const cells = [0.6, 0.7, 0.78, 0.86, 0.94].map((score) => {
        let wrong = 0;
        for (let label = 0; label < 160; label += 1) if (random() < 0.01) wrong += 1;
        return cell(score, 160 - wrong, wrong);
      });
      if (learnSure(cells, 0.58, 0.01)) trusted += 1;
    }
    expect(trusted / 2_000).toBeLessThanOrEqual(0.05);
  });
});

describe('the floor', () => {
  it('stands while nothing is known, and while enough is right', () => {
    expect(learnFloor([], 0.58)).toBeNull();
    expect(learnFloor([cell(0.6, 40, 8)], 0.58)).toBeNull();
    expect(learnFloor([cell(0.6, 0, 2)], 0.58)).toBeNull();
  });

  it('goes above the scores that were wrong, and no further', () => {
    expect(learnFloor([cell(0.6, 0, 3), cell(0.8, 100)], 0.58)).toBe(0.66);
    expect(learnFloor([cell(0.6, 5, 9), cell(0.7, 4, 8), cell(0.8, 100, 1)], 0.58)).toBe(0.74);
  });

  it('goes above every score where all are wrong', () => {
    expect(learnFloor([cell(0.6, 0, 3), cell(0.95, 0, 3)], 0.58)).toBe(Infinity);
  });
});
