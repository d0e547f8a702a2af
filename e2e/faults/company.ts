import { afterAll, beforeAll } from 'vitest';
import { DEMO_PASSWORD } from '#server/demo/demo-people.ts';
import { discardProgram, type Program, type ProgramOptions, startProgram } from '../program.ts';
import { type Reach, type Reached, reach } from '../reach.ts';

export interface Company {
  readonly program: Program;
  /** One request to a door, as nobody. */
  asks(path: string, init?: Reach): Promise<Reached>;
  /** The same with somebody's sign-in, made at the first call. */
  as(name: string): Promise<(path: string, init?: Reach) => Promise<Reached>>;
  cookieOf(name: string): Promise<string>;
}

/** One running program with the example reviews for a block of tests. */
export function company(options: ProgramOptions = {}): Company {
  let program: Program | null = null;
  const cookies = new Map<string, Promise<string>>();
  const running = () => {
    if (!program) throw new Error('the program runs inside tests and hooks only');
    return program;
  };
  beforeAll(async () => {
    program = await startProgram(options);
  });
  afterAll(async () => {
    if (program) await discardProgram(program);
  });
  const cookieOf = (name: string) => {
    const known = cookies.get(name) ?? signIn(running().origin, name);
    cookies.set(name, known);
    return known;
  };
  return {
    get program() {
      return running();
    },
    asks: (path, init) => reach(running().origin, path, init),
    cookieOf,
    async as(name) {
      const cookie = await cookieOf(name);
      return (path, init) => reach(running().origin, path, { cookie, ...init });
    },
  };
}

export async function signIn(origin: string, name: string, password = DEMO_PASSWORD): Promise<string> {
  const answer = await reach(origin, '/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ email: `${name}@demo.test`, password }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (answer.status !== 303 || !cookie) throw new Error(`${name} could not sign in: ${answer.status}`);
  return cookie;
}

export const form = (fields: Record<string, string>): Reach => ({
  method: 'POST',
  body: new URLSearchParams(fields),
});

export const json = (value: unknown): Reach => ({
  method: 'POST',
  body: typeof value === 'string' ? value : JSON.stringify(value),
  headers: { 'Content-Type': 'application/json' },
});
