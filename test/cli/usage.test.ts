import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { openTestDesk } from './jiwa.ts';

vi.setConfig({ testTimeout: 120_000 });

const commands = [
  ['client', 'add'],
  ['client', 'list'],
  ['client', 'show'],
  ['client', 'delete'],
  ['chat', 'send'],
  ['chat', 'end'],
  ['memory', 'show'],
  ['knowledge', 'import'],
  ['knowledge', 'export'],
  ['knowledge', 'list'],
  ['knowledge', 'search'],
  ['answers', 'import'],
  ['answers', 'export'],
  ['answers', 'match'],
  ['facts', 'import'],
  ['facts', 'list'],
  ['index', 'rebuild'],
  ['index', 'status'],
  ['endpoint', 'test'],
  ['eval', 'retrieval'],
  ['eval', 'answers'],
  ['doctor'],
];

describe('help', () => {
  it('names the commands, the environment and the exit codes, and opens nothing', async () => {
    const desk = openTestDesk();
    const { code, stdout } = await desk.jiwa(['--help']);
    expect(code).toBe(0);
    for (const word of [
      'client',
      'doctor',
      'JIWA_DATA_DIR',
      'ANTHROPIC_API_KEY',
      'JIWA_LLAMA_URL',
      'Exit codes',
    ])
      expect(stdout).toContain(word);
    expect(readdirSync(desk.dataDir)).toEqual([]);
  });

  it.each(commands.map((command) => [command.join(' '), command] as const))(
    'of %s has --json and an example',
    async (_title, command) => {
      const args = [...command, '--help'];
      const program = await buildProgram(args, { env: {}, platform: 'linux' });
      const output = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
      onTestFinished(() => output.mockRestore());
      await expect(program.parseAsync(args, { from: 'user' })).rejects.toMatchObject({ exitCode: 0 });
      const help = output.mock.calls.map(([text]) => String(text)).join('');
      expect(help).toContain('--json');
      expect(help).toContain(`$ npm run --silent jiwa -- ${command.join(' ')}`);
    },
  );
});

it('a file is named from where the command was typed, also when npm runs it in the folder of the project', async () => {
  const desk = openTestDesk();
  writeFileSync(join(desk.dataDir, 'none.jsonl'), '');
  const env = { npm_lifecycle_event: 'jiwa', INIT_CWD: desk.dataDir };
  const { code, stdout } = await desk.jiwa(['knowledge', 'import', 'none.jsonl'], { env });
  expect([code, stdout]).toEqual([0, 'Imported insights: 0 added, 0 changed, 0 as they were.\n']);
});

describe('wrong usage', () => {
  it.each([
    ['an unknown command', ['nonsense']],
    ['a group without a command', ['client']],
    ['a missing option', ['client', 'add', 'Mario']],
    ['a value that is none of the choices', ['client', 'add', 'Mario', '--language', 'fr']],
    ['two options that exclude each other', ['chat', 'send', '-c', 'M', '-t', 'x', '--direct', '--draft']],
    ['a number out of range', ['client', 'show', 'Mario', '--messages', '0']],
  ])('by %s ends with 2, says so on stderr, and opens nothing', async (_title, args) => {
    const desk = openTestDesk();
    const { code, stdout, stderr } = await desk.jiwa(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
    expect(existsSync(join(desk.dataDir, 'jiwa.db'))).toBe(false);
  });

  it('is one JSON document with --json', async () => {
    const { code, json } = await openTestDesk().jiwa(['client', 'add', 'Mario', '--json']);
    expect(code).toBe(2);
    expect(json()).toMatchObject({ error: { code: 'wrong_usage' } });
  });
});

describe('a data folder that cannot be used', () => {
  it('ends with 4 and says what to do when it is a file', async () => {
    const desk = openTestDesk();
    const file = join(desk.dataDir, 'a-file');
    writeFileSync(file, '');
    const { code, stderr } = await desk.jiwa(['client', 'list'], { env: { JIWA_DATA_DIR: file } });
    expect(code).toBe(4);
    expect(stderr).toContain('JIWA_DATA_DIR');
  });

  it('ends with 4 when the database is none, and leaves it as it was', async () => {
    const desk = openTestDesk();
    writeFileSync(
      join(desk.dataDir, 'jiwa.db'),
      'no database at all, but a text long enough to be read as one'.repeat(20),
    );
    const { code, stderr } = await desk.jiwa(['client', 'list', '--json']);
    expect(code).toBe(4);
    expect(stderr).toContain('backups');
  });
});

it('a reader that leaves early is no error', async () => {
  const child = openTestDesk().start(['knowledge', 'export']);
  let complaints = '';
  child.stderr?.on('data', (piece) => (complaints += String(piece)));
  child.stdin?.end();
  child.stdout?.destroy();
  const [code] = (await once(child, 'close')) as [number];
  expect(complaints).toBe('');
  expect(code).toBe(0);
});
