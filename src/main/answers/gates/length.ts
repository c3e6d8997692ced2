import type { Gate } from './gate.ts';

/** Words a message may have beyond its intent's longest variation: a greeting and a courtesy. */
const courtesy = 6;

/** Stops a message far longer than any variation: it says something that no variation says. */
export const length: Gate = ({ words }, { subject }) =>
  words.length > subject.longest + courtesy ? `${words.length} words are more than the question needs` : null;
