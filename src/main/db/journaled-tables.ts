/** A table that a night may change, and what must be known of it to put its rows back. */
export interface JournaledTable {
  readonly table: string;
  /**
   * What a row belongs to, by name and columns: rows of one unit are put back together or, where somebody changed one of
   * them since, not at all.
   */
  readonly unit: { readonly name: string; readonly by: readonly string[] };
  /** The other rows of the unit belong to the one of this table, and would go with it. */
  readonly isRoot?: true;
  /** The column that tells a person what the row is. */
  readonly text?: string;
  /** Whose the row is, as SQL over the row `$row`; what is written down of it goes with the client. */
  readonly client?: string;
  /** What the desk counts beside: put back column by column, and never a reason to keep something or to tell of it. */
  readonly isTrace?: true;
  /** Other rows would go with one of these that are not written down: a night may not delete any. */
  readonly staysWhole?: true;
  /** Rows of it come into being with those of another table, by a trigger: the row that was there takes their place. */
  readonly comesByItself?: true;
}

const ofMessage = '(SELECT client_id FROM messages WHERE id = $row.message_id)';
const insight = (by: string) => ({ name: 'insight', by: [by] });
const answer = (by: string) => ({ name: 'answer', by: [by] });

/**
 * All tables that a night may change, those that others refer to first. Whatever a job of a night writes in another one
 * is not undone with the night. The triggers that write changes down are made from this list and from the columns that
 * the tables have (`journal.ts`): another table is another line.
 *
 * Two rules for what is written by night: no `OR REPLACE` (it removes rows without telling), and no change of a key.
 */
export const journaledTables: readonly JournaledTable[] = [
  { table: 'insights', unit: insight('id'), isRoot: true, text: 'text' },
  { table: 'insight_numbers', unit: insight('insight_id'), comesByItself: true },
  { table: 'triggers', unit: insight('insight_id'), text: 'phrase' },
  { table: 'insight_evidence', unit: insight('insight_id'), client: '$row.client_id' },
  { table: 'learnt_triggers', unit: insight('insight_id'), client: '$row.client_id' },
  { table: 'learnt_forms', unit: insight('insight_id') },
  { table: 'intents', unit: { name: 'intent', by: ['id'] }, text: 'slug', staysWhole: true },
  { table: 'variations', unit: { name: 'variation', by: ['id'] }, text: 'text' },
  { table: 'prepared_answers', unit: answer('id'), isRoot: true, text: 'text', staysWhole: true },
  { table: 'prepared_answer_facts', unit: answer('prepared_answer_id') },
  { table: 'rejected_answers', unit: { name: 'rejected_answer', by: ['id'] }, text: 'reason' },
  { table: 'analyses', unit: { name: 'analysis', by: ['id'] }, client: '$row.client_id' },
  { table: 'proposed_intents', unit: { name: 'question', by: ['id'] }, text: 'title_en' },
  {
    table: 'memory_proposals',
    unit: { name: 'proposal', by: ['id'] },
    text: 'value',
    client: '$row.client_id',
  },
  {
    table: 'client_facts',
    unit: { name: 'fact', by: ['client_id', 'topic'] },
    text: 'value',
    client: '$row.client_id',
  },
  {
    table: 'jiwa_entries',
    unit: { name: 'jiwa', by: ['client_id', 'field'] },
    text: 'value',
    client: '$row.client_id',
  },
  {
    table: 'message_insights',
    unit: { name: 'shown', by: ['message_id', 'insight_id'] },
    client: ofMessage,
    isTrace: true,
  },
  {
    table: 'used_insights',
    unit: { name: 'used', by: ['message_id', 'insight_id'] },
    client: ofMessage,
    isTrace: true,
  },
  { table: 'served_answers', unit: { name: 'served', by: ['id'] }, client: ofMessage, isTrace: true },
];
