import { emily } from './client-emily.ts';
import { mario } from './client-mario.ts';
import type { ClientSeed } from './client-seed.ts';
import { wayan } from './client-wayan.ts';

/** The invented clients of the demo, the one who wrote last first. */
export const demoClients: readonly ClientSeed[] = [mario, wayan, emily];
