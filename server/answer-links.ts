import { hmac } from '@oslojs/crypto/hmac';
import { SHA256 } from '@oslojs/crypto/sha2';
import { constantTimeEqual } from '@oslojs/crypto/subtle';
import { decodeBase64urlIgnorePadding, encodeBase64urlNoPadding } from '@oslojs/encoding';
import { linkKey } from '#db/link-keys.ts';
import { asId, isUuid, type PersonId } from '#domain/ids.ts';
import type { App } from './app.ts';

/**
 * P11: what a link in mail is for. It is bound to one recipient and one purpose, and shows a page; what changes something is a button
 * on that page. Whether it is still time, and whether the recipient must be signed in, is for that page to ask.
 */
export interface AnswerLink {
  /** A short word of the page that reads it: no link of one purpose opens another. */
  purpose: string;
  /** The id it is about: a meeting's, say. */
  about: string;
  person: PersonId;
}

type Asked = Pick<App, 'db' | 'random'>;

/** The words of a link; the page puts them behind its own path. The same each time: nothing is kept of it. */
export async function signAnswerLink(app: Asked, link: AnswerLink): Promise<string> {
  return (await answerLinkSigner(app))(link);
}

/** The same for many at once: the key is asked for once. */
export async function answerLinkSigner(app: Asked): Promise<(link: AnswerLink) => string> {
  const key = await keyOf(app);
  return ({ purpose, about, person }) => {
    const facts = `${about}.${person}`;
    return `${facts}.${encodeBase64urlNoPadding(signature(key, purpose, facts))}`;
  };
}

/** Null for whatever is not a link of ours for this purpose. */
export async function readAnswerLink(
  app: Asked,
  purpose: string,
  words: string | undefined,
): Promise<AnswerLink | null> {
  const [about, person, signed, ...more] = (words ?? '').slice(0, 200).split('.');
  if (!isUuid(about) || !isUuid(person) || !signed || more.length > 0) return null;
  const given = decoded(signed);
  if (given === null || !constantTimeEqual(given, signature(await keyOf(app), purpose, `${about}.${person}`)))
    return null;
  return { purpose, about, person: asId<PersonId>(person) };
}

const keyOf = ({ db, random }: Asked): Promise<Uint8Array> => linkKey(db, () => random.bytes(32));

const signature = (key: Uint8Array, purpose: string, facts: string): Uint8Array =>
  hmac(SHA256, key, new TextEncoder().encode(`${purpose}\n${facts}`));

const decoded = (words: string): Uint8Array | null => {
  try {
    return decodeBase64urlIgnorePadding(words);
  } catch {
    return null;
  }
};
