import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the worker that is started next does; a worker beyond the plan is a good one. */
export type Way =
  | 'good'
  | 'stuckLoading'
  | 'stuckAtWord'
  | 'stuckAtText'
  | 'lateAtText'
  | 'diesLoading'
  | 'diesIdle'
  | 'diesAtText';

/** A worker without a model, started with a folder that holds its plan. Its vectors are two numbers: which worker it is, and a text's length. */
function serve(dir: string): void {
  const plan = JSON.parse(readFileSync(join(dir, 'plan.json'), 'utf8')) as Way[];
  appendFileSync(join(dir, 'pids'), `${process.pid}\n`);
  const turn = readFileSync(join(dir, 'pids'), 'utf8').trim().split('\n').length;
  const way = plan[turn - 1] ?? 'good';
  let asked = 0;
  process.once('disconnect', () => process.exit());
  process.on('message', ({ id, text }: { id: number; text: string }) => {
    const answer = () => process.send?.({ kind: 'vector', id, vector: Float32Array.of(turn, text.length) });
    const isWord = asked++ === 0;
    if (isWord && way === 'stuckAtWord') stickFast();
    if (!isWord && way === 'stuckAtText') stickFast();
    if (!isWord && way === 'diesAtText') process.exit(3);
    if (!isWord && way === 'lateAtText') setTimeout(answer, 1_500);
    else answer();
    if (way === 'diesIdle') setTimeout(() => process.exit(4), 20);
  });
  if (way === 'stuckLoading') stickFast();
  if (way === 'diesLoading') process.exit(2);
  process.send?.({ kind: 'loaded' });
}

/** Nothing in this process goes on from here. */
function stickFast(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

if (process.send && process.argv[2] !== undefined) serve(process.argv[2]);
