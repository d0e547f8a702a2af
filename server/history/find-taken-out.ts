import { data } from 'react-router';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { requireReview } from '../reviews/require-review.ts';
import { askHistory } from './ask-history.ts';
import { readSeq } from './require-version.ts';

/** The version in which most of a passage between two versions stands, by the numbers `readChanges` told of it. */
export async function findTakenOut(
  app: App,
  person: SignedIn,
  id: string | undefined,
  asked: URLSearchParams,
): Promise<number> {
  const { document } = await requireReview(app, person, id, 'read history');
  const [client, first, last, after, upTo] = ['client', 'first', 'last', 'from', 'to'].map((name) =>
    readSeq(asked.get(name)),
  );
  if (client == null || first == null || last == null || after == null || upTo == null || first > last)
    throw notFound();
  const seq = await askHistory(
    app.collab.history.beforeTakenOut(document, { client, first, last }, { after, upTo }),
  );
  if (seq === null)
    throw data('No version has these words: they were taken out again before they had been sent.', {
      status: 404,
    });
  return seq;
}
