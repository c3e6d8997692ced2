// npm run test:e2e: Playwright on the built app in the real Electron. Arguments go to Playwright.
import { testVariables } from './electron/for-tests.ts';
import { prepareElectron, withDisplay } from './electron/runtime.ts';
import { exitWith } from './ending.ts';
import { buildIfStale } from './freshness.ts';
import { toolPath } from './project.ts';
import { runVisibly } from './process.ts';

await exitWith(async () => {
  const [electron] = await Promise.all([prepareElectron(), buildIfStale()]);
  const playwright = [process.execPath, toolPath('playwright', 'cli.js'), 'test', ...process.argv.slice(2)];
  const { command, args } = withDisplay(electron, playwright);
  return runVisibly(command, args, { env: testVariables(electron) });
});
