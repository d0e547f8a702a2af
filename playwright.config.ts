import { defineConfig } from '@playwright/test';
import { installedBrowser } from './e2e/runner/browser.ts';
import { SHORT_LIVED } from './e2e/runner/browser-flags.ts';

const executablePath = process.env.SOAK_CHROMIUM || installedBrowser() || undefined;

/** Journeys in real Chromium; the fixtures start a program for each worker. */
export default defineConfig({
  testDir: 'e2e/journeys',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/journeys',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  timeout: 180_000,
  forbidOnly: Boolean(process.env.CI),
  expect: { timeout: 15_000 },
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // recording costs a quarter of the time: `npx playwright test --trace on` where one is wanted
    trace: 'off',
    // what cannot be pressed says so long before its test's time is up
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    launchOptions: {
      executablePath,
      args: SHORT_LIVED,
    },
  },
});
