import { readFile, rm } from 'node:fs/promises';

export interface Count {
  passed: number;
  failed: number;
}

export const addUp = (counts: readonly Count[]): Count =>
  counts.reduce((sum, each) => ({ passed: sum.passed + each.passed, failed: sum.failed + each.failed }), {
    passed: 0,
    failed: 0,
  });

/** A run that ended badly has at least one failure, also where its report knows of none (a file that does not load, say). */
const honest = (count: Count, exitCode: number): Count =>
  exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;

export async function vitestCount(report: string, exitCode: number): Promise<Count> {
  const read = await readReport<{ numPassedTests: number; numFailedTests: number }>(report);
  return honest({ passed: read?.numPassedTests ?? 0, failed: read?.numFailedTests ?? 0 }, exitCode);
}

export async function playwrightCount(report: string, exitCode: number): Promise<Count> {
  const read = await readReport<{ stats: { expected: number; unexpected: number; flaky: number } }>(report);
  // One that passed only at a second try has failed once: here that counts.
  const failed = (read?.stats.unexpected ?? 0) + (read?.stats.flaky ?? 0);
  return honest({ passed: read?.stats.expected ?? 0, failed }, exitCode);
}

/** Reads a report once: a later run that dies early must not be told by an older one. */
async function readReport<T>(path: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch {
    return null;
  } finally {
    await rm(path, { force: true });
  }
}
