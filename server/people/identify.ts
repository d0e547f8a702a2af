import { findSignIns, type SignInWithPerson, touchSignIn } from '#db/sign-ins.ts';
import type { App, SignedIn } from '../app.ts';
import { findOnce } from '../read-once.ts';
import { whenItCanStore } from '../when-it-can-store.ts';
import { readSignInCookie } from './sign-in-cookie.ts';
import { endOfSignIn, isSignInOver, signInNow } from './sign-in-times.ts';
import { isSecretOf, readToken } from './token.ts';

export { carriesSignIn } from './sign-in-cookie.ts';

type Asked = Pick<App, 'db' | 'origin' | 'signInClock'>;

/** Last use is written at most so often. */
const TOUCH_EVERY_MS = 5 * 60_000;

/** Whose sign-in a Cookie header carries; null where there is none, or it is over, revoked, or its person deactivated. */
/** @param isUse false: last use is left as it is (U1) */
export function identify(
  app: Asked,
  cookie: string | null | undefined,
  isUse = true,
): Promise<SignedIn | null> {
  return identifyToken(app, readSignInCookie(cookie, app.origin), isUse);
}

export async function identifyToken(
  app: Asked,
  words: string | null,
  isUse = true,
): Promise<SignedIn | null> {
  const token = readToken(words);
  if (!token) return null;
  const found = await findOnce(app.db, 'sign-in', token.id, (ids) => findSignIns(app.db, ids));
  if (!found || !isSecretOf(token.secret, found.secret_hash)) return null;
  const now = signInNow(app);
  if (isSignInOver(found, now) || found.deactivated_at !== null) return null;
  if (isUse && now.getTime() - found.last_used_at.getTime() > TOUCH_EVERY_MS)
    await whenItCanStore(touchSignIn(app.db, found.id, now));
  return asSignedIn(found, endOfSignIn(found));
}

/** The person behind a sign-in or a token. */
export const asSignedIn = (
  found: Omit<SignInWithPerson, 'last_used_at' | 'expires_at'>,
  expiresAt: Date,
): SignedIn => ({
  id: found.person_id,
  name: found.name,
  email: found.email ?? '',
  role: found.role,
  active: true,
  zone: found.zone ?? found.workspace_zone ?? 'UTC',
  faceLetters: found.face_letters,
  faceHue: found.face_hue,
  signIn: found.id,
  expiresAt,
});
