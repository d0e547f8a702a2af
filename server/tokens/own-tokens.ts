import { recordAudit } from '#db/audit.ts';
import { deleteExpiredTokens, deleteToken, insertToken, listTokensOf } from '#db/tokens.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import { MOST_TOKENS, mayHold, scopesOf, type TokenKind, type TokenScope } from '#domain/token-scopes.ts';
import type { App, SignedIn } from '../app.ts';
import { changeRights } from '../people/change-rights.ts';
import { daysAfter, signInNow } from '../people/sign-in-times.ts';
import { makeToken } from '../people/token.ts';

export interface OwnToken {
  id: string;
  name: string;
  scopes: TokenScope[];
  since: Date;
  lastUsed: Date | null;
  ends: Date;
}

export async function listOwnTokens(app: App, person: SignedIn): Promise<OwnToken[]> {
  const now = signInNow(app);
  const rows = await listTokensOf(app.db, person.id);
  return rows
    .filter((row) => row.expires_at > now)
    .map(({ id, name, scopes, created_at, last_used_at, expires_at }) => ({
      id,
      name,
      scopes,
      since: created_at,
      lastUsed: last_used_at,
      ends: expires_at,
    }));
}

/** Makes a token for a program (P9). Its words are given this once; nobody can read them again. */
export async function issueToken(
  app: App,
  person: SignedIn,
  { purpose, may, days }: { purpose: string; may: TokenKind; days: number },
): Promise<{ words: string } | Refused> {
  const scopes = scopesOf(may);
  if (!scopes.every((scope) => mayHold(person, scope)))
    return refuse('Only administrators read the server’s figures.');
  const now = signInNow(app);
  const token = makeToken(app.random);
  return app.db.transaction().execute(async (tx) => {
    await deleteExpiredTokens(tx, person.id, now);
    if ((await listTokensOf(tx, person.id)).length >= MOST_TOKENS)
      return refuse(`You have ${MOST_TOKENS} tokens, which is the most there can be. End one of them first.`);
    await insertToken(tx, {
      id: token.id,
      secretHash: token.secretHash,
      person: person.id,
      name: purpose,
      scopes,
      createdAt: now,
      expiresAt: daysAfter(now, days),
    });
    await recordAudit(tx, now, person.id, 'made a token', { token: token.id });
    return { words: token.words };
  });
}

/** Ends one of one's own tokens, and what it had opened (P7). False for what is not there or another's. */
export const endToken = (app: App, person: SignedIn, id: string): Promise<boolean> =>
  changeRights(app, async (tx) => {
    const ended = (await deleteToken(tx, person.id, id)) > 0;
    if (ended) await recordAudit(tx, signInNow(app), person.id, 'ended a token', { token: id });
    return ended;
  });
