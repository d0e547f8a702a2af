import { recordAudit } from '#db/audit.ts';
import { linkItem, unlinkItem } from '#db/item-sends.ts';
import { findItem } from '#db/items.ts';
import { listTrackers, type StoredTracker } from '#db/trackers.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import { TONGUES } from '#domain/trackers/tongues.ts';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { signInNow } from '../people/sign-in-times.ts';
import { requireSender } from './require-sender.ts';

/** T4: somebody has looked and found it: from now on it is there. */
export async function linkItemByHand(
  app: App,
  person: SignedIn,
  reviewId: string | undefined,
  { item, address }: { item: string; address: string },
): Promise<true | Refused> {
  const asked = await requireSender(app, person, reviewId);
  if (!(await findItem(app.db, asked.review.id, item))) throw notFound();
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    return refuse('Paste the address of its page there, such as https://tracker.example.org/OPS-12.');
  const url = new URL(address);
  if (url.username !== '' || url.password !== '')
    return refuse('This address has a password in it. Paste it without.');
  const known = (await listTrackers(app.db)).flatMap((tracker) => {
    const found = TONGUES[tracker.kind].readLink(placeOf(tracker), url);
    return found ? [{ tracker: tracker.id, ...found }] : [];
  })[0];
  const at = app.clock.now();
  const link = known ?? { tracker: null, id: '', key: '' };
  await app.db.transaction().execute(async (tx) => {
    await linkItem(tx, { item, ...link, url: url.href, by: person.id, at });
    await recordAudit(tx, signInNow(app), person.id, 'linked an item to a tracker', {
      review: asked.review.id,
      item,
    });
  });
  app.trackers?.wake();
  return true;
}

/** Takes a wrong link away; what the tracker has stays there. */
export async function unlinkItemByHand(
  app: App,
  person: SignedIn,
  reviewId: string | undefined,
  item: string,
): Promise<true> {
  const asked = await requireSender(app, person, reviewId);
  if (!(await findItem(app.db, asked.review.id, item))) throw notFound();
  await unlinkItem(app.db, item);
  return true;
}

/** Links are read without a token. */
const placeOf = ({ address, project, account, issueType, place }: StoredTracker) => ({
  address,
  project,
  account,
  issueType,
  place,
  token: '',
});
