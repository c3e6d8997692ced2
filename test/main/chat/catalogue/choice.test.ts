import { expect, it } from 'vitest';
import {
  chooseCatalogue,
  MOST_INSIGHTS,
  MOST_WITHDRAWN,
} from '../../../../src/main/chat/catalogue/choice.ts';

const cached = { isRefused: false, isCached: true };
const uncached = { isRefused: false, isCached: false };
const refused = { isRefused: true, isCached: false };
const withdrawn = Array.from({ length: MOST_WITHDRAWN + 1 }, (_, index) => index);

const catalogue = (patch: { insights?: number; withdrawn?: readonly number[] } = {}) => ({
  day: '2026-11-22',
  text: 'x',
  insights: 50,
  withdrawn: [],
  lists: () => true,
  ...patch,
});

it.each([
  ['auto without any evidence', 'auto', {}, [], 'sent'],
  ['auto while the cache works', 'auto', {}, [cached, uncached], 'sent'],
  ['auto after one request without a cached token', 'auto', {}, [uncached], 'sent'],
  ['auto after two of them', 'auto', {}, [uncached, uncached], 'uncached'],
  ['auto after a cached one was the newest', 'auto', {}, [cached, uncached, uncached], 'sent'],
  ['auto at the most insights', 'auto', { insights: MOST_INSIGHTS }, [], 'sent'],
  ['auto above them', 'auto', { insights: MOST_INSIGHTS + 1 }, [cached], 'too_many'],
  ['on above them', 'on', { insights: MOST_INSIGHTS + 1 }, [], 'sent'],
  ['on without a cache', 'on', {}, [uncached, uncached], 'sent'],
  ['on after the model refused it', 'on', {}, [refused], 'refused'],
  ['on without insights', 'on', { insights: 0 }, [], 'empty'],
  ['on with many of its lines withdrawn', 'on', { withdrawn }, [], 'withdrawn'],
  ['off', 'off', {}, [cached], 'off'],
] as const)('%s', (_, setting, patch, requests, choice) => {
  expect(chooseCatalogue(setting, catalogue(patch), requests)).toBe(choice);
});
