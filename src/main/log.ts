/** Structured log lines. Fields never hold message texts, names or keys: ids, counts, codes and times only. */
export interface Log {
  debug(fields: object, what: string): void;
  info(fields: object, what: string): void;
  warn(fields: object, what: string): void;
  error(fields: object, what: string): void;
  /** A log that adds these fields to each of its lines (one id per reply through all its lines). */
  child(fields: object): Log;
}
