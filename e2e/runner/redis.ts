import { findRedisProgram } from '../redis.ts';

/** Says in one line what is left out without Redis. False where that may not be: on CI. */
export function mayGoOnWithoutRedis(say: (line: string) => void): boolean {
  if (findRedisProgram()) return true;
  say('No Redis here: what needs several nodes is left out. Install redis-server, or valkey-server.');
  return !process.env.CI;
}
