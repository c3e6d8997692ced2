import { z } from 'zod';
import type { JobSpec } from '../jobs/queue.ts';

const payload = z.object({ nightId: z.string(), localDate: z.string() });
export type NightPayload = z.infer<typeof payload>;

/** What must be known to ask for a night. */
export const nightSpec: JobSpec<NightPayload> = { name: 'night', payload, maxAttempts: 5 };
