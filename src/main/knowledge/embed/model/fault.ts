import type { ModelFault } from '../../../../shared/embedder.ts';

/** Why a model cannot be had or used: a code the screen translates, and words for log and command line. */
export class ModelError extends Error {
  readonly fault: ModelFault;

  constructor(fault: ModelFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ModelError';
    this.fault = fault;
  }
}

/** Whether trying again soon may help: the network broke or the hub is busy. */
export function isPassing(error: unknown): boolean {
  return error instanceof ModelError && (error.fault === 'no_network' || error.fault === 'refused');
}

/** What a disk says, in words. Other errors pass as they are. */
export function diskError(error: unknown, folder: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof ModelError || code === undefined) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new ModelError('no_space', `There is no room left in ${folder}. Free some and try again.`, {
      cause: error,
    });
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR', 'EBUSY'].includes(code))
    return new ModelError('folder', `${folder} cannot be written (${code}). Check its permissions.`, {
      cause: error,
    });
  return error;
}
