import { z } from 'zod';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const vitestSchema = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const playwrightSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

/** What a vitest JSON report counts. */
export function countVitest(report: unknown): Counts {
  const { numPassedTests, numFailedTests } = vitestSchema.parse(report);
  return { passed: numPassedTests, failed: numFailedTests };
}

/** What a Playwright JSON report counts. A test that passed only when run again has failed. */
export function countPlaywright(report: unknown): Counts {
  const { expected, unexpected, flaky } = playwrightSchema.parse(report).stats;
  return { passed: expected, failed: unexpected + flaky };
}

/** A step without counts of its own is one passed or one failed. */
export function countStep(code: number): Counts {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * The counts of a runner that ended with `code`. `counts` is absent where it left no report. A runner that ended badly
 * while its tests passed (nothing to run, an error outside any test) counts as one failure: it must not look green.
 */
export function withExitCode(counts: Counts | undefined, code: number): Counts {
  if (counts === undefined) return { passed: 0, failed: 1 };
  return code !== 0 && counts.failed === 0 ? { passed: counts.passed, failed: 1 } : counts;
}

export function sumCounts(all: readonly Counts[]): Counts {
  return all.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }), {
    passed: 0,
    failed: 0,
  });
}

/** The closing line that the gate promises. */
export function closingLine(counts: Counts): string {
  return `${counts.passed} passed, ${counts.failed} failed`;
}
