import { insightCategories } from '../../shared/insight.ts';
import { signalLanguages, type SignalLanguage } from '../../shared/language.ts';
import { saidIn } from './chat-request.ts';
import { insightAt, isAbout, poolSize, type PoolInsight } from './insight-pool.ts';
import type { Chance, DemoTask } from './task.ts';

/** How often one of the items is too thin to be used. */
const thinShare = 0.04;

/** Insights for the task of a prompt. What was given is not given again until all was. */
export function insightsTask(chance: Chance): DemoTask {
  const left = new Map<SignalLanguage, number[]>();
  const take = (language: SignalLanguage, category: PoolInsight['category']): PoolInsight => {
    const places = left.get(language) ?? [];
    if (places.length === 0) places.push(...shuffled(poolSize(language), chance));
    left.set(language, places);
    const fitting = places.findIndex((place) => isAbout(language, place, category));
    const [place = 0] = places.splice(Math.max(0, fitting), 1);
    const insight = insightAt(language, place, category);
    return chance() < thinShare ? { ...insight, triggers: insight.triggers.slice(0, 2) } : insight;
  };
  return {
    name: 'insights',
    compose: (request) => {
      const found = /<task count="(\d+)" category="(\w+)" language="(\w+)">/.exec(saidIn(request));
      const category = insightCategories.find((one) => one === found?.[2]);
      const language = signalLanguages.find((one) => one === found?.[3]);
      if (category === undefined || language === undefined) return null;
      return Array.from({ length: Number(found?.[1]) }, () => take(language, category));
    },
  };
}

/** The numbers below `size` in an order of chance. */
function shuffled(size: number, chance: Chance): number[] {
  const places = Array.from({ length: size }, (_, at) => at);
  for (let at = size - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [places[at], places[other]] = [places[other] ?? 0, places[at] ?? 0];
  }
  return places;
}
