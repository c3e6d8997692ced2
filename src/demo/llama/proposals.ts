import { languages, type Language } from '../../shared/language.ts';
import { saidIn } from './chat-request.ts';
import type { DemoTask } from './task.ts';

/** Words that clients use in place of others, by rules and not by a model. */
const otherWords: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  id: [
    [/\bbiaya(nya)?\b/i, 'ongkos'],
    [/\bharga(nya)?\b/i, 'tarif'],
    [/\b(dokumen|syarat)(nya)?\b/i, 'berkas'],
    [/\bmengurus\b|\burus\b/i, 'bikin'],
  ],
  it: [
    [/\bcosta\b/i, 'viene a costare'],
    [/\bprezzo\b/i, 'tariffa'],
    [/\bdocumenti\b/i, 'carte'],
    [/\bserve\b|\bservono\b/i, 'occorre avere'],
  ],
  en: [
    [/\bhow much is\b/i, 'what do you charge for'],
    [/\bcost of\b|\bprice of\b/i, 'fee for'],
    [/\bdocuments\b/i, 'paperwork'],
    [/\bneed\b/i, 'have to bring'],
  ],
};

/** Further ways to ask: those that are known, with other words in them. Of questions it finds none. */
export const proposalsTask: DemoTask = {
  name: 'proposals',
  compose: (request) => {
    const said = saidIn(request);
    if (said.includes('<task messages="')) return [];
    const head = /<task language="(\w+)" wanted="(\d+)">/.exec(said);
    const language = languages.find((one) => one === head?.[1]);
    if (language === undefined) return null;
    const known = (/<known>\n([\s\S]*?)\n<\/known>/.exec(said)?.[1] ?? '')
      .split('\n')
      .map((line) => line.replace(/^- /, ''));
    const texts = known.flatMap((line) =>
      otherWords[language].flatMap(([word, other]) => (word.test(line) ? [line.replace(word, other)] : [])),
    );
    return [...new Set(texts)].slice(0, Number(head?.[2])).map((text) => ({ text }));
  },
};
