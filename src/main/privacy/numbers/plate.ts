import type { Finder } from '../personal.ts';
import { cuesBefore } from './cues.ts';

/** Indonesian plates with two letters before, Italian ones; one letter before only where a plate is spoken of (B 211 A is a visa). */
const certain =
  /(?<![\p{L}\d])(?:(?:DK|DR|AB|AD|AG|AE|BG|BK|BM|DD|EA|EB|KB|KT)[ -]?\d{3,4}[ -]?[A-Z]{2,3}|[A-HJ-NPR-Z]{2} ?\d{3} ?[A-HJ-NPR-Z]{2})(?![\p{L}\d])/gu;
const called = /(?<![\p{L}\d])[A-Z]{1,2}[ -]?\d{1,4}[ -]?[A-Z]{1,3}(?![\p{L}\d])/giu;

export const findPlates: Finder = ({ text }) => {
  const named = [...text.matchAll(called)].filter(({ index }) => cuesBefore(text, index)[0] === 'plate');
  return [...text.matchAll(certain), ...named].map(({ 0: plate, index }) => ({
    start: index,
    end: index + plate.length,
    type: 'plate',
  }));
};
