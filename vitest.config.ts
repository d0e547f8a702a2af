import { defineConfig } from 'vitest/config';

// PGlite's code is compiled once, not twice: the optimizing compiler costs each of a hundred short-lived databases two seconds
const execArgv = ['--liftoff-only'];

/** `house`: everything beside its file. `timed`: what asserts milliseconds, one at a time. `faults`: the built program from outside, two files at once; `timed-faults`: those of them that assert milliseconds, one at a time. Journeys are Playwright's. */
export default defineConfig({
  test: {
    exclude: ['**/node_modules/**', 'build/**'],
    projects: [
      {
        extends: true,
        test: {
          name: 'house',
          execArgv,
          // a process for each file costs a sixth more of the time
          isolate: false,
          include: ['**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', 'build/**', 'e2e/faults/**', '**/*.timed.test.ts'],
          globalSetup: ['e2e/test-databases.ts'],
          maxWorkers: 2,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'timed',
          isolate: false,
          include: ['**/*.timed.test.ts'],
          exclude: ['**/node_modules/**', 'build/**', 'e2e/faults/**'],
          globalSetup: ['e2e/test-databases.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          isolate: false,
          include: ['e2e/faults/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.timed.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // the long ones hold figures to the promise, not to three times of it (\`bearable\`)
          maxWorkers: process.env.SOAK_LONG ? 1 : 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'timed-faults',
          isolate: false,
          include: ['e2e/faults/**/*.timed.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
