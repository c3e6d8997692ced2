import { z } from 'zod';
import type { LlamaFaultCode } from '../../shared/endpoint.ts';
import { adviceFor, LlamaFault } from './fault.ts';

const errorSchema = z.union([
  z.object({ error: z.union([z.string(), z.record(z.string(), z.unknown())]) }),
  // An error of a route of vLLM, as images up to v2.9 hand it on.
  z.object({ object: z.literal('error'), message: z.string() }),
]);

/** Whether a part of an answer is an error instead. */
export function isError(part: unknown): boolean {
  return errorSchema.safeParse(part).success;
}

/**
 * The fault behind what a server says went wrong: a text, JSON in a text, or an object. Its words are read and never passed
 * on, since they may quote the prompt; the name of the error is.
 */
export function faultOfWords(error: unknown, who: string): LlamaFault {
  const words = (typeof error === 'string' ? error : (JSON.stringify(error) ?? '')).slice(0, 20_000);
  const code = codeOf(words);
  const name = nameOf(words);
  return new LlamaFault(
    code,
    `${who} reported an error${name === null ? '' : ` (${name})`}. ${adviceFor[code]}`,
  );
}

/** Servers say in their own words that a prompt is longer than the model reads. */
export function isTooLong(words: string): boolean {
  return /context (length|size|window)|maximum context|max_model_len|prompt is too long|too many tokens/i.test(
    words.slice(0, 20_000),
  );
}

function codeOf(words: string): LlamaFaultCode {
  if (isTooLong(words)) return 'too_large';
  if (/HTTP 40[13]\b|unauthori[sz]ed|gated repo/i.test(words)) return 'unauthorized';
  if (/HTTP 404|model .{0,200}(does not exist|not found)|NotFoundError/is.test(words)) return 'not_found';
  if (/HTTP 429/.test(words)) return 'rate_limited';
  if (/HTTP 503|loading model|overloaded/i.test(words)) return 'busy';
  if (/HTTP 4\d\d|BadRequestError|validation error|unexpected keyword/i.test(words)) return 'refused';
  if (/timed? ?out|TimeoutError/i.test(words)) return 'timeout';
  return 'worker_failed';
}

/** The name of a Python error: a word of a program, never of a prompt. */
function nameOf(words: string): string | null {
  const found =
    /<class '([\w.]{1,80})'>|\b((?:[a-z_]\w{0,30}\.){0,4}[A-Z]\w{0,40}(?:Error|Exception))\b/.exec(words);
  return found?.[1] ?? found?.[2] ?? null;
}
