import { findFirst, proseOf, type Gate } from './gate.ts';

const peoples =
  `Indonesians?|Balinese|Javanese|Sundanese|Bataks?|Chinese|Italians?|Neapolitans?|Sicilians?|Milanese|Britons?|British|
  English|Irish|Americans?|Canadians?|Australians?|Aussies|New Zealanders|Asians?|Europeans?|Westerners?|foreigners?|expats?|bules?|
  locals|natives|Muslims?|Hindus?|Christians?|Catholics?|Southerners?|Northerners?|women|men|villagers|old people|young people`.replaceAll(
    /\s+/g,
    '',
  );
const persons = '(?: (?:people|clients?|men|women|families|culture|society|mentality))?';

/** What is said of all of a people, or of one as such; "clients from Bali may …" is none of it. */
const sweeping = [
  new RegExp(String.raw`\b(?:all|every|most|typical(?:ly)?|no) (?:the )?(?:${peoples})\b`, 'i'),
  new RegExp(
    String.raw`\b(?:${peoples})${persons} (?:are|always|never|all|don't|do not|can't|cannot|can not|love|hate|tend|lack|lie|will|won't|prefer|value|avoid|dislike|believe|think|expect)\b`,
    'i',
  ),
  // "Balinese is …" may speak of the language.
  new RegExp(String.raw`\b(?:${peoples}) (?:family|culture|society|mentality) is\b`, 'i'),
  new RegExp(String.raw`\b(?:as|like) (?:all|any|every|a typical|a true) (?:${peoples})\b`, 'i'),
  /\bin (?:this|their|his|her|that) culture (?:everyone|everybody|nobody|no one|people always|people never)\b/i,
] as const;

const demeaning = [
  /\b(?:primitive|backward|uncivili[sz]ed|inferior|lazy|stupid|dumb|ignorant|dirty|greedy|sly|cunning|savage|hysterical|childish|crooks?|liars?|cheats|thieves)\b/i,
  /\b(?:simple-minded|narrow-minded|low-class|third-world)\b/i,
] as const;

export const sweepingGate: Gate = (item) => {
  const prose = proseOf(item);
  const claim = findFirst(prose, sweeping);
  if (claim !== null) return { reason: 'sweeping', detail: `it speaks of a whole people: ${claim}` };
  const word = findFirst(prose, demeaning);
  return word === null ? null : { reason: 'sweeping', detail: `it looks down on somebody: ${word}` };
};
