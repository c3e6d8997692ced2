import { insightPool, usualMishaps } from '../simulators/insight-pool.ts';
import { startLlamaServer } from '../simulators/llama-server.ts';

/** A server with a model of insights, in a process of its own; each answer takes as many ms as the first argument says. */
const pool = insightPool({ mishaps: usualMishaps });
const server = await startLlamaServer({ answer: pool.answer, delayMs: Number(process.argv[2]) });
process.once('disconnect', () => void server.close());
process.send?.({ url: server.url });
