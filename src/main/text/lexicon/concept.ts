/** A meaning that words of several languages share. */
export interface Concept {
  /** In English, snake_case ("shame"). */
  readonly name: string;
  /** Names the matter of a factual question (price, visa, office) and says nothing about the person who asks. */
  readonly isPlain: boolean;
  readonly broader: Concept | null;
  readonly opposite: Concept | null;
}
