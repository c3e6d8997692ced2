// npm run check: lint, format, types, dead code and import zones.
import { exitWith } from './ending.ts';
import { runChecks } from './gate/checks.ts';

await exitWith(async () => ((await runChecks()).failed === 0 ? 0 : 1));
