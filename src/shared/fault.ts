/**
 * What can go wrong with a reply, as the consultant reads it (translated by the renderer under `fault.<code>`).
 * The client's message is kept in every case.
 */
export const faultCodes = [
  'no_key',
  'invalid_key',
  'no_network',
  'rate_limited',
  'overloaded',
  'timed_out',
  'stalled',
  'stream_broken',
  'server_error',
  'bad_request',
  'refused',
  'out_of_tokens',
  'tool_loop',
  'interrupted',
  'internal',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** Errors that cross the bridge: `code` is translated, `message` says what was wrong, where, and what to do. */
export type ErrorCode =
  | 'bad_input'
  | 'not_found'
  | 'conflict'
  | 'data_folder_in_use'
  | 'database_from_future'
  | 'file_unreadable'
  | 'untrusted_sender'
  | 'embedder_unreachable'
  | 'internal';

/** Thrown by the core for what a user can understand and act on. */
export class DeskError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DeskError';
    this.code = code;
  }
}
