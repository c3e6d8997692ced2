import { fork } from 'node:child_process';
import type { WorkerAnswer, WorkerRequest } from './worker-protocol.ts';

export interface WorkerParts {
  /** The worker's code: a source, or a bundle. */
  readonly file: string;
  /** The folder of the model. */
  readonly dir: string;
}

interface Listeners {
  readonly onAnswer: (answer: WorkerAnswer) => void;
  /** The process is gone, or could not be started. Not told of one that was killed. */
  readonly onDeath: (why: string) => void;
}

/** A running worker. */
export interface WorkerProcess {
  send(request: WorkerRequest): void;
  /** Whether it keeps this process from ending. */
  keep(isKept: boolean): void;
  /** Ends it at once, whatever state it is in. Resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts a worker: in a process of its own, because a thread that came to a standstill can be ended by nothing. */
export function startWorkerProcess({ file, dir }: WorkerParts, listeners: Listeners): WorkerProcess {
  const child = fork(file, [dir], {
    // Electron's own binary is Node then, and no second app.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    // A debugger's port is not the worker's.
    execArgv: [],
    serialization: 'advanced',
    // What a library prints may hold texts.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const stop = () => void child.kill('SIGKILL');
  let isKilled = false;
  // Whoever ends regularly takes a worker along that cannot hear of it any more.
  process.once('exit', stop);
  const gone = new Promise<void>((resolve) => {
    const end = (why: string) => {
      process.off('exit', stop);
      if (!isKilled) listeners.onDeath(why);
      isKilled = true;
      resolve();
    };
    child.once('exit', (code, signal) => end(`its process ended with ${signal ?? `code ${code}`}`));
    child.on('error', ({ message }) => {
      if (child.pid === undefined) end(message);
    });
  });
  child.on('message', (answer: WorkerAnswer) => {
    if (!isKilled) listeners.onAnswer(answer);
  });
  return {
    // One that cannot be written to is about to be gone, which is told.
    send: (request) => void child.send(request, () => undefined),
    keep(isKept) {
      for (const handle of [child, child.channel]) {
        if (isKept) handle?.ref();
        else handle?.unref();
      }
    },
    kill() {
      isKilled = true;
      // Who waits for its end must live to see it.
      child.ref();
      stop();
      return gone;
    },
  };
}
