import { once } from 'node:events';
import { join } from 'node:path';
import pino from 'pino';
import openRollingFile from 'pino-roll';
import type { Log } from './log.ts';

type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface LogFileOptions {
  /** Made when missing. */
  readonly dir: string;
  readonly level: LogLevel;
  /** Bytes after which the next file begins. */
  readonly maxBytes?: number;
  /** Older files that stay beside the current one. */
  readonly keep?: number;
}

export interface LogFile {
  readonly log: Log;
  /** Holds for every log made from this one, before and after. */
  readonly setLevel: (level: LogLevel) => void;
  /** Writes what is waiting and closes the file; what is logged later goes nowhere. */
  readonly close: () => Promise<void>;
}

const MAX_BYTES = 5_000_000;
const KEEP = 4;

/** Fields that would hold what a client wrote, who it is, or a key. Nobody should log them; if somebody does, they are cut. */
const SECRET = [
  'text',
  'originalText',
  'name',
  'addressAs',
  'value',
  'quote',
  'note',
  'query',
  'prompt',
  'system',
  'messages',
  'content',
  'input',
  'output',
  'apiKey',
  'key',
  'token',
  'authorization',
  'Authorization',
];

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

/**
 * Opens the log of a data folder: JSON lines in `jiwa.<number>.log`, a new file after `maxBytes`, the oldest removed.
 * A disk that is full or gone stops the log, never the product.
 */
export async function openLog(options: LogFileOptions): Promise<LogFile> {
  const file = await openRollingFile({
    file: join(options.dir, 'jiwa'),
    extension: '.log',
    size: `${options.maxBytes ?? MAX_BYTES}b`,
    limit: { count: options.keep ?? KEEP, removeOtherLogFiles: true },
    mkdir: true,
  });
  file.on('error', () => undefined);
  const logger = pino(
    {
      level: 'debug',
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: SECRET.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
    },
    file,
  );
  const gate = { level: LEVELS.indexOf(options.level), isOpen: true };
  return {
    log: throughGate(logger, gate),
    setLevel: (level) => {
      gate.level = LEVELS.indexOf(level);
    },
    close: async () => {
      if (!gate.isOpen) return;
      gate.isOpen = false;
      if (file.destroyed) return;
      const closed = once(file, 'close').catch(() => undefined);
      file.end();
      await closed;
    },
  };
}

/** One level for all logs that come from one file, also for those that were made before it changed. */
function throughGate(logger: pino.Logger, gate: { level: number; isOpen: boolean }): Log {
  const at = (level: LogLevel) => (fields: object, what: string) => {
    if (gate.isOpen && LEVELS.indexOf(level) >= gate.level) logger[level](fields, what);
  };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: (fields) => throughGate(logger.child({ ...fields }), gate),
  };
}
