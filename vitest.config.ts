import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    // A process per file: better-sqlite3 is native, and a crash in it must take down one file only.
    pool: 'forks',
    maxWorkers: 2,
    // Tests open the whole product; a busy machine takes its time.
    testTimeout: 30_000,
    // What is polled for comes; on a busy machine late.
    expect: { poll: { timeout: 20_000 } },
  },
});
