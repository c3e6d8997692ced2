/** The shared libraries that `ldd` could not find, in its order, each once. */
export function parseMissingLibraries(lddOutput: string): string[] {
  const missing = [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
  return [...new Set(missing)];
}

/** What a system still needs before Electron can open a window on it. */
export interface Needs {
  readonly libraries: readonly string[];
  /** True where there is neither a display nor `xvfb-run` to make one. */
  readonly display: boolean;
}

/** What Electron links against on Debian 12; Debian 13 and Ubuntu 24.04 renamed those marked here. */
const LIBRARY_PACKAGES = [
  { name: 'libgtk-3-0', renamed: true },
  { name: 'libnss3', renamed: false },
  { name: 'libasound2', renamed: true },
  { name: 'libgbm1', renamed: false },
  { name: 'libxss1', renamed: false },
  { name: 'libatk-bridge2.0-0', renamed: true },
  { name: 'libcups2', renamed: true },
  { name: 'libdrm2', renamed: false },
] as const;
/** `xvfb-run` calls xauth, which the xvfb package only recommends. */
const DISPLAY_PACKAGES = ['xvfb', 'xauth'] as const;

/** Debian packages for what is missing; `osRelease` is the text of /etc/os-release. */
export function packagesFor(needs: Needs, osRelease: string): string[] {
  const t64 = hasRenamedPackages(osRelease);
  const libraries = LIBRARY_PACKAGES.map(({ name, renamed }) => (renamed && t64 ? `${name}t64` : name));
  return [...(needs.libraries.length > 0 ? libraries : []), ...(needs.display ? DISPLAY_PACKAGES : [])];
}

function hasRenamedPackages(osRelease: string): boolean {
  const id = /^ID="?([a-z]+)"?$/m.exec(osRelease)?.[1];
  const version = Number(/^VERSION_ID="?([\d.]+)"?$/m.exec(osRelease)?.[1] ?? Number.NaN);
  return (id === 'debian' && version >= 13) || (id === 'ubuntu' && version >= 24);
}

/** The words for a person whose system lacks something, with the command that brings it. */
export function describeNeeds(needs: Needs, packages: readonly string[]): string {
  const lines = [
    ...(needs.libraries.length > 0
      ? [`Electron needs libraries that are missing here: ${needs.libraries.join(', ')}.`]
      : []),
    ...(needs.display ? ['There is no display (DISPLAY is not set), and xvfb-run is not installed.'] : []),
    'On Debian and Ubuntu this command brings what is missing:',
    `  sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`,
  ];
  return lines.join('\n');
}
