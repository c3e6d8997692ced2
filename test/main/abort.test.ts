import { expect, it } from 'vitest';
import { piecesOf, unlessAborted } from '../../src/main/abort.ts';

const never = new Promise<never>(() => undefined);

it('gives the result of work that ends, and the reason when it is to be left', async () => {
  const stopping = new AbortController();
  await expect(unlessAborted(Promise.resolve(1), stopping.signal)).resolves.toBe(1);
  const left = unlessAborted(never, stopping.signal);
  stopping.abort(new Error('enough'));
  await expect(left).rejects.toThrow('enough');
  await expect(unlessAborted(never, stopping.signal)).rejects.toThrow('enough');
});

it('reads a body piece by piece, and lets go of it when it is left in the middle of a silence', async () => {
  const stopping = new AbortController();
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Uint8Array.of(1)),
    cancel: () => {
      cancelled = true;
    },
  });
  const pieces: Uint8Array[] = [];
  const reading = (async () => {
    for await (const piece of piecesOf(body, stopping.signal)) {
      pieces.push(piece);
      setTimeout(() => stopping.abort(new Error('enough')), 0);
    }
  })();
  await expect(reading).rejects.toThrow('enough');
  expect(pieces).toEqual([Uint8Array.of(1)]);
  expect(cancelled).toBe(true);
});
