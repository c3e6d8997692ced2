import { toolPath } from '../project.ts';
import { sumCounts, type Counts } from './counts.ts';
import { runStep, type Step } from './steps.ts';

const CHECKS: readonly Step[] = [
  { title: 'lint', args: [toolPath('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings'] },
  { title: 'format', args: [toolPath('oxfmt', 'bin', 'oxfmt'), '--check'] },
  { title: 'types', args: [toolPath('typescript', 'bin', 'tsc'), '--noEmit'] },
  { title: 'dead code', args: [toolPath('knip', 'bin', 'knip.js')] },
  {
    title: 'import zones',
    args: [
      toolPath('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'src',
    ],
  },
];

/** Runs every check, also after one failed. */
export async function runChecks(): Promise<Counts> {
  process.stdout.write('Checks\n');
  const counts: Counts[] = [];
  for (const check of CHECKS) counts.push(await runStep(check));
  return sumCounts(counts);
}
