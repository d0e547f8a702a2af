import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM. It opens only beside the row and column it was sealed for. */
export function seal(words: string, key: Uint8Array, about: string, nonce: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, sealed, cipher.getAuthTag()]));
}

/** Null: another key, another row, or damaged. */
export function unseal(sealed: Uint8Array | null, key: Uint8Array | null, about: string): string | null {
  if (!sealed || !key || sealed.length < NONCE_BYTES + TAG_BYTES) return null;
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([
      decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)),
      decipher.final(),
    ]).toString('utf8');
  } catch {
    return null;
  }
}

export const NONCE = NONCE_BYTES;
export const tokenOf = (tracker: string): string => `tracker-token:${tracker}`;
export const hookSecretOf = (tracker: string): string => `tracker-hook:${tracker}`;

export const hmacHex = (secret: string, body: string): string =>
  createHmac('sha256', secret).update(body, 'utf8').digest('hex');

/** As Standard Webhooks sign: base64 over id, time and body. The secret is base64 behind `whsec_`. */
export const standardSignature = (secret: string, id: string, seconds: string, body: string): string =>
  createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(`${id}.${seconds}.${body}`, 'utf8')
    .digest('base64');

/** In constant time; what is of another length is another. */
export function isSame(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
