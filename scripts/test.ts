// npm test: all that the gate runs. It goes on to the end after a failure, and its last line says what it counted.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { exitWith } from './ending.ts';
import { runChecks } from './gate/checks.ts';
import { closingLine, countPlaywright, countVitest, sumCounts, type Counts } from './gate/counts.ts';
import { runStep, runTests } from './gate/steps.ts';
import { cacheDir, projectDir, toolPath } from './project.ts';

const reportDir = join(cacheDir, 'reports');
const vitestReport = join(reportDir, 'vitest.json');
const playwrightReport = join(reportDir, 'playwright.json');

function runVitest(): Promise<Counts> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`];
  const args = [toolPath('vitest', 'vitest.mjs'), 'run', ...reporters];
  return runTests({ title: 'Unit and integration tests', args, report: vitestReport }, countVitest);
}

function runPlaywright(): Promise<Counts> {
  const args = [join(projectDir, 'scripts', 'e2e.ts'), '--reporter=list,json'];
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport };
  return runTests({ title: 'End-to-end tests', args, report: playwrightReport, env }, countPlaywright);
}

await exitWith(async () => {
  mkdirSync(reportDir, { recursive: true });
  const checks = await runChecks();
  const unit = await runVitest();
  const build = await runStep({
    title: 'build',
    args: [toolPath('electron-vite', 'bin', 'electron-vite.js'), 'build'],
  });
  const endToEnd = await runPlaywright();
  const total = sumCounts([checks, unit, build, endToEnd]);
  process.stdout.write(`\n${closingLine(total)}\n`);
  return total.failed === 0 ? 0 : 1;
});
