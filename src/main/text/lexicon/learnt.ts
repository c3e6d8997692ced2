import { languages, type Language } from '../../../shared/language.ts';
import type { Concept } from './concept.ts';
import { FormTree, type TreeMatch, type Walk } from './form-tree.ts';
import { addForm, type Form, type Forms, type Lexicon } from './lexicon.ts';

/** A way of saying a concept that the lexicon's files have not. */
export interface LearntForm {
  readonly language: Language;
  readonly form: string;
  readonly concept: string;
}

/**
 * A lexicon with forms that were learnt over those of its files, which stay as they are, and with them its hash: vectors are made by
 * the files alone. Learning parses nothing of the files; where nothing is learnt, reading is as fast as without it.
 */
export class LearningLexicon implements Lexicon {
  readonly #base: Lexicon;
  #learnt: readonly LearntForm[] = [];
  #forms: Lexicon['forms'] | null = null;

  constructor(base: Lexicon) {
    this.#base = base;
  }

  get hash(): string {
    return this.#base.hash;
  }

  get concepts(): ReadonlyMap<string, Concept> {
    return this.#base.concepts;
  }

  get slips(): Lexicon['slips'] {
    return this.#base.slips;
  }

  get forms(): Lexicon['forms'] {
    if (this.#learnt.length === 0) return this.#base.forms;
    return (this.#forms ??= layered(this.#base, this.#learnt));
  }

  relatedTo(concept: Concept): ReturnType<Lexicon['relatedTo']> {
    return this.#base.relatedTo(concept);
  }

  /** These forms and no others from now on. */
  learn(forms: readonly LearntForm[]): void {
    if (forms.length === 0 && this.#learnt.length === 0) return;
    this.#learnt = forms;
    this.#forms = null;
  }
}

function layered(base: Lexicon, learnt: readonly LearntForm[]): Lexicon['forms'] {
  const trees = new Map(languages.map((language) => [language, new FormTree<Form>()]));
  for (const { language, form: text, concept: name } of learnt) {
    const concept = base.concepts.get(name);
    const tree = trees.get(language);
    // The concept may have gone with an older version of the files.
    if (concept && tree) addForm(tree, { concept, language, text, sureness: 1 });
  }
  const over = (language: Language): Forms => new LayeredForms(base.forms[language], trees.get(language));
  return { id: over('id'), it: over('it'), en: over('en') };
}

/** The longer match counts, and of two as long that of the files. */
class LayeredForms implements Forms {
  readonly #base: Forms;
  readonly #learnt: Forms;

  constructor(base: Forms, learnt: Forms = new FormTree<Form>()) {
    this.#base = base;
    this.#learnt = learnt;
  }

  longestAt(start: number, walk: Walk, most?: number): TreeMatch<Form> | null {
    const known = this.#base.longestAt(start, walk, most);
    const learnt = this.#learnt.longestAt(start, walk, most);
    if (learnt === null) return known;
    return known === null || learnt.length > known.length ? learnt : known;
  }

  single(word: string): readonly Form[] {
    const known = this.#base.single(word);
    return known.length > 0 ? known : this.#learnt.single(word);
  }
}
