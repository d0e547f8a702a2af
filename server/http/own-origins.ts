import type { Environment } from '../environment.ts';

/** What people call this program: `BASE_URL`, else both loopback names. Links that leave the program begin with the first. */
export function ownOrigins(
  { baseUrl, host }: Pick<Environment, 'baseUrl' | 'host'>,
  port: number,
): readonly [string, ...string[]] {
  if (baseUrl) return [baseUrl];
  const loopback = [`http://127.0.0.1:${port}`, `http://localhost:${port}`] as const;
  return host === 'localhost' ? [loopback[1], loopback[0]] : loopback;
}
