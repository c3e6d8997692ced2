import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Variation } from '../../../shared/answer.ts';
import type { ProposalReason } from '../../../shared/proposal.ts';
import type { Clock } from '../../clock.ts';
import type { Db } from '../../db/db.ts';
import { listLabelledMessages } from '../../db/unanswered.ts';
import type { Embedder } from '../../knowledge/embed/embedder.ts';
import type { Lexicon } from '../../text/lexicon/lexicon.ts';
import { says, type Subject, type SubjectSource } from '../catalogue.ts';
import { decideMatch } from '../decide.ts';
import { keepCatalogue, sourcesOf, type Known } from '../known.ts';
import { read, type Reading } from '../reading.ts';

/** Labelled messages of clients that are tried, the newest ones. */
const mostLabelled = 500;
/** Under this likeness to its own question the matcher cannot say whether a text belongs there. */
const leastLikeness = 0.2;

export interface TrialParts {
  readonly db: Db;
  readonly embedder: Embedder;
  readonly lexicon: Lexicon;
  readonly clock: Clock;
}

interface Found {
  readonly reason: ProposalReason;
  readonly detail: string;
}

/** What the matcher says of texts that are to become variations of a question. */
interface TrialResult {
  /** Not to be taken, by text. */
  readonly refused: ReadonlyMap<string, Found>;
  /** Only a person can say whether these belong there. */
  readonly far: ReadonlySet<string>;
}

export interface Trial {
  /** Tries what would come of these variations; the question need not be there yet. */
  run(target: SubjectSource, texts: readonly Variation[]): Promise<TrialResult>;
}

/** A text that must not be taken for the question that is tried. */
interface Trap {
  readonly reading: Reading;
  readonly owner: string;
}

/**
 * The real matcher, over the questions of the desk and those that would be. It lets whatever waits go first after every
 * text.
 */
export function openTrial(parts: TrialParts): Trial {
  const keeper = keepCatalogue(parts);
  const meant = async (catalogue: Known, { text, language }: Pick<Variation, 'text' | 'language'>) => {
    await nextTurn();
    const decided = await decideMatch(parts, catalogue, { text, language, isFollowUp: false });
    return decided && { ...decided, isMeant: decided.asked.every(({ isPassed }) => isPassed) };
  };
  type Meant = typeof meant;
  return {
    async run(target, texts) {
      const sources = sourcesOf(parts.db).filter(({ id }) => id !== target.id);
      const before = await keeper.build(
        [...sources, target].filter(({ variations }) => variations.length > 0),
      );
      const { refused, far } = await nearestIs(meant, before, target, texts);
      const traps = await trapsFor(parts, before, target.id);
      await withThem({ parts, meant, keeper, sources, before, traps }, target, texts, refused);
      return { refused, far };
    },
  };

  /** Without them: is another question nearer, or meant already? */
  async function nearestIs(
    ask: Meant,
    before: Known,
    target: SubjectSource,
    texts: readonly Variation[],
  ): Promise<{ refused: Map<string, Found>; far: Set<string> }> {
    const refused = new Map<string, Found>();
    const far = new Set<string>();
    // Of a question that is not there yet everything else is nearer.
    const isNew = target.variations.length === 0;
    for (const one of texts) {
      const decided = await ask(before, one);
      const own = decided?.scored.find(({ subject }) => subject.id === target.id)?.score ?? 0;
      const best = decided?.best;
      if (best && best.subject.id !== target.id && (decided.isMeant || (!isNew && best.score > own)))
        refused.set(one.text, {
          reason: 'other_question',
          detail: decided.isMeant
            ? `it is answered as ${best.subject.slug}`
            : `${best.subject.slug} is nearer`,
        });
      else if (asksElse(read(one.text, one.language, parts.lexicon), subjectIn(before, target.id)))
        refused.set(one.text, {
          reason: 'other_question',
          detail: 'it asks something else of it, or of something else',
        });
      else if (!isNew && own < leastLikeness) far.add(one.text);
    }
    return { refused, far };
  }
}

const subjectIn = ({ subjects }: Known, id: string): Subject | undefined =>
  subjects.find((subject) => subject.id === id);

/**
 * Whether it asks an aspect (price, duration, papers …) or names a kind of permit that the question does not: there need
 * be no question about that yet for it to be another one.
 */
function asksElse({ atoms, keys }: Reading, subject: Subject | undefined): boolean {
  if (subject === undefined) return false;
  const { vocabulary, asked } = subject;
  const aspects = atoms.filter(({ role }) => role === 'aspect');
  return (
    atoms.some((atom) => atom.role === 'type' && !says(vocabulary, atom)) ||
    aspects.some((atom) => !atom.keys.some((key) => (vocabulary.get(key) ?? 0) >= 2)) ||
    (aspects.length > 0 && asked.length > 0 && !asked.some((key) => keys.has(key)))
  );
}

interface World {
  readonly parts: TrialParts;
  readonly meant: (
    catalogue: Known,
    text: Pick<Variation, 'text' | 'language'>,
  ) => Promise<(Awaited<ReturnType<typeof decideMatch>> & { readonly isMeant: boolean }) | null>;
  readonly keeper: ReturnType<typeof keepCatalogue>;
  readonly sources: readonly SubjectSource[];
  readonly before: Known;
  readonly traps: readonly Trap[];
}

/** With those that are left: refuses one after the other until nothing of another question is taken any more. */
async function withThem(
  world: World,
  target: SubjectSource,
  texts: readonly Variation[],
  refused: Map<string, Found>,
): Promise<void> {
  for (;;) {
    const left = texts.filter(({ text }) => !refused.has(text));
    if (left.length === 0) return;
    const variations = [...target.variations, ...left];
    const after = await world.keeper.build([...world.sources, { ...target, variations }]);
    const found =
      (await refuseUnmatched(world, after, target, left)) ?? (await refuseTaker(world, after, target, left));
    if (found === null) return;
    refused.set(found.text, { reason: found.reason, detail: found.detail });
  }
}

type Refused = Found & { readonly text: string };

/** A variation that does not even match itself only confuses the others. */
async function refuseUnmatched(
  { meant }: World,
  after: Known,
  target: SubjectSource,
  left: readonly Variation[],
): Promise<Refused | null> {
  for (const one of left) {
    const decided = await meant(after, one);
    if (decided?.isMeant && decided.best.subject.id === target.id) continue;
    const gate = decided?.asked.find(({ isPassed }) => !isPassed)?.gate ?? 'similarity';
    return { text: one.text, reason: 'not_matched', detail: `stopped by ${gate}` };
  }
  return null;
}

/** The variation by which the question would take a text that belongs elsewhere; null when it takes none. */
async function refuseTaker(
  { parts, meant, before, traps }: World,
  after: Known,
  target: SubjectSource,
  left: readonly Variation[],
): Promise<Refused | null> {
  const readings = left.map((one) => ({ ...one, keys: read(one.text, one.language, parts.lexicon).keys }));
  for (const { reading, owner } of traps) {
    const near = readings.filter((one) => [...one.keys].some((key) => reading.keys.has(key)));
    if (near.length === 0) continue;
    const now = await meant(after, reading);
    if (now?.best.subject.id !== target.id || !now.isMeant) continue;
    const then = await meant(before, reading);
    // It was taken before them: no fault of theirs.
    if (then?.isMeant && then.best.subject.id === target.id) continue;
    const culprit = near.find(({ text }) => text === now.best.variation.text) ?? near[0];
    if (culprit) return { text: culprit.text, reason: 'takes_others', detail: `it takes what is ${owner}` };
  }
  return null;
}

/** What belongs to other questions, as the catalogue has read it, and what clients wrote that this one was found wrong for. */
async function trapsFor(
  { db, lexicon }: TrialParts,
  { subjects }: Known,
  targetId: string,
): Promise<readonly Trap[]> {
  const others = subjects.filter(({ id }) => id !== targetId);
  const owners = new Map(others.map(({ id, slug }) => [id, `asked as ${slug}`]));
  const labelled: Trap[] = [];
  for (const { text, language, intentId, label } of listLabelledMessages(db, mostLabelled)) {
    const wrongFor = intentId === targetId ? 'found wrong for it' : undefined;
    const owner = label === 'wrong' ? wrongFor : owners.get(intentId);
    if (owner === undefined) continue;
    labelled.push({ reading: read(text, language, lexicon), owner });
    await nextTurn();
  }
  const variations = others.flatMap(({ slug, variations: own }) =>
    own.map((reading) => ({ reading, owner: `asked as ${slug}` })),
  );
  return [...labelled, ...variations];
}
