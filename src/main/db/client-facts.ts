import { memoryTable } from './memory-table.ts';

/** Plain remembered facts, one per client and topic that holds. */
export const clientFacts = memoryTable<'topic', string>('client_facts', 'topic');
