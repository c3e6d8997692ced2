import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readPlan } from '../../../../src/main/knowledge/generate/plan.ts';
import { insightCategories } from '../../../../src/shared/insight.ts';
import { signalLanguages } from '../../../../src/shared/language.ts';

const own = join(import.meta.dirname, '..', '..', '..', '..', 'resources', 'knowledge-plan');

/** The product's plan with one table changed. */
function planWith(table: string, change: (text: string) => string): string {
  const dir = mkdtempSync(join(tmpdir(), 'jiwa-plan-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  cpSync(own, dir, { recursive: true });
  const file = join(dir, `${table}.tsv`);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  return dir;
}

it('the plan has cells enough for thousands, in every category and every language', () => {
  const { cells } = readPlan(own);
  expect(cells.length).toBeGreaterThan(1_000);
  expect(new Set(cells.map(({ category }) => category))).toEqual(new Set(insightCategories));
  expect(new Set(cells.map(({ language }) => language))).toEqual(new Set(signalLanguages));
});

it('a line that is added is read, and changes the version', () => {
  const line = 'a_wedding_abroad\tfamily calendar\tmarrying in a third country\n';
  const changed = readPlan(planWith('situations', (text) => text + line));
  const before = readPlan(own);
  expect(changed.cells.length).toBe(before.cells.length + 2 * 16);
  expect(changed.version).not.toBe(before.version);
});

it.each([
  [
    'situations',
    (text: string) => `${text}x y\ttrust\tsomething\n`,
    /situations\.tsv, line 42: situation must be/,
  ],
  ['situations', (text: string) => `${text}late\tlateness\tsomething\n`, /situations\.tsv, line 42/],
  [
    'cultures',
    (text: string) => `${text}french\tfr\tclients from France\n`,
    /cultures\.tsv, line 18: language/,
  ],
  ['cultures', (text: string) => `${text}balinese\tban\tagain\n`, /stands there twice/],
  ['categories', (text: string) => text.replace(/^health.*\n/m, ''), /says nothing of health/],
] as const)('a slip in %s is told with its place', (table, change, said) => {
  expect(() => readPlan(planWith(table, change))).toThrow(said);
});
