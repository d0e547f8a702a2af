import { isUnsealed } from '#db/action-sessions.ts';
import { type EarlyOpening, listEarlyOpenings } from '#db/early-openings.ts';
import { type ItemMention, listItemMentions } from '#db/item-mentions.ts';
import { type ItemSend, listItemSends } from '#db/item-sends.ts';
import { listReflections, type Reflection } from '#db/reflections.ts';
import { listMeetingPeople, listReviewMeetings, type ReviewMeeting } from '#db/review-meetings.ts';
import { countSealedIdeas, listOwnIdeas } from '#db/sealed-ideas.ts';
import { findSoak, type StoredSoak } from '#db/soaks.ts';
import { maySeal } from '#domain/action-session/session.ts';
import { isOpen } from '#domain/action-session/standing.ts';
import type { PersonId } from '#domain/ids.ts';
import type { OwnIdea } from '#domain/meeting/sealed-idea.ts';
import { type ReviewState, reviewState } from '#domain/review-state.ts';
import { wallClockAt } from '#domain/soak/wall-clock.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';
import { expectedSoakEnd } from '../soak/expected-soak-end.ts';
import { type EarlyOffer, earlyOffer } from '../soak/open-early.ts';
import { isAhead } from '../soak/start-soak.ts';
import { soakDaysFor } from '../soak/working-calendar.ts';
import { haveAgreed } from '../trackers/require-sender.ts';
import { readOutcome, type SessionOutcome } from './read-outcome.ts';
import { type Reading, readCurrent, readReading } from './read-reading.ts';

export type { StoredSoak };

export interface PlannedMeeting
  extends Pick<ReviewMeeting, 'id' | 'startsAt' | 'minutes' | 'zone' | 'phase'> {
  facilitators: string[];
  invited: string[];
}

export interface ReflectionShown extends Pick<Reflection, 'id' | 'words' | 'authorName' | 'takenBack'> {
  mine: boolean;
}

/** Everything `/reviews/:id/actions` shows to this person. Of sealed ideas: a count, and the asking person's own words (C6). */
export interface ActionsPage {
  now: Date;
  state: ReviewState;
  soak: StoredSoak | null;
  /** How many working days it lasts, or will last. */
  workingDays: number;
  /** S5: each time it was opened before its end, with who and why. */
  early: EarlyOpening[];
  /** When it is to be expected to end while the review meeting is still ahead. */
  expectedEnd: Date | null;
  /** The review meeting still ahead, which the soak waits for or starts with. */
  ahead: PlannedMeeting | null;
  session: PlannedMeeting | null;
  sealedCount: number;
  ownIdeas: OwnIdea[];
  reflections: (ReflectionShown & { answers: ReflectionShown[] })[];
  reading: Reading | null;
  outcome: SessionOutcome;
  /** S12: findings of other reviews that name an item of this one, as far as the asking person may read there. */
  mentions: ItemMention[];
  /** Where its items are worked on, as far as they were sent or linked. */
  sends: ItemSend[];
  /** The reader's own day, 'YYYY-MM-DD'. */
  today: string;
  /** Opened ideas that nothing has been said to yet; they stay in sight (S9). */
  undecided: number;
  may: {
    seal: boolean;
    reflect: boolean;
    /** U1: without a name; until the ideas are opened, since what comes then would stand alone. */
    reflectUnsigned: boolean;
    startSoak: boolean;
    openEarly: EarlyOffer | null;
    /** Of items whose owner is here no more. */
    finishForThoseWhoLeft: boolean;
    plan: boolean;
    write: boolean;
    /** As an analyst. */
    manage: boolean;
    /** T2: what was agreed may go to where work is done. */
    send: boolean;
  };
}

export async function readActionsPage(
  app: App,
  person: SignedIn,
  id: string | undefined,
): Promise<ActionsPage> {
  const asked = await requireReview(app, person, id);
  const { review, may } = asked;
  const now = app.clock.now();
  const soak = await findSoak(app.db, review.id);
  const meetings = await listReviewMeetings(app.db, review.id);
  const unsealed = await isUnsealed(app.db, review.id);
  // a held soak waits for one of them, which need not be the next
  const ahead = meetings.find(({ id }) => id === soak?.heldFor) ?? meetings.find(isAhead);
  const session = meetings.findLast(({ kind, phase }) => kind === 'action' && phase !== 'cancelled');
  const writeUp = await readCurrent(app, asked);
  const done = review.done_at !== null;
  const outcome = await readOutcome(app.db, review.id, writeUp?.findings ?? []);
  const undecided = outcome.ideas.filter(isOpen).length;
  const hadMeeting = meetings.some(({ kind, phase }) => kind === 'review' && phase !== 'cancelled');
  return {
    now,
    state: reviewState({ publishedAt: review.published_at, meetings, soak, doneAt: review.done_at, now }),
    soak,
    workingDays: soak?.workingDays ?? (await soakDaysFor(app.db, review.id)),
    early: await listEarlyOpenings(app.db, review.id),
    expectedEnd: (await expectedSoakEnd(app.db, review.id)).endsAt,
    ahead: ahead ? await planned(app, ahead) : null,
    session: session ? await planned(app, session) : null,
    sealedCount: await countSealedIdeas(app.db, review.id),
    ownIdeas: await listOwnIdeas(app.db, review.id, person.id),
    reflections: withAnswers(await listReflections(app.db, review.id), person.id),
    reading: unsealed ? null : await readReading(app, person, asked),
    outcome,
    mentions: await listItemMentions(app.db, person.id, review.id),
    sends: await listItemSends(app.db, review.id),
    today: wallClockAt(now, person.zone).day,
    undecided,
    may: {
      seal: maySeal({ unsealed, done }) === true,
      reflect: soak !== null && !done,
      reflectUnsigned: soak !== null && !done && !unsealed,
      startSoak: may.manage && soak === null && !hadMeeting && review.published_at !== null && !done,
      openEarly: unsealed || done ? null : await earlyOffer(app.db, person.id, asked, now),
      plan: may['plan meetings'] && (!done || undecided > 0),
      write: may.write,
      manage: may.manage,
      finishForThoseWhoLeft: may['plan meetings'],
      send: may['plan meetings'] && (await haveAgreed(app, asked)),
    },
  };
}

async function planned(app: App, meeting: ReviewMeeting): Promise<PlannedMeeting> {
  const people = await listMeetingPeople(app.db, meeting.id);
  const named = (role: 'facilitator' | 'invited') =>
    people.filter((each) => each.role === role).map(({ name }) => name);
  const { id, startsAt, minutes, zone, phase } = meeting;
  return {
    id,
    startsAt,
    minutes,
    zone,
    phase,
    facilitators: named('facilitator'),
    invited: named('invited'),
  };
}

/** Answers under what they answer, each list in its own order. */
function withAnswers(all: readonly Reflection[], me: PersonId): ActionsPage['reflections'] {
  const shown = ({ id, words, author, authorName, takenBack }: Reflection): ReflectionShown => ({
    id,
    words,
    authorName,
    takenBack,
    mine: author === me,
  });
  return all
    .filter(({ answers }) => answers === null)
    .map((reflection) => ({
      ...shown(reflection),
      answers: all.filter(({ answers }) => answers === reflection.id).map(shown),
    }));
}
