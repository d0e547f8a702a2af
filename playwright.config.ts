import { defineConfig } from '@playwright/test';

const executablePath = process.env.SOAK_CHROMIUM || '/usr/bin/chromium';

/** Journeys in real Chromium; the fixtures start a program for each worker. */
export default defineConfig({
  testDir: 'e2e/journeys',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/journeys',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  timeout: 90_000,
  forbidOnly: Boolean(process.env.CI),
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
