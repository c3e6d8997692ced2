// npm run screens: every screen of the real app, in both themes and three languages, into docs/screens/.
import { join } from 'node:path';
import { testVariables } from './electron/for-tests.ts';
import { prepareElectron, withDisplay } from './electron/runtime.ts';
import { exitWith } from './ending.ts';
import { buildIfStale } from './freshness.ts';
import { runVisibly } from './process.ts';
import { projectDir } from './project.ts';

await exitWith(async () => {
  const [electron] = await Promise.all([prepareElectron(), buildIfStale()]);
  const take = [
    process.execPath,
    join(projectDir, 'scripts', 'screens', 'take.ts'),
    ...process.argv.slice(2),
  ];
  const { command, args } = withDisplay(electron, take);
  return runVisibly(command, args, { env: testVariables(electron) });
});
