/** The package carries no types of its own. Only what log-file.ts uses. */
declare module 'pino-roll' {
  import type { EventEmitter } from 'node:events';

  export interface RollingFile extends EventEmitter {
    readonly destroyed: boolean;
    write(line: string): boolean;
    /** Writes what waits, closes the file, then emits `close`. */
    end(): void;
  }

  export default function openRollingFile(options: {
    readonly file: string;
    readonly extension: string;
    /** `<number>b|k|m|g`. */
    readonly size: string;
    readonly limit: { readonly count: number; readonly removeOtherLogFiles: boolean };
    readonly mkdir: boolean;
  }): Promise<RollingFile>;
}
