import { languages, type Language } from '../../shared/language.ts';
import { saidIn } from './chat-request.ts';
import { nightSigns, type NightSign } from './night-signs.ts';
import type { DemoTask } from './task.ts';

const mostFindings = 12;
const mostQuotes = 6;
/** Words around what was found that stand in a quote, and the fewest characters of one. */
const wordsBefore = 2;
const wordsAfter = 4;
const leastQuote = 8;

/** A phrase as others would type it too. */
const shapes: Readonly<Record<Language, readonly string[]>> = {
  id: ['#', 'kak #', '# gimana ya', 'jujur #', '# nih kak', 'soalnya #'],
  it: ['#', 'scusi ma #', '# che faccio', 'sinceramente #', '# da giorni', 'il fatto è che #'],
  en: ['#', 'sorry but #', '# what should I do', 'honestly #', '# these days', 'the thing is #'],
};

/** What rules find in a day: each with clients' own words, letter for letter. */
const mapTask: DemoTask = {
  name: 'night_map',
  compose: (request) => {
    const said = [...saidIn(request).matchAll(/<message n="(\d+)" by="client"[^>]*>([^<]*)/g)];
    const heard = said.flatMap(([, n, text = '']) => heardIn(Number(n), text));
    const firsts = heard.filter((one, at) => heard.findIndex(isAlike(one)) === at);
    return firsts
      .slice(0, mostFindings)
      .map((one) => findingOf(one, heard.filter(isAlike(one)).slice(0, mostQuotes)));
  },
};

/** Insights made of what was found: the reading and the advice are examples, the words are the clients'. */
const reduceTask: DemoTask = {
  name: 'night_reduce',
  compose: (request) => {
    const said = saidIn(request);
    const task = /<task count="(\d+)" language="(\w+)">/.exec(said);
    const language = languages.find((one) => one === task?.[2]);
    if (language === undefined) return [];
    const found = said.matchAll(/<finding n="(\d+)"[^>]*>([^<]*)<quote>([^<]*)<\/quote>/g);
    const insights = [...found].flatMap(([, n, says, quote = '']) => {
      const sign = nightSigns.find((one) => one.says === says);
      return sign ? [insightOf(sign, quote, language, Number(n))] : [];
    });
    return insights.slice(0, Number(task?.[1]));
  },
};

/** Which insight a message wanted is not for rules to say. */
const missesTask: DemoTask = {
  name: 'night_misses',
  compose: (request) =>
    [...saidIn(request).matchAll(/<message n="(\d+)"><text>/g)].map(([, n]) => ({
      message: Number(n),
      insight: null,
      phrase: '',
    })),
};

export const nightTasks: readonly DemoTask[] = [mapTask, reduceTask, missesTask];

interface Heard {
  readonly sign: NightSign;
  readonly language: Language;
  readonly message: number;
  readonly quote: string;
}

const isAlike =
  (one: Heard) =>
  (other: Heard): boolean =>
    one.sign === other.sign && one.language === other.language;

function heardIn(message: number, text: string): Heard[] {
  return nightSigns.flatMap((sign) =>
    languages.flatMap((language) => {
      const quote = quoteOf(sign.sign[language], text);
      return quote === null ? [] : [{ sign, language, message, quote }];
    }),
  );
}

/** The words around what was found. What stands in the place of a name ends them. */
function quoteOf(sign: RegExp, text: string): string | null {
  const clause = text.split(/[.,;:!?\n[\]()]+/).find((part) => sign.test(part));
  const at = clause === undefined ? null : sign.exec(clause);
  if (clause === undefined || at === null) return null;
  const before = clause.slice(0, at.index).split(/(?<=\s)/);
  const after = clause.slice(at.index).split(/(?<=\s)/);
  const quote = [...before.slice(-wordsBefore), ...after.slice(0, wordsAfter)].join('').trim();
  return quote.length < leastQuote ? null : quote;
}

const findingOf = ({ sign, language }: Heard, alike: readonly Heard[]): object => ({
  kind: 'signal',
  language,
  category: sign.category,
  says: sign.says,
  quotes: alike.map(({ message, quote }) => ({ message, quote })),
});

const insightOf = (
  { category, reading, guidance }: NightSign,
  quote: string,
  language: Language,
  from: number,
): object => ({
  kind: 'insight',
  text: `“${quote}”: ${reading}`,
  guidance,
  category,
  language,
  triggers: shapes[language].map((shape) => shape.replace('#', () => quote)),
  from: [from],
});
