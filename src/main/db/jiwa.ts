import type { JiwaField } from '../../shared/memory.ts';
import { memoryTable } from './memory-table.ts';

/** Jiwa, one entry per client and field that holds. */
export const jiwaEntries = memoryTable<'field', JiwaField>('jiwa_entries', 'field');
