import { findCredentials, findPasswordHash } from '#db/people.ts';
import { deleteExpiredSignIns, deleteSignIn, insertSignIn } from '#db/sign-ins.ts';
import type { PersonId } from '#domain/ids.ts';
import { isRefused, type Refused, refuse } from '#domain/refused.ts';
import type { App, Database, SignedIn } from '../app.ts';
import { identifyToken } from './identify.ts';
import { inTurn, judgePassword } from './password.server.ts';
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
  const waiting = () => {
    const wait = guard.waitMs(email, attempt.address, signInNow(app).getTime());
    return wait > 0 ? refuse(pleaseWait(wait)) : null;
  };
  const early = waiting();
  if (early) return early;
  const answer = await inTurn(app, async () => {
    // guesses sent all at once have failed by now; a thousand of them must not stand in the database's line before everybody else
    const late = waiting();
    if (late) return late;
    const known = await findCredentials(app.db, email);
    const right = await judgePassword(known?.passwordHash ?? null, attempt.password);
    if (right && known?.active) return known.id;
    guard.failed(email, attempt.address, signInNow(app).getTime());
    return refuse(WRONG);
  });
  if (isRefused(answer)) return answer;
  guard.succeeded(email, attempt.address);
  return { token: await startSignIn(app, app.db, answer, attempt) };
}

/**
 * Somebody signed in proves once more who they are, before a change that only they may make. Guessed at, the wait is the one at the door.
 * Throws TooBusy when too many are judged at this moment.
 */
export async function provePassword(
  app: App,
  person: Pick<SignedIn, 'id' | 'email'>,
  { password, address }: { password: string; address: string },
): Promise<true | Refused> {
  const guard = limitsOf(app);
  const email = person.email.toLowerCase();
  return inTurn(app, async () => {
    const wait = guard.waitMs(email, address, signInNow(app).getTime());
    if (wait > 0) return refuse(pleaseWait(wait));
    if (await judgePassword(await findPasswordHash(app.db, person.id), password)) {
      guard.succeeded(email, address);
      return true;
    }
    guard.failed(email, address, signInNow(app).getTime());
    return refuse('That is not your present password.');
  });
}

const pleaseWait = (waitMs: number) =>
  `That was not right several times. Please wait ${Math.ceil(waitMs / 1_000)} s and try again.`;

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
  await deleteExpiredSignIns(db, person, now, daysAfter(now, -IDLE_DAYS));
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
