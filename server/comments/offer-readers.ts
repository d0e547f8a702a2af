import type { App, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';
import { listPeopleWhoMayRead, type Reader } from './people-who-may-read.ts';

const MOST = 8;

/** K4: people who may read this review and whose name, or one word of it, begins like this. */
export async function offerReaders(
  app: App,
  person: SignedIn,
  id: string | undefined,
  begins: string,
): Promise<Reader[]> {
  const { access } = await requireReview(app, person, id, 'comment');
  const asked = folded(begins.trim());
  const readers = await listPeopleWhoMayRead(app, access);
  return readers
    .filter(({ name }) => folded(name).startsWith(asked) || folded(name).includes(` ${asked}`))
    .slice(0, MOST);
}

const folded = (name: string) => name.toLocaleLowerCase('en');
