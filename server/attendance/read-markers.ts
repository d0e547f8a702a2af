import { findReviewMeetings, listFigures, listNamed } from '#db/attendance.ts';
import { listConfidence } from '#db/confidence.ts';
import { listInboundLinks, listReadableTitles } from '#db/readable-reviews.ts';
import { countPossibleReaders, listReadWeeks } from '#db/reads.ts';
import { SIDES } from '#domain/attendance/figures.ts';
import type {
  ConfidenceAnswers,
  MeetingFigures,
  ReadWeek,
  ReviewMarkers,
} from '#domain/attendance/markers.ts';
import { shownOf } from '#domain/attendance/shown.ts';
import { addDays, isWeekOver, weekOf } from '#domain/attendance/weeks.ts';
import type { ReviewId } from '#domain/ids.ts';
import { linksOf } from '#domain/write-up-links.ts';
import type { App, SignedIn } from '../app.ts';
import { readStoredWriteUp } from '../reviews/read-stored-write-up.ts';
import { requireReview } from '../reviews/require-review.ts';

const WEEKS_MOST = 26;

/** R1 to R5: what a review shows of learning, to everyone who may read it; every door gives this and nothing else. */
export async function readMarkers(
  app: App,
  person: SignedIn,
  id: string | undefined,
): Promise<ReviewMarkers> {
  const { review, document } = await requireReview(app, person, id);
  const writeUp = await readStoredWriteUp(app, document);
  const [from, to] = [
    await listInboundLinks(app.db, person.id, review.id),
    await listReadableTitles(app.db, person.id, linksOf(writeUp)),
  ];
  return {
    review: review.id,
    title: review.title,
    publishedAt: review.published_at?.toISOString() ?? null,
    asOf: app.clock.now().toISOString(),
    reads: await readWeeks(app, review.id, review.published_at),
    links: { from: from.map(titleOf), to: to.filter((one) => one.id !== review.id).map(titleOf) },
    attendance: await readAttendance(app, review.id),
    confidence: await readConfidence(app, review.id),
  };
}

const titleOf = ({ id, title }: { id: ReviewId; title: string }) => ({ id, title });

/** Weeks that are over, from publishing on; a week nobody is known to have read in is there too. */
async function readWeeks(app: App, review: ReviewId, publishedAt: Date | null): Promise<ReadWeek[]> {
  if (publishedAt === null) return [];
  const kept = new Map((await listReadWeeks(app.db, review)).map((one) => [one.week, one]));
  const pool = (await countPossibleReaders(app.db, [review])).get(review) ?? { outside: 0, closest: 0 };
  const nothing = { outside: shownOf(0, pool.outside), closest: shownOf(0, pool.closest) };
  const weeks: ReadWeek[] = [];
  const first = weekOf(publishedAt.toISOString().slice(0, 10));
  for (let week = first; isWeekOver(week, app.clock.now()); week = addDays(week, 7))
    weeks.push({ ...nothing, ...kept.get(week), week });
  return weeks.slice(-WEEKS_MOST);
}

/** A6: what is published of each meeting that has ended; of one that may still be reopened, nothing. */
export async function readAttendance(app: Pick<App, 'db'>, review: ReviewId): Promise<MeetingFigures[]> {
  const meetings = await findReviewMeetings(app.db, review);
  const ids = meetings.map(({ id }) => id);
  const figures = await listFigures(app.db, ids);
  const named = await listNamed(app.db, ids);
  return meetings.map(({ id, kind, title, endedAt }) => {
    const own = figures.filter(({ meeting }) => meeting === id);
    const changes = own.map(({ published }) => new Date(published.at).getTime());
    return {
      meeting: id,
      kind,
      title,
      endedAt: endedAt?.toISOString() ?? '',
      changedAt: own.length > 0 ? new Date(Math.max(...changes)).toISOString() : null,
      sides: SIDES.flatMap((side) => {
        const shown = own.find((one) => one.side === side)?.published.shown ?? {};
        const names = named.filter((one) => one.meeting === id && one.side === side);
        const isEmpty =
          names.length === 0 &&
          (Object.keys(shown).length === 0 || (side === 'unknown' && shown.all === 'nobody'));
        return isEmpty
          ? []
          : [{ side, shown, named: names.map(({ name, how, mode }) => ({ name, how, mode })) }];
      }),
    };
  });
}

const SCALE = ['1', '2', '3', '4', '5'];

async function readConfidence(app: App, review: ReviewId): Promise<ConfidenceAnswers[]> {
  const polls = Map.groupBy(await listConfidence(app.db, review), ({ stage }) => stage);
  const asked = [...polls.values()].map(
    (rows): ConfidenceAnswers => ({
      when: rows[0]?.kind === 'poll-before' ? 'before' : 'after',
      question: rows[0]?.question ?? '',
      counts: SCALE.map(
        (choice) =>
          rows.find((row) => row.choice === choice)?.count ??
          (rows.some((row) => row.choice === choice) ? null : 0),
      ),
    }),
  );
  const before = asked.find(({ when }) => when === 'before');
  const after = asked.findLast(({ when }) => when === 'after');
  return [before, after].filter((one) => one !== undefined);
}
