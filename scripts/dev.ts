// npm run dev: the app with hot reload. Arguments after `--` go to the app, but for --retry.
import { prepareElectron, withDisplay } from './electron/runtime.ts';
import { exitWith } from './ending.ts';
import { toolPath } from './project.ts';
import { runVisibly } from './process.ts';

const appArgs = process.argv.slice(2).filter((arg) => arg !== '--retry');

await exitWith(async () => {
  const electron = await prepareElectron({ retry: process.argv.includes('--retry') });
  const vite = [process.execPath, toolPath('electron-vite', 'bin', 'electron-vite.js'), 'dev', '--watch'];
  const { command, args } = withDisplay(electron, [...vite, '--', ...electron.flags, ...appArgs]);
  return runVisibly(command, args, { env: { ...electron.env, ELECTRON_EXEC_PATH: electron.executable } });
});
