import { z } from 'zod';

/** As much of an entry of a package-lock.json (version 3) as is read here. */
export const lockedSchema = z.object({
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});

/** An entry without `integrity`: npm checks one only where the lock holds it. */
export interface PlatformEntry {
  readonly version: string;
  readonly cpu?: readonly string[];
  readonly dev?: true;
  readonly libc?: readonly string[];
  readonly optional: true;
  readonly os?: readonly string[];
}

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];

/** The entries, by their key in `packages`, of optional dependencies on an exact version that the lock names but lacks. */
export function findMissingEntries(
  packages: Readonly<Record<string, z.infer<typeof lockedSchema>>>,
): Record<string, PlatformEntry> {
  const missing: Record<string, PlatformEntry> = {};
  for (const [key, locked] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(locked.optionalDependencies ?? {})) {
      if (!/^\d+\.\d+\.\d+/.test(version) || holds(packages, key, name)) continue;
      const { cpu, libc, os } = platformOf(name);
      missing[`node_modules/${name}`] = {
        version,
        ...(cpu === undefined ? {} : { cpu: [cpu] }),
        ...(locked.dev === true ? { dev: true } : {}),
        ...(libc === undefined ? {} : { libc: [libc] }),
        optional: true,
        ...(os === undefined ? {} : { os: [os] }),
      };
    }
  }
  return missing;
}

/** The system, processor and C library that a platform package's name tells, so that other platforms never fetch it. */
export function platformOf(name: string): Record<'os' | 'cpu' | 'libc', string | undefined> {
  const words = name.split(/[-/]/);
  const library = /^(musl|gnu)/.exec(words.at(-1) ?? '')?.[1];
  return {
    libc:
      words.includes('linux') && library !== undefined ? { musl: 'musl', gnu: 'glibc' }[library] : undefined,
    os: SYSTEMS.find((system) => words.includes(system)),
    cpu: PROCESSORS.find((processor) => words.includes(processor)),
  };
}

/** Node's own lookup: beside the package that asks, then in every folder above. */
function holds(packages: Readonly<Record<string, unknown>>, from: string, name: string): boolean {
  for (
    let folder = from;
    folder !== '';
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))
  ) {
    if (`${folder}/node_modules/${name}` in packages) return true;
  }
  return `node_modules/${name}` in packages;
}
