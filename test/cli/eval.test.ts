import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { collect, openTestDesk, type TestDesk } from './jiwa.ts';

vi.setConfig({ testTimeout: 120_000 });

const jsonl = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const insights = [
  {
    id: 'shy-about-asking',
    text: 'Feels exposed when asking: needs warmth first',
    category: 'feelings',
    language: 'id',
    triggers: ['aku malu nanya', 'sungkan mau tanya'],
  },
  {
    id: 'fear-of-a-scam',
    text: 'Fears being cheated: often an earlier bad experience',
    category: 'trust',
    language: 'it',
    triggers: ['non è una fregatura', 'posso fidarmi di voi'],
  },
];
// One found, one half found, one that nothing here is about, and one plain one.
const queries = [
  { text: 'aku malu nanya kak', lang: 'id', relevant: ['shy-about-asking'], kind: 'trigger' },
  {
    text: 'posso fidarmi di voi?',
    lang: 'it',
    relevant: ['fear-of-a-scam', 'shy-about-asking'],
    kind: 'both',
  },
  { text: 'zzz qqq', lang: 'en', relevant: ['fear-of-a-scam'], kind: 'hopeless' },
  { text: 'Quanto costa il KITAS?', lang: 'it', relevant: [], kind: 'plain' },
];
const intents = [
  {
    intent: 'office-hours',
    variations: ['Jam buka kantor?', 'A che ora apre il vostro ufficio?', 'What are your office hours?'],
  },
];
const tests = [
  { text: 'What are your office hours?', lang: 'en', intent: 'office-hours', kind: 'same' },
  { text: 'Mi hanno rubato il cane ieri sera', lang: 'it', intent: null, kind: 'off_topic' },
];

/** A desk with a folder for temporary files of its own, and the sets beside it. */
function openEvalDesk(): TestDesk & { readonly tempDir: string; readonly file: (name: string) => string } {
  const tempDir = 'tmp';
  const desk = openTestDesk();
  const inDesk = (name: string) => join(desk.dataDir, name);
  mkdirSync(inDesk(tempDir));
  for (const [name, rows] of Object.entries({ insights, queries, intents, tests }))
    writeFileSync(inDesk(`${name}.jsonl`), jsonl(rows));
  const env = { TMPDIR: inDesk(tempDir) };
  return {
    ...desk,
    tempDir: inDesk(tempDir),
    file: (name) => inDesk(`${name}.jsonl`),
    jiwa: (args, options) => desk.jiwa(args, { ...options, env }),
    start: (args, options) => desk.start(args, { ...options, env }),
  };
}

const retrievalArgs = ({ file }: ReturnType<typeof openEvalDesk>) => [
  'eval',
  'retrieval',
  '--insights',
  file('insights'),
  '--queries',
  file('queries'),
];

const answersArgs = ({ file }: ReturnType<typeof openEvalDesk>) => [
  'eval',
  'answers',
  '--intents',
  file('intents'),
  '--tests',
  file('tests'),
];

describe('eval retrieval', () => {
  it('prints the figures of the set alone, each kind and language apart, and leaves nothing behind', async () => {
    const desk = openEvalDesk();
    const before = readdirSync(desk.dataDir);
    const ran = await desk.jiwa([...retrievalArgs(desk), '--json']);
    expect(ran.code).toBe(0);
    // Recall 1, 1/2, 0 over three; ranks 1, 1, 0; the starter pack would have found more.
    expect(ran.json()).toMatchObject({
      n: 4,
      recallAt5: 0.5,
      mrrAt10: 0.6667,
      silentOnPlain: 1,
      byKind: {
        trigger: { n: 1, recallAt5: 1 },
        both: { n: 1, recallAt5: 0.5, silentOnPlain: null },
        hopeless: { recallAt5: 0 },
        plain: { recallAt5: null, mrrAt10: null, silentOnPlain: 1 },
      },
      byLanguage: { id: { n: 1 }, it: { n: 2, recallAt5: 0.5, silentOnPlain: 1 }, en: { n: 1 } },
      embedP50Ms: expect.any(Number),
      embedP95Ms: expect.any(Number),
      searchP50Ms: expect.any(Number),
      searchP95Ms: expect.any(Number),
    });
    expect(ran.json()).not.toHaveProperty('failures');
    expect(ran.stderr).toMatch(/the category "feelings" counts as /);
    expect(readdirSync(desk.tempDir)).toEqual([]);
    expect(readdirSync(desk.dataDir)).toEqual(before);
  });

  it('explains each failure with its candidates and what decided', async () => {
    const desk = openEvalDesk();
    const { stdout } = await desk.jiwa([...retrievalArgs(desk), '--explain']);
    expect(stdout).toContain('2 of 4 queries failed.');
    expect(stdout).toContain('line 2  both · it  wanted fear-of-a-scam, shy-about-asking');
    expect(stdout).toMatch(/✓ fear-of-a-scam +score 0\.\d+ +words \d\.\d+ +vectors .* +given/);
    const { failures } = (await desk.jiwa([...retrievalArgs(desk), '--explain', '--json'])).json() as {
      failures: object[];
    };
    expect(failures).toMatchObject([{ line: 2 }, { line: 3, found: [], candidates: expect.any(Array) }]);
  });

  it('names file and line of what is wrong, also in JSON, and leaves nothing behind', async () => {
    const desk = openEvalDesk();
    writeFileSync(desk.file('queries'), `${JSON.stringify(queries[0])}\n{"text":\n`);
    const ran = await desk.jiwa([...retrievalArgs(desk), '--json']);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(`${desk.file('queries')} line 2: is not JSON`);
    expect(ran.json()).toMatchObject({ error: { code: 'bad_input' } });
    expect(readdirSync(desk.tempDir)).toEqual([]);
  });

  it('interrupted with Ctrl+C says so and removes its folder', async () => {
    const desk = openEvalDesk();
    const many = Array.from({ length: 200_000 }, (_, at) => ({
      text: `halo ${at}`,
      lang: 'id',
      relevant: [],
    }));
    writeFileSync(desk.file('queries'), jsonl(many));
    const child = desk.start(retrievalArgs(desk));
    const ended = collect(child);
    await vi.waitFor(() => expect(readdirSync(desk.tempDir)).toHaveLength(1), { timeout: 60_000 });
    child.kill('SIGINT');
    const { code, stdout, stderr } = await ended;
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toContain('Interrupted');
    expect(readdirSync(desk.tempDir)).toEqual([]);
  });
});

describe('eval answers', () => {
  it('serves intents that came without answers, and prints the figures', async () => {
    const desk = openEvalDesk();
    const ran = await desk.jiwa([...answersArgs(desk), '--json']);
    expect(ran.json()).toMatchObject({
      n: 2,
      hitRate: 1,
      accuracyOfHits: 1,
      falseHitRate: 0,
      byKind: { same: { n: 1, hitRate: 1, falseHitRate: null }, off_topic: { hitRate: null } },
      byLanguage: { en: { n: 1 }, it: { n: 1, falseHitRate: 0 } },
      p50Ms: expect.any(Number),
      p95Ms: expect.any(Number),
    });
    expect(readdirSync(desk.tempDir)).toEqual([]);
  });

  it('explains each failure with the gates that stopped it', async () => {
    const desk = openEvalDesk();
    const text = 'What are your office hours if I was deported in 2019?';
    writeFileSync(desk.file('tests'), jsonl([{ text, lang: 'en', intent: 'office-hours' }]));
    const { stdout } = await desk.jiwa([...answersArgs(desk), '--explain']);
    expect(stdout).toContain('1 of 1 messages failed.');
    expect(stdout).toContain('wanted office-hours, nothing was served');
    expect(stdout).toMatch(/✓ office-hours +score 0\.\d+ +words 0\.\d+ +vectors 0\.\d+ +stopped by/);
  });

  it('prints a table whose columns stand under their headings', async () => {
    const desk = openEvalDesk();
    const { stdout } = await desk.jiwa(answersArgs(desk));
    const [headings = '', all = ''] = stdout.split('\n');
    expect(headings).toMatch(/^ +n {2}hit rate {2}accuracy of hits {2}false hits +p50 +p95$/);
    expect(all.length).toBe(headings.length);
  });
});

describe('eval redaction', () => {
  it('prints recall, precision and each type, and what failed where it is wanted', async () => {
    const desk = openEvalDesk();
    const rows = [
      {
        id: 'a',
        messages: [{ role: 'client', text: 'Mi chiamo Giulia, hp 0812 3456 7890, chiave xyzzy', at: 1 }],
        pii: [
          { text: 'Giulia', type: 'name' },
          { text: 'xyzzy', type: 'secret' },
        ],
      },
    ];
    writeFileSync(desk.file('conversations'), jsonl(rows));
    const args = ['eval', 'redaction', '--conversations', desk.file('conversations')];
    const ran = await desk.jiwa([...args, '--json']);
    expect(ran.code).toBe(0);
    expect(ran.json()).toMatchObject({
      recall: 0.5,
      precision: 0.5,
      byType: { name: { n: 1, recall: 1 }, secret: { n: 1, recall: 0 } },
    });
    const { stdout } = await desk.jiwa([...args, '--explain']);
    expect(stdout).toMatch(/all +2 +0\.500 +0\.500/);
    expect(stdout).toMatch(/line 1 +leaked +secret +“xyzzy”/);
    expect(stdout).toMatch(/line 1 +hidden for nothing +phone/);
  });
});
