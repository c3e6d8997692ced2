import { createStore } from 'zustand/vanilla';
import type { Night, NightDetails, NightPlan, Nights, NightUndone } from '../../shared/night.ts';

export interface NightsArea {
  /** Null until they were read. */
  readonly list: Nights | null;
  /** The night whose report is open; null = the list is shown. */
  readonly openId: string | null;
  /** Of the open night; null until it was read. */
  readonly details: NightDetails | null;
  /** What undoing the open night did; null before. */
  readonly undone: NightUndone | null;
  /** What a night begun now would do; null while nobody asks. */
  readonly plan: NightPlan | null;
}

export const createNightsStore = () =>
  createStore<NightsArea>(() => ({ list: null, openId: null, details: null, undone: null, plan: null }));

/** The newest night that is done and whose report nobody looked at; null when there is none. */
export function unseenOf(list: Nights | null): Night | null {
  const newest = list?.nights.find(({ state }) => state === 'done');
  return newest?.seenAt === null ? newest : null;
}

/** The list with a night as it is now, in its place. */
export function withNight(list: Nights, night: Night): Nights {
  const isKnown = list.nights.some(({ id }) => id === night.id);
  const nights = isKnown
    ? list.nights.map((one) => (one.id === night.id ? night : one))
    : [night, ...list.nights];
  return { ...list, nights };
}
