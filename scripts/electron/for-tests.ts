import { projectDir, projectEnv } from '../project.ts';

export interface ElectronLaunch {
  executablePath: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
}

/**
 * What Playwright's `_electron.launch` needs to start the built app: pass the result on as it is.
 * `appArgs` follow the app folder; `env` comes on top of this process's environment.
 * @throws outside `npm run test:e2e`, which chooses the Electron and gives the display.
 */
export function electronForTests(
  appArgs: readonly string[] = [],
  env: Record<string, string> = {},
): ElectronLaunch {
  const executablePath = process.env['JIWA_ELECTRON'];
  if (!executablePath) throw new Error('JIWA_ELECTRON is not set: start these tests with `npm run test:e2e`');
  const flags = (process.env['JIWA_ELECTRON_FLAGS'] ?? '').split(' ').filter((flag) => flag !== '');
  const own = Object.entries(projectEnv(env)).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    executablePath,
    args: [...flags, projectDir, ...appArgs],
    cwd: projectDir,
    env: Object.fromEntries(own),
  };
}

/** The variables that `electronForTests` reads, for the process that runs the tests. */
export function testVariables(electron: {
  readonly executable: string;
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}): Record<string, string> {
  return {
    ...electron.env,
    JIWA_ELECTRON: electron.executable,
    JIWA_ELECTRON_FLAGS: electron.flags.join(' '),
  };
}
