import { readdirSync, readFileSync } from 'node:fs';

const KILOBYTES = 1024;

/**
 * Memory of a process and all below it in MB (2^20 bytes): the proportional share (PSS) where the system tells it, so that shared
 * libraries count once, else the resident size. Linux only: throws where there is no /proc.
 */
export function residentMegabytes(pid: number): number {
  return withDescendants(pid).reduce((sum, each) => sum + kilobytesOf(each), 0) / KILOBYTES;
}

function withDescendants(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(Number(name)) }));
  const found = [root];
  for (const pid of found)
    found.push(...parents.filter(({ parent }) => parent === pid).map(({ pid }) => pid));
  return found;
}

function parentOf(pid: number): number | null {
  const status = read(`/proc/${pid}/status`);
  return Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1] ?? Number.NaN) || null;
}

function kilobytesOf(pid: number): number {
  const share = /^Pss:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1];
  const resident = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1];
  return Number(share ?? resident ?? 0);
}

/** Empty for a process that has ended meanwhile, and for files that may not be read. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
