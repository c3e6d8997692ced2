import type { ChatRequest } from './chat-request.ts';

/** Chance, given by argument so that a test knows what comes: a number from 0 up to 1. */
export type Chance = () => number;

/** What the demo has to say to one task of offline work: an example, prepared by people or made by rules, never by a model. */
export interface DemoTask {
  /** The name of the shape that the product asks for. */
  readonly name: string;
  /** Items of the answer as JSON values; null where the request has nothing that the task knows. */
  compose(request: ChatRequest): readonly object[] | null;
}
