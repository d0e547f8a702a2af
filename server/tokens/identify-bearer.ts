import { findToken, touchToken } from '#db/tokens.ts';
import { opens, type TokenScope } from '#domain/token-scopes.ts';
import type { App, SignedIn } from '../app.ts';
import { asSignedIn } from '../people/identify.ts';
import { signInNow } from '../people/sign-in-times.ts';
import { isSecretOf, readToken } from '../people/token.ts';
import { whenItCanStore } from '../when-it-can-store.ts';

type Asked = Pick<App, 'db' | 'signInClock'>;

/** Last use is written at most so often. */
const TOUCH_EVERY_MS = 5 * 60_000;

/** What stands behind `Authorization: Bearer …`; null for any other header. */
export const bearerWords = (header: string | null | undefined): string | null =>
  /^Bearer ([^\s]+)$/i.exec(header ?? '')?.[1] ?? null;

/**
 * Whose token this is and what it opens now (P9); null where it is none, ended, past its end, or its owner deactivated.
 */
export async function identifyBearer(
  app: Asked,
  words: string | null,
): Promise<{ person: SignedIn; may(wanted: TokenScope): boolean } | null> {
  const token = readToken(words);
  if (!token) return null;
  const found = await findToken(app.db, token.id);
  if (!found || !isSecretOf(token.secret, found.secret_hash)) return null;
  const now = signInNow(app);
  if (found.expires_at <= now || found.deactivated_at !== null) return null;
  if (now.getTime() - (found.last_used_at?.getTime() ?? 0) > TOUCH_EVERY_MS)
    await whenItCanStore(touchToken(app.db, found.id, now));
  const person = asSignedIn(found, found.expires_at);
  return { person, may: (wanted) => opens(person, found.scopes, wanted) };
}
