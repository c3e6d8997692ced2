import { defineConfig } from 'playwright/test';

/** Tests start the app with `_electron.launch(electronForTests())` from scripts/electron/for-tests.ts. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // One app at a time: windows compete for the focus.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: 'list',
});
