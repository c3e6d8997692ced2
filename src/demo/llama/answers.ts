import { formalities, type Formality } from '../../shared/client.ts';
import { languages, type Language } from '../../shared/language.ts';
import { factSlugs } from '../../shared/slots.ts';
import { capitalise, labelFor } from '../topic-label.ts';
import { answerWords, ownFigures } from './answer-words.ts';
import { saidIn } from './chat-request.ts';
import type { Chance, DemoTask } from './task.ts';

/** How often one of the answers has a figure of its own, which no house fact says. */
const figureShare = 0.05;
/** In characters of what the facts say: the message of a chat has room for so much beside the rest. */
const room = 300;
const mostFacts = 3;

interface Fact {
  readonly slug: string;
  readonly topic: string;
  readonly value: string;
}

interface Task {
  readonly language: Language;
  readonly wanted: Readonly<Record<Formality, number>>;
  readonly facts: readonly Fact[];
  /** Answers that exist, by register. */
  readonly existing: Readonly<Record<Formality, number>>;
}

/** Prepared answers for the question of a prompt, on the house facts that it shows. */
export function answersTask(chance: Chance): DemoTask {
  return {
    name: 'answers',
    compose: (request) => {
      const task = taskIn(saidIn(request));
      if (task === null) return null;
      return formalities.flatMap((formality) =>
        Array.from({ length: task.wanted[formality] }, (_, at) => answerOf(task, formality, at, chance)),
      );
    },
  };
}

function answerOf(task: Task, formality: Formality, at: number, chance: Chance): object {
  const { openings, endings } = answerWords[task.language][formality];
  const turn = task.existing[formality] + at;
  const facts = task.facts.map((fact, before) => sentenceOf(fact, task.facts[before - 1], task.language));
  const ending = endings[(turn * 3 + 1) % endings.length] ?? '';
  const more = chance() < figureShare ? [ownFigures[task.language]] : [];
  const opening = openings[turn % openings.length] ?? '';
  return { formality, text: [`{{greeting}} {{name}}, ${opening}`, ...facts, ...more, ending].join(' ') };
}

/** "Subject, side: value", without the subject where it was just said; a rule is told as what the office does. */
function sentenceOf({ slug, topic, value }: Fact, before: Fact | undefined, language: Language): string {
  if (language === 'en' && value.startsWith('do not ')) return `We {{fact:${slug}}}.`;
  const label = labelFor(topic, language);
  const [, side] = label.split(/, (?=[^,]*$)/);
  const isSaid = side !== undefined && before?.topic.startsWith(`${topic.split(':')[0] ?? topic}:`) === true;
  return `${isSaid ? capitalise(side) : label}: {{fact:${slug}}}.`;
}

function taskIn(said: string): Task | null {
  const head = /<task language="(\w+)" informal="(\d+)" formal="(\d+)">/.exec(said);
  const language = languages.find((one) => one === head?.[1]);
  const exists = /<exists>\n([\s\S]*?)\n<\/exists>/.exec(said)?.[1] ?? '';
  const shown = factsIn(/<facts>\n([\s\S]*?)\n<\/facts>/.exec(said)?.[1] ?? '');
  if (language === undefined || shown.length === 0) return null;
  const count = (formality: Formality) => exists.split(`- (${formality}) `).length - 1;
  return {
    language,
    wanted: { informal: Number(head?.[2]), formal: Number(head?.[3]) },
    facts: chosen(shown, exists),
    existing: { informal: count('informal'), formal: count('formal') },
  };
}

function factsIn(lines: string): Fact[] {
  return [...lines.matchAll(/^- \{\{fact:([a-z0-9-]+)\}\} \(((?:[^()]|\([^()]*\))*)\): (.*)$/gm)].map(
    ([, slug = '', topic = '', value = '']) => ({ slug, topic, value }),
  );
}

/** Those that the first of the existing answers stands on, else the first; as many as a message has room for. */
function chosen(shown: readonly Fact[], exists: string): Fact[] {
  const used = new Set(factSlugs(exists.split('\n')[0] ?? ''));
  const [first] = shown;
  const own = shown.filter(({ slug }) => used.has(slug));
  const wanted = own.length > 0 || first === undefined ? own : [first];
  let length = 0;
  return wanted.slice(0, mostFacts).filter(({ topic, value }, at) => {
    length += topic.length + value.length;
    return at === 0 || length <= room;
  });
}
