import { findPostgresPrograms } from '../postgres.ts';

/** Says in one line what is left out without PostgreSQL. False where that may not be: on CI. */
export function mayGoOnWithoutPostgres(say: (line: string) => void): boolean {
  if (process.env.TEST_DATABASE_URL || findPostgresPrograms()) return true;
  say(
    'No PostgreSQL here: what needs one is left out. Set TEST_DATABASE_URL, or install postgresql 15 or later.',
  );
  return !process.env.CI;
}
