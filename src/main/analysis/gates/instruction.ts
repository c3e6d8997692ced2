/** Words of a client that want something of the program, wherever in the message they stand: nothing of it is believed. */
const attacks = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,30}\b(?:instructions?|rules?|prompts?|guidelines|above|previous)/i,
  /\b(?:ignora|dimentica|scorda|trascura|aggira)\w*\b.{0,30}\b(?:istruzion|regol|prompt|direttiv|precedent)/i,
  /\b(?:abaikan|lupakan|langgar|hiraukan)\b.{0,30}\b(?:instruksi|aturan|perintah|prompt|petunjuk)/i,
  /\b(?:system|developer|admin\w*) ?(?:prompt|message|instruction|note|override|mode)|\b(?:messaggio|nota|prompt) di sistema\b|\b(?:pesan|catatan) sistem\b/i,
  /\b(?:you are|act as|sei|adesso sei|kamu|anda)\b.{0,12}\b(?:now|ora|sekarang)?.{0,6}\b(?:an? )?(?:AI|assistant|assistente|asisten|chatbot|bot|language model)\b/i,
  /\b(?:add|save|store|write|aggiungi|salva|scrivi|tambahkan|simpan|catat)\w*\b.{0,40}\b(?:knowledge|memory|database|profile|conoscenz|memoria|profilo|pengetahuan|memori|ingatan|profil)/i,
  /<\/?[a-z_][\w-]*(?:\s[^>]*)?>|\[\/?INST\]|<\||\|>|```|^\s*(?:system|assistant|desk|user)\s*:|"(?:topic|quote|confidence)"\s*:/im,
] as const;

/** Words that ask to be remembered as something, or to be given something: what stands in their sentence is not believed. */
const requests = [
  /\b(?:remember|note|record|keep in mind|write down|make sure)\b.{0,20}\b(?:that|i am|i'm|i get|me as|this|in your)\b/i,
  /\b(?:ricorda|ricordati|annota|segnati|segna|tieni presente|memorizza)\w*\b.{0,20}\b(?:che|sono|ho diritto|me come)\b/i,
  /\b(?:ingat|ingatlah|catat|tolong catat|perlu diingat)\w*\b.{0,20}\b(?:bahwa|kalau|saya|aku|ya|bhw)\b/i,
  /\bfrom now on\b|\bd'ora in poi\b|\bda ora in poi\b|\bmulai sekarang\b/i,
  /\bVIP\b|\b\d{1,3} ?% ?(?:off|di sconto|diskon)|\b(?:always|sempre|selalu)\b.{0,25}\b(?:discount|free|sconto|gratis|diskon)/i,
] as const;

/** Characters that nobody sees: text is hidden with them. A joiner between letters or emoji is none. */
const hidden = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|[\u{E0000}-\u{E007F}]/u;

/**
 * Whether words of a client, or the sentence around them, speak to a program instead of telling something. What is
 * concluded from them waits for a person.
 */
export function speaksToProgram(message: string, quote: string): boolean {
  if (hidden.test(message) || attacks.some((pattern) => pattern.test(message))) return true;
  const around = sentencesAround(message, quote);
  return requests.some((pattern) => pattern.test(around));
}

/** A claim that would have the desk do something, whatever was said. */
export function commandsDesk(text: string): boolean {
  return [...attacks, ...requests].some((pattern) => pattern.test(text));
}

/** The sentences that the quote stands in, and the one before it. */
function sentencesAround(message: string, quote: string): string {
  const at = message.toLowerCase().indexOf(quote.toLowerCase());
  if (at < 0) return message;
  const before = message.slice(0, at).split(/(?<=[.!?\n])/);
  const after = message.slice(at + quote.length).split(/(?<=[.!?\n])/);
  return `${before.slice(-2).join('')}${quote}${after[0] ?? ''}`;
}
