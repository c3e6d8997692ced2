import { insightPool, usualMishaps } from '../simulators/insight-pool.ts';
import { startRunpodSimulator } from '../simulators/runpod.ts';

/** RunPod's queue with a model of insights, in a process of its own: it shares no event loop with what is measured. */
const pool = insightPool({ mishaps: usualMishaps });
const simulator = await startRunpodSimulator({ answer: pool.answer });
process.once('disconnect', () => void simulator.close());
process.send?.({ url: simulator.url });
