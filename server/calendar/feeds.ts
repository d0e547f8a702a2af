import { z } from 'zod';
import { recordAudit } from '#db/audit.ts';
import {
  deleteFeed,
  type FeedAsks,
  findFeed,
  insertFeed,
  listFeedMeetings,
  listFeedsOf,
  readFeedLines,
  touchFeed,
} from '#db/calendar-feeds.ts';
import { findTeam } from '#db/teams.ts';
import { asId, type MeetingId, type TeamId } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import { DAY, HOUR } from '#domain/soak/wall-clock.ts';
import type { App, Database, SignedIn } from '../app.ts';
import { id } from '../doors/fields.ts';
import { isSecretOf, makeToken, readToken } from '../people/token.ts';
import { whenItCanStore } from '../when-it-can-store.ts';
import { newUid, organizerOf, outsideTitle, roomAddress } from './entries.ts';
import { fileOfEvents, publishedEvent } from './entry-file.ts';
import { eventsOf } from './kept-events.ts';

export const MOST_FEEDS = 20;
/** Goes up with each version that words an entry otherwise: calendars then read it anew. */
const FORM = 1;
const PAST_DAYS = 180;
/** N7: what was cancelled stays that long, so that every calendar has seen it go. */
const CANCELLED_DAYS = 42;

/** What the page of somebody's own feeds sends, told apart by `intent`. */
export const feedsForm = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('make'),
    kind: z.enum(['named', 'open', 'team'], 'Please choose what it holds.'),
    team: z.union([z.literal('').transform(() => null), id<TeamId>()]).default(null),
    hidesTitles: z.literal('on').optional(),
  }),
  z.strictObject({ intent: z.literal('end'), feed: z.string().regex(/^[a-z2-7]{32}$/) }),
]);

export const listOwnFeeds = (app: App, person: SignedIn) => listFeedsOf(app.db, person.id);

/** N7: an address that a calendar reads without a sign-in. It is given this once; of it only a hash is kept. */
export async function makeFeed(
  app: App,
  person: SignedIn,
  { kind, team, hidesTitles }: { kind: 'named' | 'open' | 'team'; team: TeamId | null; hidesTitles: boolean },
): Promise<{ address: string } | Refused> {
  if (kind === 'team' && (team === null || (await findTeam(app.db, team)) === null))
    return refuse('Please choose a team.');
  const at = app.clock.now();
  const token = makeToken(app.random);
  return app.db.transaction().execute(async (tx) => {
    if ((await listFeedsOf(tx, person.id)).length >= MOST_FEEDS)
      return refuse(`You have ${MOST_FEEDS} feeds, which is the most there can be. End one of them first.`);
    await insertFeed(tx, {
      id: token.id,
      secretHash: token.secretHash,
      person: person.id,
      kind,
      team: kind === 'team' ? team : null,
      hidesTitles,
      at,
    });
    await recordAudit(tx, at, person.id, 'made a calendar feed', { feed: token.id });
    return { address: `${app.origin}/calendar/${token.words}.ics` };
  });
}

/** From the next time a calendar asks, there is nothing. False for what is not there or another's. */
export const endFeed = (app: App, person: SignedIn, feed: string): Promise<boolean> =>
  app.db.transaction().execute(async (tx) => {
    const ended = await deleteFeed(tx, person.id, feed);
    if (ended) await recordAudit(tx, app.clock.now(), person.id, 'ended a calendar feed', { feed });
    return ended;
  });

export interface FeedAnswer {
  etag: string;
  changedAt: Date | null;
  /** In pieces, one after another. Null: what the asker has is still so. */
  body: readonly string[] | null;
}

/**
 * What a feed says now to whoever holds its address; null for any other. Only what its owner may read at this moment is in it, and
 * private reviews only by their kind (N6).
 * @param known entity tags the asker holds
 */
export async function readFeed(
  app: App,
  words: string | undefined,
  known: readonly string[],
): Promise<FeedAnswer | null> {
  const token = readToken(words);
  const feed = token && (await findFeed(app.db, token.id));
  if (!feed || !isSecretOf(token.secret, feed.secretHash)) return null;
  const now = app.clock.now().getTime();
  // whole days, so that a feed nobody changed reads the same all day long
  const today = now - (now % DAY);
  const asks: FeedAsks = {
    person: feed.person,
    kind: feed.kind,
    team: feed.team,
    since: new Date(today - PAST_DAYS * DAY),
    cancelledSince: new Date(today - CANCELLED_DAYS * DAY),
  };
  if (now - (feed.lastReadAt?.getTime() ?? 0) > HOUR)
    await whenItCanStore(touchFeed(app.db, feed.id, new Date(now)));
  const name = feed.kind === 'team' ? `Soak · ${feed.teamName}` : 'Soak';
  const looks = JSON.stringify([FORM, name, feed.hidesTitles, organizerOf(app).email, app.origin]);
  const sums = known.flatMap((tag) => /^W\/"([0-9a-f]{32})"$/.exec(tag)?.[1] ?? []);
  const marks = marksOf(app.db);
  const asOf = `${feed.mark} ${today} ${looks}`;
  const before = marks.get(feed.id);
  if (before?.asOf === asOf && sums.includes(before.sum))
    return { etag: `W/"${before.sum}"`, changedAt: before.changedAt, body: null };
  const { sum, lines, changedAt } = await readFeedLines(app.db, asks, { looks, known: sums });
  // the mark is the older of the two: whatever came in between leads to another
  if (marks.size >= MOST_MARKS) marks.clear();
  marks.set(feed.id, { asOf, sum, changedAt });
  const etag = `W/"${sum}"`;
  if (lines === null) return { etag, changedAt, body: null };
  const { events, isPassing } = await eventsFor(app, asks, lines, feed);
  // what changed between the two readings is not what this tag stands for: it is read anew next time
  return { etag: isPassing ? `W/"${sum}, passing"` : etag, changedAt, body: fileOfEvents(events, { name }) };
}

interface Marked {
  /** The mark of the database, the day and the looks that this sum was made under. */
  asOf: string;
  sum: string;
  changedAt: Date | null;
}

const MOST_MARKS = 5_000;
const marksByDatabase = new WeakMap<Database, Map<string, Marked>>();

/** By feed, what its tag was: while nothing has changed it is not summed again. */
function marksOf(db: Database): Map<string, Marked> {
  const marks = marksByDatabase.get(db) ?? new Map<string, Marked>();
  marksByDatabase.set(db, marks);
  return marks;
}

/** What is kept of these lines, and the others made anew, each kept as what it is by now. A meeting that has gone since is left out. */
async function eventsFor(
  app: App,
  asks: FeedAsks,
  lines: readonly string[],
  { hidesTitles }: { hidesTitles: boolean },
): Promise<{ events: string[]; isPassing: boolean }> {
  const organizer = organizerOf(app);
  const kept = eventsOf(app.db, `${FORM} ${hidesTitles} ${organizer.email} ${app.origin}`);
  const idOf = (line: string) => asId<MeetingId>(line.slice(0, line.indexOf(' ')));
  const events = new Map<MeetingId, string>();
  const unknown = new Map<MeetingId, string>();
  for (const line of lines) {
    const event = kept.find(line);
    if (event === undefined) unknown.set(idOf(line), line);
    else events.set(idOf(line), event);
  }
  const found = unknown.size > 0 ? await listFeedMeetings(app.db, asks, [...unknown.keys()]) : [];
  for (const { line, id, uid, kind, title, privacy, ...meeting } of found) {
    const entry = {
      ...meeting,
      uid: uid ?? newUid(app, id),
      title: outsideTitle({ kind, title }, { hides: hidesTitles || privacy !== 'open' }),
      url: roomAddress(app, id),
    };
    const event = publishedEvent(entry, organizer);
    events.set(id, event);
    kept.keep(line, event);
  }
  const isPassing = found.length < unknown.size || found.some(({ id, line }) => unknown.get(id) !== line);
  return { events: lines.flatMap((line) => events.get(idOf(line)) ?? []), isPassing };
}
