import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Credentials } from './credentials.ts';
import { plainWire } from './plain-wire.ts';
import { collabWire, type Wire } from './wire.ts';

export const COLLAB_PATH = '/collab';
export const PLAIN_PATH = '/yjs/';

/** Which door an upgrade asks for, and what it brings. */
export interface Asked {
  wire: Wire;
  credentials: Credentials;
}

/**
 * Null where there is no door, or the request does not say that it comes from one of our own pages. What carries a cookie
 * must say so always, for a browser adds the cookie to whatever any page asks; a program with a token may be silent about
 * its origin, never foreign.
 */
export const askedDoor = (request: IncomingMessage, allowedOrigins: readonly string[]): Asked | null => {
  const { origin, cookie } = request.headers;
  if (origin !== undefined && !allowedOrigins.includes(origin)) return null;
  const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s);
  if (path === COLLAB_PATH && origin !== undefined)
    return { wire: collabWire, credentials: { cookie, token: null } };
  if (!path.startsWith(PLAIN_PATH)) return null;
  const asked = new URLSearchParams(query);
  const token = bearer(request.headers.authorization) ?? asked.get('token');
  if (origin === undefined && (cookie !== undefined || token === null)) return null;
  const wire = plainWire({
    document: decoded(path.slice(PLAIN_PATH.length)),
    schema: asked.get('schema'),
    sitting: asked.get('sitting') ?? randomUUID(),
  });
  return { wire, credentials: { cookie, token } };
};

const bearer = (header: string | undefined): string | null =>
  /^Bearer (.+)$/i.exec(header ?? '')?.[1] ?? null;

/** A name that cannot be decoded is no document's, like any other that is not. */
const decoded = (name: string): string => {
  try {
    return decodeURIComponent(name);
  } catch {
    return '';
  }
};
