import type { SignalLanguage } from '../../src/shared/language.ts';
import { detectLanguage } from '../../src/main/text/language.ts';
import { asksForRepair, saidIn } from './prompt-text.ts';

const readings = [
  'often a wish to be told that others felt the same',
  'may hide that somebody at home is against it',
  'sometimes the first sign that the person will step back',
  'may ask for slower words and one step at a time',
  'often relief is wanted before any information',
  'may mean that money is short and cannot be named',
  'often said to test whether anybody listens',
];
const guidances = [
  'Say in one sentence that you heard it, then ask which part of it weighs most. Give one step and nothing else in this message.',
  'Ask gently whether somebody else is part of the decision, and offer words that can be passed on. Leave the question open.',
  'Name what has been done so far and what comes next. Then ask whether that answers it, and wait before you send anything more.',
  'Offer two ways on and say that neither is wrong. If the reply stays short, come back to it in a quiet moment.',
  'Thank them for saying it. Say plainly what you know and what you will find out, and by which message you will be back.',
];

/** What the model does wrong with every answer of one of its three tasks. */
type NightMishap =
  /** Quotes that nobody wrote. */
  | 'invented'
  /** A stand-in, a client's name or a figure in what it writes. */
  | 'stand_in'
  | 'named'
  | 'sweeping'
  /** It does what a hostile message says. */
  | 'obedient'
  /** No JSON at all, items that must be repaired, an answer that ends too soon. */
  | 'prose'
  | 'invalid'
  | 'cut';

interface NightPoolOptions {
  readonly map?: NightMishap;
  readonly reduce?: NightMishap;
  readonly misses?: NightMishap;
  /** A name that `named` writes. */
  readonly name?: string;
  /** The phrase for a message of the step of misses; else its first words. */
  readonly phraseFor?: (text: string) => { readonly insight: RegExp; readonly phrase: string } | null;
  /** Guidance for every insight that is shown with a number. */
  readonly guidance?: string;
}

interface NightPool {
  readonly answer: (chat: Record<string, unknown>) => string;
  /** How often each task was asked, repairs apart. */
  readonly asked: () => Readonly<Record<'night_map' | 'night_reduce' | 'night_misses', number>>;
}

/** A model that reads a day, makes insights of what it found and says what search missed. It answers nothing else. */
export function nightPool(options: NightPoolOptions = {}): NightPool {
  const asked = { night_map: 0, night_reduce: 0, night_misses: 0 };
  const answer = (chat: Record<string, unknown>): string => {
    const said = saidIn(chat);
    const isRepair = asksForRepair(said);
    const task = said.includes('<day>')
      ? 'night_map'
      : said.includes('<findings>')
        ? 'night_reduce'
        : said.includes('<messages>')
          ? 'night_misses'
          : null;
    if (task === null) return 'OK';
    if (!isRepair) asked[task] += 1;
    const mishap = isRepair ? undefined : options[task.slice(6) as 'map' | 'reduce' | 'misses'];
    const items =
      task === 'night_map'
        ? found(said, mishap)
        : task === 'night_reduce'
          ? made(said, mishap, options)
          : told(said, options);
    return written(items, mishap);
  };
  return { answer, asked: () => ({ ...asked }) };
}

function written(items: readonly object[], mishap: NightMishap | undefined): string {
  if (mishap === 'prose') return 'I have read the day with interest. What would you like to know of it?';
  const [first, ...rest] = items;
  if (mishap === 'invalid' && first)
    return JSON.stringify({ items: [{ ...first, kind: 'thought' }, ...rest] });
  const json = JSON.stringify({ items });
  return mishap === 'cut' ? json.slice(0, -60) : json;
}

interface Line {
  readonly n: number;
  readonly text: string;
}

const linesIn = (said: string): Line[] =>
  [...said.matchAll(/<message n="(\d+)" by="client"[^>]*>([^<]*)/g)].map(([, n, text]) => ({
    n: Number(n),
    text: text ?? '',
  }));

/** The first words that name nobody. */
function quoteOf(text: string): string {
  const [part = ''] = text
    .split(/[[\]]/)
    .map((one) => one.trim())
    .sort((left, right) => right.length - left.length);
  return part
    .split(' ')
    .slice(0, 8)
    .join(' ')
    .replace(/[.,;:!?]+$/, '');
}

const categories = ['trust', 'money', 'emotions', 'family', 'bureaucracy', 'time'] as const;

function found(said: string, mishap: NightMishap | undefined): object[] {
  const byQuote = new Map<string, number[]>();
  for (const { n, text } of linesIn(said)) {
    if (
      mishap !== 'obedient' &&
      /add to your knowledge|tambahkan ke pengetahuan|aggiungi alle tue/i.test(text)
    )
      continue;
    const quote = quoteOf(text);
    if (quote.length >= 12) byQuote.set(quote, [...(byQuote.get(quote) ?? []), n]);
  }
  return [...byQuote].slice(0, 12).map(([quote, numbers], at) => ({
    kind: 'signal',
    language: detectLanguage(quote).language ?? 'id',
    category: categories[at % categories.length],
    says: `These words often carry more than they say: ${readings[at % readings.length] ?? ''}`,
    quotes: numbers.slice(0, 8).map((message) => ({
      message,
      quote: mishap === 'invented' ? `${quote} which nobody ever wrote` : quote,
    })),
  }));
}

/** A phrase as others would write it, six times over. */
const shapes: Readonly<Record<SignalLanguage, readonly string[]>> = {
  id: ['#', 'kak #', '# gimana ya', 'jujur #', '# nih kak', 'soalnya #', '# terus'],
  it: ['#', 'scusi #', '# che faccio', 'onestamente #', '# mi creda', 'purtroppo #', '# da ieri'],
  en: ['#', 'sorry but #', '# what should I do', 'honestly #', '# you know', 'well #', '# these days'],
  ban: ['#', 'nggih #', '# sampun', 'tiang #', '# niki', 'ampura #'],
  jv: ['#', 'nggih #', '# sampun', 'kulo #', '# niki', 'nuwun sewu #'],
};

function made(said: string, mishap: NightMishap | undefined, options: NightPoolOptions): object[] {
  const task = /<task count="(\d+)" language="(\w+)">/.exec(said);
  const language = (task?.[2] ?? 'id') as SignalLanguage;
  const findings = [
    ...said.matchAll(/<finding n="(\d+)"[^>]*category="(\w+)"[^>]*>[^<]*<quote>([^<]*)<\/quote>/g),
  ];
  const byQuote = new Map<string, { from: number[]; category: string }>();
  for (const [, n, category = 'trust', quote = ''] of findings) {
    const known = byQuote.get(quote) ?? { from: [], category };
    byQuote.set(quote, { ...known, from: [...known.from, Number(n)] });
  }
  const insights = [...byQuote].slice(0, Number(task?.[1] ?? 1)).map(([quote, { from, category }], at) => ({
    kind: 'insight',
    ...insightOf(quote, category, language, at, mishap, options),
    from,
  }));
  const numbered = options.guidance === undefined ? [] : [...said.matchAll(/<insight n="(\d+)"/g)];
  const guidance = numbered.map(([, n]) => ({
    kind: 'guidance',
    insight: Number(n),
    guidance: options.guidance,
    from: findings.map(([, number]) => Number(number)),
  }));
  return [...insights, ...guidance];
}

function insightOf(
  quote: string,
  category: string,
  language: SignalLanguage,
  at: number,
  mishap: NightMishap | undefined,
  { name = '' }: NightPoolOptions,
) {
  const seed = Array.from(quote).reduce((sum, letter) => sum + letter.charCodeAt(0), at);
  const reading = readings[seed % readings.length] ?? '';
  const guidance = guidances[(seed * 3) % guidances.length] ?? '';
  const spoilt =
    mishap === 'stand_in'
      ? `${guidance} Ask [NAME_1] first.`
      : mishap === 'named'
        ? `${guidance} Speak with ${name} first.`
        : mishap === 'obedient'
          ? `${guidance} Send everybody to the other office.`
          : guidance;
  const text =
    mishap === 'sweeping'
      ? 'Italians are always late and never mean what they say when they promise to pay on time'
      : `“${quote}”: ${reading}`;
  return {
    text,
    guidance: spoilt,
    category,
    language,
    triggers: shapes[language].map((shape) => shape.replace('#', () => quote)),
  };
}

function told(said: string, { phraseFor }: NightPoolOptions): object[] {
  const asked = said.slice(said.indexOf('<messages>'));
  return [...asked.matchAll(/<message n="(\d+)"><text>([^<]*)<\/text>([\s\S]*?)<\/message>/g)].map(
    ([, n, text = '', known = '']) => {
      const message = Number(n);
      const candidates = [...known.matchAll(/<insight n="(\d+)">([^<]*)</g)];
      const wanted = phraseFor === undefined ? { insight: /./, phrase: quoteOf(text) } : phraseFor(text);
      const fitting = wanted && candidates.find(([, , of = '']) => wanted.insight.test(of));
      if (!wanted || !fitting) return { message, insight: null, phrase: '' };
      return { message, insight: Number(fitting[1]), phrase: wanted.phrase };
    },
  );
}
