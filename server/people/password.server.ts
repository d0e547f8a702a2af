import { hash, verify } from '@node-rs/argon2';
import type { App } from '../app.ts';
import { TooBusy, Turns } from '../turns.ts';

export { TooBusy };

/** argon2id as OWASP advises: 19 MiB, two passes. About 12 ms, in libuv's threads, never in the event loop. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** So many at once leave a core for everybody else; so many more wait, and past those people are told to try again. */
const AT_ONCE = 2;
const WAITING_MAX = 600;

/** Of one program, whichever copy of this module asks. */
const turns = new WeakMap<App['db'], Turns>();

export const hashPassword = (app: Pick<App, 'db'>, password: string): Promise<string> =>
  turnsOf(app).take(() => hash(password, COST));

/** Work around one judgement, in its turn, so that it can look once more at what happened while it waited. */
export const inTurn = <T>(app: Pick<App, 'db'>, work: () => Promise<T>): Promise<T> =>
  turnsOf(app).take(work);

/** For work that is in turn. With no hash to judge by it takes as long and says no: time does not tell who has an account. */
export async function judgePassword(passwordHash: string | null, password: string): Promise<boolean> {
  const right = await verify(passwordHash ?? NOBODYS, password).catch(() => false);
  return right && passwordHash !== null;
}

/** Of a password nobody has, at the same cost. */
const NOBODYS =
  '$argon2id$v=19$m=19456,t=2,p=1$73cg30b/gTIPGDFNohgL4Q$VcCb8jBXRUUHEetlpy0dHVFItrHXAdPR6OP8nXYB9lk';

function turnsOf({ db }: Pick<App, 'db'>): Turns {
  const existing = turns.get(db);
  if (existing) return existing;
  const fresh = new Turns(AT_ONCE, WAITING_MAX);
  turns.set(db, fresh);
  return fresh;
}
