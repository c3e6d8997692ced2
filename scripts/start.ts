// npm start: builds what changed, then opens the app. Arguments after `--` go to the app, but for --retry.
import { prepareElectron, withDisplay } from './electron/runtime.ts';
import { exitWith } from './ending.ts';
import { buildIfStale } from './freshness.ts';
import { projectDir } from './project.ts';
import { runVisibly } from './process.ts';

const appArgs = process.argv.slice(2).filter((arg) => arg !== '--retry');

await exitWith(async () => {
  const [electron] = await Promise.all([
    prepareElectron({ retry: process.argv.includes('--retry') }),
    buildIfStale(),
  ]);
  const { command, args } = withDisplay(electron, [
    electron.executable,
    ...electron.flags,
    projectDir,
    ...appArgs,
  ]);
  return runVisibly(command, args, { env: electron.env });
});
