import type { Gate } from './gate.ts';

/** Asks whether something has been done, or how it is going: only somebody who knows the case can say. */
const cue =
  /(?<= )(?:(?<!to |could i |can i |may i |could we |can we |must i |should i )(?:did|have|had|has|haven|didn) (?:you|u|my|the|it|they|anyone|somebody)|(?:is|are|was|were) (?:my|our|it|they) (?!(?:possible|legal|lawful|permissible|permitted|allowed|ok|okay|fine|due|true|necessary|compulsory|mandatory|required|hard|difficult|easy|worth|enough|included|valid|free|safe|usually|normally|to) )\S+|(?:was|were|been)|(?:avete|hai|ha|hanno) (?:gia )?\S+(?:ato|uto|ito|tto|so|sto)|e (?:gia|stat[oa]|pront[oa]|arrivat[oa])|sono (?:gia|stat[ie]|pront[ie]|arrivat[ie])|come (?:va|procede|vanno) (?:il|la|le|i|con) (?:mi|nostr|vostr)\S+|a che punto|where (?:is|are|s) (?:my|our)|dov e (?:il|la) (?:mi|nostr)[oa]|(?:sudah|udah) \S+|apa kabar|(?:saya|aku|kami) (?:gimana|bagaimana)|how (?:is|s|are) (?:my|our)|how (?:is|s|are) the \S+ (?:going|coming|doing|progressing))(?= )/;

/**
 * What only sounds like it: "in how long is it ready" asks a time, "what is it" and "how is it done" ask about what the
 * message has named, and a baby that was born or a passport that has been lost is what the question is about.
 */
const general =
  / (?:(?:in|entro|dopo|fra|tra) quanto(?: tempo)? (?:e|sono) pront[oaie]|(?:what|how|when|where|how much|how long) (?:is|are) (?:it|they)(?: (?:exactly|actually|done|called|made|calculated|due|usually|normally|kak|min|ya|please|for|in|at))?(?= (?!\p{L}+ing |ready |finished |approved ))|(?:is|are) (?:it|they)(?= (?:an?|obligatory|needed|about|normal|illegal|only) )|(?:just |recently )?(?:was|were)(?= (?:(?:just|recently) )?born )|(?:when|if|once) an? \S+ (?:has been|was|is)(?= (?:lost|stolen) )|(?:has|have|had) to be)(?= )/gu;

/** Stops a message that asks after something under way, unless a variation does. */
export const status: Gate = (message, { subject }) => {
  const found = cue.exec(message.line.replace(general, ' '))?.[0];
  if (found === undefined || subject.variations.some(({ line }) => cue.test(line))) return null;
  return `"${found}" asks after a case under way`;
};
