import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const cruiser = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A tree of its own with the project's rules, so that a rule can be seen to fire. */
function treeOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiwa-zones-'));
  folders.push(folder);
  cpSync(join(root, '.dependency-cruiser.cjs'), join(folder, '.dependency-cruiser.cjs'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Names of the rules that are violated in a tree. */
function violatedRules(folder: string): Promise<string[]> {
  const args = [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 28 }, (error, stdout) => {
      if (stdout === '') return reject(error ?? new Error('dependency-cruiser printed nothing'));
      const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
      resolve([...new Set(summary.violations.map((violation) => violation.rule.name))]);
    });
  });
}

const llama = { 'src/main/llama/runpod.ts': 'export const run = 1;\n' };

describe('the import zones', () => {
  it('hold in the product', { timeout: 60_000 }, async () => {
    expect(await violatedRules(root)).toEqual([]);
  });

  it('refuse a chat that imports llama', async () => {
    const tree = treeOf({
      ...llama,
      'src/main/chat/reply.ts': "import { run } from '../llama/runpod.ts';\nrun;\n",
    });
    expect(await violatedRules(tree)).toContain('chat-never-reaches-llama');
  });

  it('refuse a chat that reaches llama by way of others, types included', async () => {
    const tree = treeOf({
      ...llama,
      'src/main/jobs/queue.ts': "export type { run } from '../llama/runpod.ts';\n",
      'src/main/chat/reply.ts':
        "import type { run } from '../jobs/queue.ts';\nexport type Run = typeof run;\n",
    });
    expect(await violatedRules(tree)).toContain('chat-never-reaches-llama');
  });

  it('refuse a chat that reaches the kinds of jobs, and a queue that knows the product', async () => {
    const tree = treeOf({
      'src/main/knowledge/search.ts': 'export const find = 1;\n',
      'src/main/jobs/kinds/generate.ts': 'export const generate = 1;\n',
      'src/main/jobs/queue.ts': "export type { generate } from './kinds/generate.ts';\n",
      'src/main/jobs/worker.ts': "import { find } from '../knowledge/search.ts';\nfind;\n",
      'src/main/chat/reply.ts':
        "import type { generate } from '../jobs/queue.ts';\nexport type Made = typeof generate;\n",
    });
    expect(await violatedRules(tree)).toEqual(
      expect.arrayContaining(['chat-never-reaches-job-kinds', 'jobs-zone']),
    );
  });

  it('refuse a renderer that reaches into the main process, and a cycle', async () => {
    const tree = treeOf({
      'src/main/core.ts': "import { b } from './b.ts';\nexport const a = b;\n",
      'src/main/b.ts': "import { a } from './core.ts';\nexport const b = a;\n",
      'src/renderer/app.tsx': "import { a } from '../main/core.ts';\na;\n",
    });
    expect(await violatedRules(tree)).toEqual(expect.arrayContaining(['renderer-zone', 'no-cycles']));
  });
});
