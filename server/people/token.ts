import { sha256 } from '@oslojs/crypto/sha2';
import { constantTimeEqual } from '@oslojs/crypto/subtle';
import { encodeBase32LowerCaseNoPadding } from '@oslojs/encoding';
import type { Random } from '../app.ts';

/**
 * A token is `<id>.<secret>`, each 160 bits in base32. The id finds the row; of the secret only its hash is kept, so that
 * whoever reads the database cannot sign in, and it is compared in constant time. After Lucia's guide.
 */
export interface Token {
  id: string;
  secretHash: Uint8Array;
  /** What its bearer holds; nowhere else. */
  words: string;
}

const PART_BYTES = 20;
const FORM = /^([a-z2-7]{32})\.([a-z2-7]{32})$/;

export function makeToken(random: Random): Token {
  const id = encodeBase32LowerCaseNoPadding(random.bytes(PART_BYTES));
  const secret = encodeBase32LowerCaseNoPadding(random.bytes(PART_BYTES));
  return { id, secretHash: hash(secret), words: `${id}.${secret}` };
}

/** Null for whatever is not a token of ours. */
export function readToken(words: string | null | undefined): { id: string; secret: string } | null {
  const [, id, secret] = FORM.exec(words ?? '') ?? [];
  return id && secret ? { id, secret } : null;
}

export const isSecretOf = (secret: string, secretHash: Uint8Array): boolean =>
  constantTimeEqual(hash(secret), secretHash);

const hash = (secret: string): Uint8Array => sha256(new TextEncoder().encode(secret));
