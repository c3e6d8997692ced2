import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestDb, type TestDb } from '../../fixtures/desk.ts';

let desk: TestDb;

beforeEach(() => {
  desk = openTestDb();
});
afterEach(() => desk.cleanUp());

type Row = Record<string, string | number | null>;

function insert(table: string, row: Row): void {
  const columns = Object.keys(row);
  const values = columns.map((name) => `@${name}`);
  desk.db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values.join(', ')})`).run(row);
}

const error = '[{"at":1,"attempt":1,"error":"no"}]';
const waiting = (row: Row = {}): Row => ({
  id: 'a',
  kind: 'sample',
  state: 'waiting',
  payload: '{}',
  run_at: 1,
  max_attempts: 3,
  created_at: 1,
  ...row,
});
const running = (row: Row = {}): Row =>
  waiting({ state: 'running', attempt: 1, started_at: 2, leased_by: 'x', lease_until: 9, ...row });
const done = (row: Row = {}): Row =>
  waiting({ state: 'done', attempt: 1, started_at: 2, finished_at: 3, ...row });
const failed = (row: Row = {}): Row =>
  waiting({ state: 'failed', attempt: 3, started_at: 2, finished_at: 3, errors: error, ...row });
const cancelled = (row: Row = {}): Row => waiting({ state: 'cancelled', finished_at: 3, ...row });

describe('a job', () => {
  it.each<[string, Row]>([
    ['one that waits', waiting()],
    ['one that waits with an error and a reason', waiting({ attempt: 2, errors: error, waits_for: 'GPU' })],
    ['one that runs', running({ progress: '{"done":1}', is_begun: 1 })],
    ['one that is done', done({ result: '{"insights":9}' })],
    ['one that failed', failed()],
    ['one that was cancelled before it began', cancelled()],
    ['one that was cancelled while it ran', cancelled({ attempt: 1, started_at: 2 })],
  ])('may be %s', (_what, row) => {
    insert('jobs', row);
    expect(desk.db.prepare('SELECT count(*) FROM jobs').pluck().get()).toBe(1);
  });

  it.each<[string, Row]>([
    ['a state nobody knows', waiting({ state: 'paused' })],
    ['no kind', waiting({ kind: '' })],
    ['a kind with a blank', waiting({ kind: 'two words' })],
    ['an empty key', waiting({ key: '' })],
    ['a window nobody knows', waiting({ run_window: 'soon' })],
    ['a priority outside 0 to 9', waiting({ priority: 10 })],
    ['a payload that is no JSON', waiting({ payload: 'hello' })],
    ['errors that are no list', waiting({ errors: '{}' })],
    ['no attempt to make', waiting({ max_attempts: 0 })],
    ['all its attempts made and waiting', waiting({ attempt: 3 })],
    ['more attempts than it may make', running({ attempt: 4 })],
    ['fewer than no attempts', waiting({ attempt: -1 })],
    ['a time before time', waiting({ run_at: -1 })],
    ['an end while it waits', waiting({ finished_at: 3 })],
    ['a lease while it waits', waiting({ leased_by: 'x', lease_until: 9 })],
    ['a result while it waits', waiting({ result: '1' })],
    ['nobody who runs it', running({ leased_by: null })],
    ['no end of its lease', running({ lease_until: null })],
    ['no attempt while it runs', running({ attempt: 0 })],
    ['no start while it runs', running({ started_at: null })],
    ['an end while it runs', running({ finished_at: 3 })],
    ['a reason to wait while it runs', running({ waits_for: 'GPU' })],
    ['progress that is no JSON', running({ progress: 'half' })],
    ['done without an end', done({ finished_at: null })],
    ['done and still leased', done({ leased_by: 'x', lease_until: 9 })],
    ['done without an attempt', done({ attempt: 0 })],
    ['a failure without an error', failed({ errors: '[]' })],
    ['a failure with a result', failed({ result: '1' })],
    ['a failure without an end', failed({ finished_at: null })],
    ['cancelled without an end', cancelled({ finished_at: null })],
    ['cancelled with a result', cancelled({ result: '1' })],
    ['a text as a time', waiting({ run_at: 'tomorrow' })],
  ])('cannot have %s', (_what, row) => {
    expect(() => insert('jobs', row)).toThrow(/constraint failed|cannot store/);
  });

  it('shares its key with finished ones only, and with other kinds', () => {
    insert('jobs', done({ id: 'a', key: 'k' }));
    insert('jobs', failed({ id: 'b', key: 'k' }));
    insert('jobs', waiting({ id: 'c', key: 'k' }));
    insert('jobs', waiting({ id: 'd', key: 'k', kind: 'other' }));
    for (const row of [waiting({ id: 'e', key: 'k' }), running({ id: 'e', key: 'k' })])
      expect(() => insert('jobs', row)).toThrow('UNIQUE');
  });

  it('cannot wait for itself, or for one that is not there', () => {
    insert('jobs', waiting());
    expect(() => insert('job_dependencies', { job_id: 'a', after_id: 'a' })).toThrow('CHECK');
    expect(() => insert('job_dependencies', { job_id: 'a', after_id: 'b' })).toThrow('FOREIGN KEY');
  });
});

const out = (row: Row = {}): Row => ({
  job_id: 'a',
  step: 'generate',
  state: 'submitting',
  endpoint: 'runpod:x',
  request: '{}',
  started_at: 1,
  ...row,
});
const submitted = (row: Row = {}): Row => out({ state: 'submitted', remote_id: 'r1', ...row });
const replied = (row: Row = {}): Row =>
  out({ state: 'replied', reply: '{}', ended_at: 2, remote_id: 'r1', ...row });

describe('a request of a job', () => {
  beforeEach(() => insert('jobs', waiting()));

  it.each<[string, Row]>([
    ['one that is about to go out', out()],
    ['one that is out', submitted()],
    ['one that was answered', replied({ model: 'llama', cost_usd: 0.1, gpu_ms: 5, input_tokens: 1 })],
    ['one that was answered at once', replied({ remote_id: null })],
    ['one whose answer was of no use', replied({ state: 'discarded' })],
    ['one that failed', submitted({ state: 'failed', fault: 'no', ended_at: 2 })],
    ['one that expired', submitted({ state: 'gone', ended_at: 2 })],
    ['one that may have arrived', out({ state: 'lost', fault: 'killed', ended_at: 2 })],
    ['one that nobody waits for', submitted({ state: 'abandoned', ended_at: 2 })],
    ['one that was taken back', submitted({ state: 'cancelled', ended_at: 2 })],
  ])('may be %s', (_what, row) => {
    insert('job_requests', row);
    expect(desk.db.prepare('SELECT count(*) FROM job_requests').pluck().get()).toBe(1);
  });

  it.each<[string, Row]>([
    ['a state nobody knows', out({ state: 'sent' })],
    ['an id before it is out', out({ remote_id: 'r1' })],
    ['no id while it is out', submitted({ remote_id: null })],
    ['an end while it is out', submitted({ ended_at: 2 })],
    ['an answer while it is out', submitted({ reply: '{}' })],
    ['a cost without an answer', submitted({ cost_usd: 1 })],
    ['tokens without an answer', submitted({ output_tokens: 1 })],
    ['no answer when it was answered', replied({ reply: null })],
    ['an answer that is no JSON', replied({ reply: 'hello' })],
    ['a negative cost', replied({ cost_usd: -1 })],
    ['no end when it was answered', replied({ ended_at: null })],
    ['a failure without a fault', submitted({ state: 'failed', ended_at: 2 })],
    ['a fault without a failure', submitted({ fault: 'no' })],
    ['an id that was lost', out({ state: 'lost', fault: 'killed', ended_at: 2, remote_id: 'r1' })],
    ['nothing to take back', out({ state: 'abandoned', ended_at: 2 })],
    ['a job that is not there', out({ job_id: 'b' })],
  ])('cannot have %s', (_what, row) => {
    expect(() => insert('job_requests', row)).toThrow('constraint failed');
  });

  it('is the only one of its step that is alive', () => {
    insert('job_requests', submitted({ state: 'gone', ended_at: 2 }));
    insert('job_requests', replied({ state: 'discarded' }));
    insert('job_requests', replied());
    expect(() => insert('job_requests', out())).toThrow('UNIQUE');
    insert('job_requests', out({ step: 'repair' }));
  });
});
