import { findFirst, wholeText, type Gate } from './gate.ts';

/** Words that speak to a program. Guidance is for a consultant, and what an insight says reaches Claude's prompt. */
const instructions = [
  /\b(?:ignore|disregard|forget|override) (?:all |any |the |your |these |previous |prior |above |earlier )+(?:instructions?|rules?|prompts?|messages?|text)/i,
  /\b(?:system|developer) (?:prompt|message|instructions?)\b/i,
  /\b(?:as an|you are an?|being an?) (?:AI|A\.I\.|assistant|language model|chatbot|bot|LLM)\b/i,
  /\b(?:the )?(?:AI|assistant|language model|chatbot|LLM|Claude|GPT|LLaMA)\b (?:must|should|shall|will|is to|needs? to|has to|may)\b/i,
  /\byou (?:are now|must now|will now act)\b|\b(?:pretend|act as if) (?:to be|you are)\b/i,
  /\b(?:reveal|print|repeat|output|show) (?:the |your |all )*(?:prompt|instructions|rules|system|catalogue|memory|secrets?)\b/i,
  /\b(?:abaikan|lupakan) (?:semua )?(?:instruksi|aturan|perintah)\b/i,
  /\b(?:ignora|dimentica) (?:tutte )?(?:le )?(?:istruzioni|regole)\b/i,
  /<\/?[a-z][\w-]*(?:\s[^>]*)?>|<<|>>|```|\[\/?INST\]|<\|/i,
] as const;

export const instructionsGate: Gate = (item) => {
  const found = findFirst(wholeText(item), instructions);
  return found === null
    ? null
    : { reason: 'instruction', detail: `it speaks to a program: ${found.slice(0, 80)}` };
};
