import { describe, expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

describe('environment', () => {
  test('an empty one gives the documented defaults', () => {
    expect(readEnvironment({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      baseUrl: null,
      dataDir: './data',
      databaseUrl: null,
      redisUrl: null,
      smtp: null,
      secretKey: null,
      trustProxy: 0,
      logLevel: 'info',
    });
  });

  test.each([
    [{ PORT: 'many' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ BASE_URL: 'https://soak.example.org/path' }, 'BASE_URL'],
    [{ BASE_URL: 'soak.example.org' }, 'BASE_URL'],
    [{ DATABASE_URL: 'mysql://db' }, 'DATABASE_URL'],
    [{ REDIS_URL: 'http://cache', DATABASE_URL: 'postgres://db/soak' }, 'REDIS_URL'],
    [{ REDIS_URL: 'redis://cache:6379' }, 'REDIS_URL'],
    [{ SMTP_URL: 'smtp://mail:25' }, 'MAIL_FROM'],
    [{ SMTP_URL: 'mail', MAIL_FROM: 'soak@example.org' }, 'SMTP_URL'],
    [{ IMAP_URL: 'x' }, 'IMAP_URL'],
    [{ SECRET_KEY: 'short' }, 'SECRET_KEY'],
    [{ OIDC_ISSUER: 'https://id.example.org' }, 'OIDC_ISSUER'],
    [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ HOST: 'a b' }, 'HOST'],
  ])('%j is refused in one line that names it', (env, name) => {
    const read = readEnvironment(env);
    expect(read).toHaveProperty('problems');
    if ('problems' in read) {
      expect(read.problems).toHaveLength(1);
      expect(read.problems[0]).toMatch(new RegExp(`^${name}: \\S`));
    }
  });

  test('several problems are all said, and unknown names are ignored', () => {
    const read = readEnvironment({ PORT: 'x', LOG_LEVEL: 'y', SOMETHING_ELSE: 'z' });
    expect('problems' in read && read.problems).toHaveLength(2);
  });

  test('a base address loses its slash and its default port', () => {
    expect(readEnvironment({ BASE_URL: 'https://soak.example.org:443/' })).toMatchObject({
      baseUrl: 'https://soak.example.org',
    });
  });
});
