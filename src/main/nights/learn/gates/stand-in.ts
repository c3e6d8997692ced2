import { likeStandIns } from '../../../privacy/stand-in.ts';

/** Whether a text speaks of one person, be it by what stands in their place, however a model spells it. */
export function hasStandIn(text: string): boolean {
  return likeStandIns(text).length > 0 || /\[[A-Z_]{3,}[ _-]?\d+[a-z]*\]/.test(text);
}
