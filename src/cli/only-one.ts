import { CliError, exitCodes } from './exit.ts';

interface Wanted {
  /** What a person typed. */
  readonly wanted: string;
  readonly kind: 'job' | 'run' | 'waiting item' | 'night' | 'proposal';
  /** The command that shows which there are. */
  readonly listedBy: string;
}

/** The only one of the ids that fit what a person typed. Throws CliError `not_found`, and `ambiguous` where several do. */
export function onlyOne(found: readonly string[], { wanted, kind, listedBy }: Wanted): string {
  const [id] = found;
  if (id === undefined) {
    const hint = `\`${listedBy}\` shows which there are.`;
    throw new CliError('not_found', exitCodes.notFound, `There is no ${kind} "${wanted}". ${hint}`);
  }
  if (found.length === 1) return id;
  const hint = 'Give more of the id.';
  throw new CliError('ambiguous', exitCodes.usage, `"${wanted}" fits ${found.length} ${kind}s. ${hint}`);
}
