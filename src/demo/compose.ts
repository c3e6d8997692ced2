import { DAY } from '../shared/time.ts';
import type { Language } from '../shared/language.ts';
import { countSharedWords, pickHouseFacts } from './house-facts.ts';
import { chooseTone, openingFor, type Tone } from './openings.ts';
import { phrasesFor } from './phrases.ts';
import type { ParsedPrompt, PromptFact } from './prompt.ts';
import { listRecalled } from './recalled.ts';
import { labelFor } from './topic-label.ts';

/**
 * Writes a reply from the prompt alone: greeting by name, a first sentence in the tone of the best insight, the house
 * facts that fit, one thing remembered of the client, one next step. Every fact in it stands in the prompt; the rest
 * are fixed phrases. Pure: the same prompt gives the same text.
 */
export function compose(prompt: ParsedPrompt): string {
  const tone = toneOf(prompt);
  const say = speak(prompt);
  const phrases = phrasesFor(prompt.language);
  if (isThanks(prompt.message) && tone === null) return say(phrases.thanks);
  const facts = pickHouseFacts(prompt);
  const opening = tone === null ? '' : say(pair(openingFor(tone, prompt.language, prompt.formality)));
  const lead = [greet(prompt, tone), opening, ...aboutTools(prompt)].filter((part) => part !== '').join(' ');
  const memory = aboutClient(prompt, facts);
  const closing = [memory, nextStep(prompt, tone, facts)].filter((part) => part !== '').join(' ');
  return [lead, formatFacts(prompt, facts), closing].filter((part) => part !== '').join('\n\n');
}

/** The reply as the server gives it: where the rules want it, a last line names the insight that gave it its tone. */
export function composeWithLine(prompt: ParsedPrompt): string {
  const text = compose(prompt);
  if (!prompt.wantsLine) return text;
  return `${text}\n\n<<used: ${prompt.insights[0]?.id ?? 'none'}>>`;
}

/** Days of rest are skipped: Saturday and Sunday. `at` is a local time such as "2026-11-22T10:05". */
export function nextWorkingDay(at: string, language: Language): string | null {
  const day = /^(\d{4}-\d{2}-\d{2})/.exec(at)?.[1];
  const start = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(start)) return null;
  let next = new Date(start + DAY);
  while (next.getUTCDay() === 0 || next.getUTCDay() === 6) next = new Date(next.getTime() + DAY);
  const locale = { id: 'id-ID', it: 'it-IT', en: 'en-GB' }[language];
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(next);
}

function toneOf(prompt: ParsedPrompt): Tone | null {
  const [first] = prompt.insights;
  return first === undefined ? null : chooseTone(first);
}

/** Picks the register of a phrase and fills its gaps. Values are put in last, so that nothing in them is a gap. */
function speak(prompt: ParsedPrompt) {
  return (
    [informal, formal]: readonly [string, string],
    gaps: Readonly<Record<string, string>> = {},
  ): string => {
    const all: Readonly<Record<string, string>> = { you: addressOf(prompt).you, ...gaps };
    const phrase = prompt.formality === 'formal' ? formal : informal;
    return phrase.replaceAll(/\{(\w+)\}/g, (gap, key: string) => all[key] ?? gap);
  };
}

function pair(text: string): readonly [string, string] {
  return [text, text];
}

/** The form of address alone, and with the name. A title that is part of the name ("Bu Sri") is kept. */
function addressOf(prompt: ParsedPrompt): { you: string; name: string | null } {
  if (prompt.language !== 'id') return { you: '', name: prompt.name };
  const title = /^(pak|bapak|bu|ibu|mas|mbak|kak|bli|mbok)\s/i.exec(prompt.name ?? '')?.[1];
  const you = title ?? (prompt.formality === 'formal' ? 'Bapak/Ibu' : 'Kak');
  if (prompt.name === null) return { you, name: null };
  return { you, name: title === undefined ? `${you} ${prompt.name}` : prompt.name };
}

function greet(prompt: ParsedPrompt, tone: Tone | null): string {
  const phrases = phrasesFor(prompt.language);
  const say = speak(prompt);
  const { name } = addressOf(prompt);
  const isGrave = tone === 'condolence' || tone === 'apology';
  if (!prompt.isFirstReply) {
    if (name === null) return '';
    return say(isGrave ? phrases.grave : phrases.again, { name });
  }
  const hello = say(phrases.hello, { hour: hourGreeting(prompt) });
  const mark = isGrave || prompt.formality === 'formal' ? '.' : '!';
  return `${[hello, name].filter((part) => part !== null).join(' ')}${mark}`;
}

/** Indonesian day parts change at 11, 15 and 18; the other languages follow the same hours closely enough. */
function hourGreeting(prompt: ParsedPrompt): string {
  const [morning, day, afternoon, evening] = phrasesFor(prompt.language).hours;
  const hour = Number(/T(\d{2})/.exec(prompt.at ?? '')?.[1] ?? 9);
  if (hour >= 18 || hour < 4) return evening;
  if (hour >= 15) return afternoon;
  return hour >= (prompt.language === 'id' ? 11 : 12) ? day : morning;
}

function aboutTools(prompt: ParsedPrompt): string[] {
  const phrases = phrasesFor(prompt.language);
  const say = speak(prompt);
  return prompt.toolRounds.flatMap((round) => {
    if (round.name === 'remember_fact' && !round.isError) {
      const { topic, value } = round.input;
      const document = typeof topic === 'string' ? phrases.documents[topic] : undefined;
      if (document === undefined || typeof value !== 'string') return [];
      return [say(phrases.noted, { document, value })];
    }
    if (round.name !== 'recall_messages') return [];
    const quote = round.isError ? undefined : listRecalled(round.output, prompt.message)[0];
    return [quote === undefined ? say(phrases.notRecalled) : say(phrases.recalled, { quote })];
  });
}

function formatFacts(prompt: ParsedPrompt, facts: readonly PromptFact[]): string {
  const line = (fact: PromptFact) => `**${labelFor(fact.topic, prompt.language)}**: ${fact.value}`;
  const [only] = facts;
  if (only === undefined) return '';
  if (facts.length === 1) return /[.!?]$/.test(only.value) ? line(only) : `${line(only)}.`;
  const points = speak(prompt)(phrasesFor(prompt.language).points);
  return [points, '', ...facts.map((fact) => `- ${line(fact)}`)].join('\n');
}

const related: ReadonlyArray<readonly [topic: RegExp, subject: RegExp]> = [
  [
    /expiry|passport|kitas|visa|permit/,
    /kitas|vis[ato]|pas+a?p[o]rt|paspor|izin|perme|soggiorn|perpanj|rinnov|exten[sd]|renew|docum|dokum/,
  ],
  [
    /child|famil|spouse|partner/,
    /famil|keluarga|famigl|anak|figli|istri|suami|mogli|marito|wife|husband|child|kids/,
  ],
  [
    /business|company|work|project/,
    /pt pma|compan|societ|perusahaan|usaha|bisnis|business|modal|capital|npwp|tax|pajak/,
  ],
  [/villa|land|property|home|address|area/, /villa|tanah|terren|casa|rumah|lease|land|sewa|affitt|propert/],
];

/** One remembered fact where it fits the message or what is said about it; nothing twice. */
function aboutClient(prompt: ParsedPrompt, facts: readonly PromptFact[]): string {
  const subject = [prompt.message, ...facts.map((fact) => fact.topic)].join(' ').toLowerCase();
  const said = new Set(prompt.toolRounds.map((round) => round.input['topic']));
  const isFitting = ({ topic, value }: PromptFact) =>
    related.some(([about, pattern]) => about.test(topic) && pattern.test(subject)) ||
    countSharedWords(prompt.message, value) > 0;
  const fact = prompt.clientFacts.find((known) => !said.has(known.topic) && isFitting(known));
  if (fact === undefined) return '';
  const phrases = phrasesFor(prompt.language);
  const document = phrases.documents[fact.topic];
  const value = fact.value.replace(/[.\s]+$/, '');
  return document === undefined
    ? speak(prompt)(phrases.keepsInMind, { value })
    : speak(prompt)(phrases.knownExpiry, { document, value });
}

function nextStep(prompt: ParsedPrompt, tone: Tone | null, facts: readonly PromptFact[]): string {
  const phrases = phrasesFor(prompt.language);
  const say = speak(prompt);
  const round = prompt.toolRounds.at(-1);
  if (tone === 'apology' || (tone === 'haste' && facts.length === 0)) return promiseNews(prompt);
  if (tone === 'way_out') return say(phrases.nextWayOut);
  if (tone === 'condolence') return '';
  if (round?.name === 'recall_messages') {
    const isFound = !round.isError && listRecalled(round.output, prompt.message).length > 0;
    return isFound ? say(phrases.nextAfterRecall) : '';
  }
  if (round?.name === 'remember_fact' && !round.isError) return say(phrases.nextAfterNote);
  if (facts.length > 0) return say(phrases.nextAfterFacts);
  if (isGreeting(prompt.message)) return say(phrases.nextGreeting);
  return say(prompt.message.includes('?') ? phrases.nextCheck : phrases.nextListen);
}

function promiseNews(prompt: ParsedPrompt): string {
  const phrases = phrasesFor(prompt.language);
  const date = prompt.at === null ? null : nextWorkingDay(prompt.at, prompt.language);
  return date === null ? speak(prompt)(phrases.nextSoon) : speak(prompt)(phrases.nextByDate, { date });
}

function isThanks(message: string): boolean {
  return (
    message.length < 60 &&
    !message.includes('?') &&
    /\b(grazie|makasih|terima kasih|thanks|thank you|suksma|matur nuwun)\b/i.test(message)
  );
}

function isGreeting(message: string): boolean {
  return (
    message.length < 30 &&
    /^\W*(ciao|salve|buongiorno|buonasera|halo|hai|selamat \p{L}+|hi|hello|hey|good \p{L}+|om swastiastu|ping|test)(?!\p{L})/iu.test(
      message,
    )
  );
}
