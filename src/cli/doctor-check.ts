/** One line of `doctor`. */
export interface Check {
  readonly name: string;
  /** `warn`: it works, less well. `fail`: it does not. */
  readonly state: 'ok' | 'warn' | 'fail';
  readonly finding: string;
  /** What a person can do about it; null when nothing is to be done. */
  readonly todo: string | null;
}

export function ok(name: string, finding: string): Check {
  return { name, state: 'ok', finding, todo: null };
}

export function warn(name: string, finding: string, todo: string): Check {
  return { name, state: 'warn', finding, todo };
}

export function fail(name: string, finding: string, todo: string): Check {
  return { name, state: 'fail', finding, todo };
}
