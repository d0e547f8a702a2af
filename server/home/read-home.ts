import { findOwnCallOn } from '#db/call-on.ts';
import { noteHomeVisit, readHomeVisit } from '#db/home-visits.ts';
import { listItemsToLookBackOn, listOpenItemsOf } from '#db/items.ts';
import {
  listDraftsOf,
  listDraftsToCalibrate,
  listNewWriteUps,
  listSoakingReviews,
  type ReadingEntry,
} from '#db/reading-lists.ts';
import { countSealedIdeas, listAllOwnIdeas } from '#db/sealed-ideas.ts';
import { listSoaks, type StoredSoak } from '#db/soaks.ts';
import { listUpcomingMeetings, type UpcomingMeeting } from '#db/upcoming-meetings.ts';
import { askedSince } from '#domain/action-session/looking-back.ts';
import type { ReviewId } from '#domain/ids.ts';
import type { CallOn } from '#domain/meeting/call-on.ts';
import { opensAt } from '#domain/meeting/meeting.ts';
import type { ShownNotice } from '#domain/notices/notice-words.ts';
import { soakOverAt } from '#domain/soak/soak-mails.ts';
import { wallClockAt } from '#domain/soak/wall-clock.ts';
import { readingMinutes } from '../actions/reading-minutes.ts';
import type { App, SignedIn } from '../app.ts';
import { readNewNotices } from '../notices/read-notices.ts';
import { whenItCanStore } from '../when-it-can-store.ts';

export type HomeMeeting = UpcomingMeeting & { isOpen: boolean };
/** With what its reader has answered to "may I call on you?"; null before they have. */
export type HomeToday = HomeMeeting & { callOn: CallOn | null };
export type HomeWriteUp = Omit<ReadingEntry, 'words'> & { minutes: number };

/** A person's day. Nothing in it counts or ranks anybody. */
export interface Home {
  now: Date;
  /** Running, or starting on the reader's today. */
  today: HomeToday[];
  next: HomeMeeting[];
  newToMe: HomeWriteUp[];
  /** True on somebody's first visit: everything is new. */
  isFirst: boolean;
  drafts: HomeWriteUp[];
  /** Drafts by others that I was named to read: is this how I saw it? */
  toCalibrate: (HomeWriteUp & { analyst: string | null })[];
  soaking: { id: ReviewId; title: string; soak: StoredSoak; sealedCount: number }[];
  /** `opens`: when they may be opened; null where no soak has begun. */
  sealed: {
    id: string;
    words: string;
    review: ReviewId;
    reviewTitle: string;
    opens: Date | 'after a further meeting' | null;
  }[];
  /** What happened that is mine and that I have not looked at, newest first. */
  notices: ShownNotice[];
  /** Items of mine whose day has come to be asked: did it work? */
  lookBack: { id: string; title: string; shows: string; review: ReviewId; reviewTitle: string }[];
  items: { id: string; title: string; dueOn: string | null; review: ReviewId; reviewTitle: string }[];
}

const NOTICES_MAX = 4;
const GRACE_MS = 3 * 3_600_000;

export async function readHome(app: App, person: SignedIn): Promise<Home> {
  const { db } = app;
  const now = app.clock.now();
  const meetings = await listUpcomingMeetings(db, person.id, new Date(now.getTime() - GRACE_MS));
  const visit = await readHomeVisit(db, person.id, now);
  const before = visit.before_at;
  await whenItCanStore(noteHomeVisit(db, visit));
  const soaking = await listSoakingReviews(db, person.id, now);
  const own = await listAllOwnIdeas(db, person.id);
  const soaks = await listSoaks(db, [...soaking.map(({ id }) => id), ...own.map(({ review }) => review)]);
  const today = wallClockAt(now, person.zone).day;
  // just before midnight the room of a meeting after it is open already: that is today's to enter
  const isToday = (meeting: HomeMeeting) =>
    meeting.isOpen || wallClockAt(meeting.startsAt, person.zone).day <= today;
  const shown = meetings.map((meeting) => ({
    ...meeting,
    isOpen: now >= opensAt(meeting) || meeting.phase !== 'planned',
  }));
  const next = shown.filter((meeting) => !isToday(meeting)).slice(0, 6);
  const callOn = await findOwnCallOn(
    db,
    person.id,
    shown.filter(isToday).map(({ id }) => id),
  );
  const days = [...shown.filter(isToday), ...next].map(({ id }) => id);
  const notices = await readNewNotices(app, person, { meetings: days });
  return {
    now,
    today: shown.filter(isToday).map((meeting) => ({ ...meeting, callOn: callOn.get(meeting.id) ?? null })),
    next,
    newToMe: (await listNewWriteUps(db, person.id, before)).map(withMinutes),
    isFirst: before === null,
    drafts: (await listDraftsOf(db, person.id)).map(withMinutes),
    toCalibrate: (await listDraftsToCalibrate(db, person.id)).map(({ words, ...entry }) => ({
      ...entry,
      minutes: readingMinutes(words),
    })),
    soaking: await Promise.all(
      soaking.flatMap(({ id, title }) => {
        const soak = soaks.get(id);
        return soak
          ? [countSealedIdeas(db, id).then((sealedCount) => ({ id, title, soak, sealedCount }))]
          : [];
      }),
    ),
    notices: notices.slice(0, NOTICES_MAX),
    sealed: own.map((idea) => ({ ...idea, opens: opensWhen(soaks.get(idea.review)) })),
    lookBack: (await listItemsToLookBackOn(db, person.id, { since: askedSince(today), until: today })).map(
      ({ id, title, shows, review, reviewTitle }) => ({ id, title, shows, review, reviewTitle }),
    ),
    items: (await listOpenItemsOf(db, person.id)).map(({ id, title, dueOn, review, reviewTitle }) => ({
      id,
      title,
      dueOn,
      review,
      reviewTitle,
    })),
  };
}

const withMinutes = ({ words, ...entry }: ReadingEntry): HomeWriteUp => ({
  ...entry,
  minutes: readingMinutes(words),
});

const opensWhen = (soak: StoredSoak | undefined): Home['sealed'][number]['opens'] =>
  soak === undefined ? null : (soakOverAt(soak) ?? 'after a further meeting');
