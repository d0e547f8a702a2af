import { findCredentials } from '#db/people.ts';
import { deleteExpiredSignIns, deleteSignIn, insertSignIn } from '#db/sign-ins.ts';
import type { PersonId } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, Database } from '../app.ts';
import { identifyToken } from './identify.ts';
import { isPassword } from './password.server.ts';
import { SignInLimits } from './sign-in-limits.ts';
import { daysAfter, IDLE_DAYS, SIGN_IN_DAYS, signInNow } from './sign-in-times.ts';
import { makeToken } from './token.ts';

export interface SignInAttempt {
  /** As typed. */
  email: string;
  password: string;
  /** Where it came from, as far as the configured proxies tell. */
  address: string;
  /** The browser's own words about itself, to be recognised in the list of sign-ins. */
  device: string;
  /** The token the browser already has; it never survives a sign-in. */
  formerToken: string | null;
}

const WRONG = 'This address and password do not go together.';

const limits = new WeakMap<App['db'], SignInLimits>();

/**
 * Gives the new token, or one sentence that does not tell which of the two was wrong.
 * Throws TooBusy when too many sign in at this moment.
 */
export async function signIn(app: App, attempt: SignInAttempt): Promise<{ token: string } | Refused> {
  const email = attempt.email.trim().toLowerCase();
  const guard = limitsOf(app);
  const nowMs = signInNow(app).getTime();
  const wait = guard.waitMs(email, attempt.address, nowMs);
  if (wait > 0)
    return refuse(
      `That was not right several times. Please wait ${Math.ceil(wait / 1_000)} s and try again.`,
    );
  guard.failed(email, attempt.address, nowMs);
  const known = await findCredentials(app.db, email);
  const right = await isPassword(app, known?.passwordHash ?? null, attempt.password);
  if (!right || !known?.active) return refuse(WRONG);
  guard.succeeded(email, attempt.address);
  return { token: await startSignIn(app, app.db, known.id, attempt) };
}

/** A new sign-in of somebody who has proved who they are; whatever token the browser had before is void. */
export async function startSignIn(
  app: App,
  db: Database,
  person: PersonId,
  { device, formerToken }: Pick<SignInAttempt, 'device' | 'formerToken'>,
): Promise<string> {
  const token = makeToken(app.random);
  const now = signInNow(app);
  const former = await identifyToken({ db, origin: app.origin, signInClock: app.signInClock }, formerToken);
  if (former) await deleteSignIn(db, former.id, former.signIn);
  await deleteExpiredSignIns(db, now, daysAfter(now, -IDLE_DAYS));
  await insertSignIn(db, {
    id: token.id,
    secret_hash: token.secretHash,
    person_id: person,
    created_at: now,
    last_used_at: now,
    expires_at: daysAfter(now, SIGN_IN_DAYS),
    device: device.slice(0, 200),
  });
  return token.words;
}

function limitsOf({ db }: App): SignInLimits {
  const existing = limits.get(db);
  if (existing) return existing;
  const fresh = new SignInLimits();
  limits.set(db, fresh);
  return fresh;
}
