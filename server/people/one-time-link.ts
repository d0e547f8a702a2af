import { deleteUnusedLinks, findLink, insertLink, type LinkPurpose, useLink } from '#db/one-time-links.ts';
import type { OneTimeLinksTable } from '#db/schema.ts';
import type { PersonId } from '#domain/ids.ts';
import type { App, Database } from '../app.ts';
import { daysAfter, signInNow } from './sign-in-times.ts';
import { isSecretOf, makeToken, readToken } from './token.ts';

type Asked = Pick<App, 'random' | 'origin' | 'signInClock'>;

/** Where each kind of link leads, and for how many days. */
const KINDS: Record<LinkPurpose, { path: string; days: number }> = {
  'set-up': { path: '/set-up', days: 1 },
  join: { path: '/join', days: 7 },
  password: { path: '/password', days: 1 },
};

export interface OpenLink {
  id: string;
  person: PersonId | null;
}

/** Makes a link that works once, and gives its address: the only time its words exist. Older ones of its kind are void. */
export async function makeLink(
  app: Asked,
  db: Database,
  purpose: LinkPurpose,
  person: PersonId | null,
): Promise<string> {
  const { row, url } = newLink(app, purpose, person);
  await deleteUnusedLinks(db, purpose, person);
  await insertLink(db, row);
  return url;
}

/** The same for many who have had none before: rows to be kept, and each one's address. */
export function linksFor(
  app: Asked,
  purpose: LinkPurpose,
  people: readonly PersonId[],
): { rows: OneTimeLinksTable[]; urls: Map<PersonId, string> } {
  const made = people.map((person) => ({ person, ...newLink(app, purpose, person) }));
  return {
    rows: made.map(({ row }) => row),
    urls: new Map(made.map(({ person, url }) => [person, url])),
  };
}

function newLink(
  app: Asked,
  purpose: LinkPurpose,
  person: PersonId | null,
): { row: OneTimeLinksTable; url: string } {
  const token = makeToken(app.random);
  const { path, days } = KINDS[purpose];
  const now = signInNow(app);
  const row = {
    id: token.id,
    secret_hash: token.secretHash,
    purpose,
    person_id: person,
    created_at: now,
    expires_at: daysAfter(now, days),
    used_at: null,
  };
  return { row, url: `${app.origin}${path}/${token.words}` };
}

/** Looks without touching: opening a link changes nothing, scanners of mail open them too (P11). Null for whatever does not work. */
export async function readLink(
  app: Pick<App, 'signInClock'>,
  db: Database,
  purpose: LinkPurpose,
  words: string | undefined,
): Promise<OpenLink | null> {
  const token = readToken(words);
  const link = token && (await findLink(db, token.id));
  if (!token || !link || !isSecretOf(token.secret, link.secret_hash)) return null;
  const works = link.purpose === purpose && link.used_at === null && link.expires_at > signInNow(app);
  return works ? { id: link.id, person: link.person_id } : null;
}

/** Uses it up, in the transaction of what it was for. False where another request was first. */
export const consumeLink = (app: Pick<App, 'signInClock'>, tx: Database, link: OpenLink): Promise<boolean> =>
  useLink(tx, link.id, signInNow(app));
