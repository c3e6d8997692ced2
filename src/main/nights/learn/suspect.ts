/** Words that speak to a program or want to write what it knows. In the three languages of the desk, and tags of prompts. */
const suspicious: readonly RegExp[] = [
  /\b(?:add|save|store|write|put|insert|record|remember|keep|include)\b.{0,60}\b(?:to|in|into|as)\b.{0,25}\b(?:knowledge|insights?|memory|database|catalogue|rules?|instructions?|training)\b/iu,
  /\b(?:your|the) (?:knowledge(?: base)?|insights?|catalogue|guidance|system prompt|training data)\b.{0,40}\b(?:should|must|needs? to|has to|now)\b/iu,
  /\b(?:tambah(?:kan|in)?|simpan(?:kan)?|masuk(?:kan|in)|catat(?:kan)?|tulis(?:kan)?|ingat(?:kan)?)\b.{0,60}\b(?:pengetahuan(?:mu|nya)?|wawasan|memori(?:mu|nya)?|ingatan(?:mu)?|database|basis data|aturan(?:mu)?|instruksi)\b/iu,
  /\b(?:aggiungi|aggiungere|aggiunga|salva|inserisci|scrivi|memorizza|registra|ricorda(?:ti)?)\b.{0,60}\b(?:conoscenz[ae]|memoria|database|banca dati|regole|istruzioni|insight)\b/iu,
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|rules?|prompts?|guidelines|above|previous)\b/iu,
  /\b(?:abaikan|lupakan|langgar)\b.{0,40}\b(?:instruksi|aturan|perintah)\b/iu,
  /\b(?:ignora|dimentica|scavalca)\b.{0,40}\b(?:istruzioni|regole|ordini)\b/iu,
  /\b(?:you are|act as|pretend to be|kamu adalah|berperan sebagai|sei un|fai finta di essere)\b.{0,30}\b(?:AI|assistant|language model|model bahasa|asisten|assistente|chatbot|bot|LLM|DAN)\b/iu,
  /\b(?:assistant|LLaMA|Claude|GPT|language model|AI)\b.{0,15}\b(?:must|should|shall|has to|harus|deve|dovrai|wajib)\b/iu,
  /(?:^|\n)\s*(?:system|assistant|developer|user)\s*:/iu,
  /<\/?\s*(?:system|assistant|instructions?|task|conversation|message|findings?|knowledge|insights?)\b/iu,
  /\[\/?(?:INST|SYSTEM|SYS)\]|<\||<<SYS>>|###\s*(?:system|instruction)/iu,
  /"?(?:items|guidance|triggers)"?\s*:\s*\[?\s*[{["]/iu,
];

/** Spelled with letters from elsewhere, spaced or full of accents, the words above are the same words. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}\p{Cc}\p{Cs}]+/gu, (found) => (/\s/.test(found) ? ' ' : ''))
    .replaceAll(/\s+/g, ' ');
}

/** Whether a client's text tries to tell a program what to do or to know. What stands on it goes to a person. */
export function isSuspect(text: string): boolean {
  const read = plain(text);
  return suspicious.some((pattern) => pattern.test(read) || pattern.test(text));
}
