import { greetingName, type Client } from '../../shared/client.ts';
import type { Formality } from '../../shared/client.ts';
import type { Language } from '../../shared/language.ts';
import { fillSlots } from '../../shared/slots.ts';

/** `again`: we wrote to this client earlier on the same local day, so a greeting by the hour would sound like a machine. */
type Contact = 'first_today' | 'again';

export interface Addressee {
  readonly client: Pick<Client, 'name' | 'addressAs'>;
  readonly language: Language;
  readonly formality: Formality;
  /** Local hour, 0 to 23. */
  readonly hour: number;
  readonly contact: Contact;
}

type DayPart = 'morning' | 'midday' | 'afternoon' | 'evening';

/** When each part of the day begins, by the custom of the language (Indonesian: siang from 11, sore from 15). */
const begins: Readonly<Record<Language, Readonly<Record<DayPart, number>>>> = {
  id: { morning: 4, midday: 11, afternoon: 15, evening: 18 },
  it: { morning: 4, midday: 13, afternoon: 14, evening: 18 },
  en: { morning: 4, midday: 12, afternoon: 13, evening: 18 },
};

const greetings: Readonly<
  Record<Language, Readonly<Record<Formality, Readonly<Record<DayPart | 'again', string>>>>>
> = {
  id: {
    informal: { morning: 'Pagi', midday: 'Siang', afternoon: 'Sore', evening: 'Malam', again: 'Halo lagi' },
    formal: {
      morning: 'Selamat pagi',
      midday: 'Selamat siang',
      afternoon: 'Selamat sore',
      evening: 'Selamat malam',
      again: 'Baik',
    },
  },
  it: {
    informal: {
      morning: 'Buongiorno',
      midday: 'Ciao',
      afternoon: 'Ciao',
      evening: 'Buonasera',
      again: 'Rieccomi',
    },
    formal: {
      morning: 'Buongiorno',
      midday: 'Buongiorno',
      afternoon: 'Buon pomeriggio',
      evening: 'Buonasera',
      again: 'Di nuovo salve',
    },
  },
  en: {
    informal: {
      morning: 'Good morning',
      midday: 'Hi',
      afternoon: 'Hi',
      evening: 'Good evening',
      again: 'Hi again',
    },
    formal: {
      morning: 'Good morning',
      midday: 'Good afternoon',
      afternoon: 'Good afternoon',
      evening: 'Good evening',
      again: 'Hello again',
    },
  },
};

/** The words of greeting alone, without a name. `hour` is 0..23 where the office is. */
export function greeting({ language, formality, hour, contact }: Omit<Addressee, 'client'>): string {
  return greetings[language][formality][contact === 'again' ? 'again' : dayPart(language, hour)];
}

function dayPart(language: Language, hour: number): DayPart {
  const parts = begins[language];
  if (hour < parts.morning || hour >= parts.evening) return 'evening';
  if (hour >= parts.afternoon) return 'afternoon';
  return hour >= parts.midday ? 'midday' : 'morning';
}

/** Forms of address that a name may already begin with. */
const honorific =
  /^(?:pak|bapak|bp|bpk|bu|ibu|kak|kakak|mas|mbak|bli|mbok|gus|om|tante|koh|ci|sig|sig\.ra|signor|signora|signore|dott|dottor|dottoressa|avv|ing|mr|mrs|ms|miss|dr|prof|sir|madam)\.?(?:\s|$)/iu;

/**
 * The name as it stands in a greeting. Indonesian does without a form of address only among close friends: where the
 * consultant gave none, it is "Kak", and "Bapak/Ibu" (which leaves the gender open) when formal.
 */
export function addressOf({
  client,
  language,
  formality,
}: Pick<Addressee, 'client' | 'language' | 'formality'>): string {
  const name = greetingName(client).trim();
  if (language !== 'id' || honorific.test(name)) return name;
  return `${formality === 'formal' ? 'Bapak/Ibu' : 'Kak'} ${name}`;
}

/**
 * The text as it is sent: slots filled, no double form of address ("Kak" + "Pak Wayan" = "Pak Wayan"), no double
 * spaces. `factValue` gives a fact's value in the reply language; it throws for a fact that may not be said.
 */
export function personalise(text: string, addressee: Addressee, factValue: (slug: string) => string): string {
  const name = addressOf(addressee);
  const ready = honorific.test(name)
    ? text.replace(/(?:\b(?:Kak|Kakak|Pak|Bapak|Bu|Ibu|Bapak\/Ibu|Mas|Mbak)\s+)(?=\{\{name\}\})/gu, '')
    : text;
  const filled = fillSlots(ready, (slot) => {
    if (slot.kind === 'greeting') return greeting(addressee);
    return slot.kind === 'name' ? name : factValue(slot.slug);
  });
  return tidy(filled);
}

/** Double spaces and doubled full stops come from slots whose value ends like the sentence around them. */
function tidy(text: string): string {
  return text
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/ +([,.!?;:])(?=\s|$)/g, '$1')
    .replace(/([^.])\.\.(?=\s|$)/g, '$1.')
    .trim();
}
