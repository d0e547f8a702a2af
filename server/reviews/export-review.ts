import { readWriteUp } from '#collab/document/read-write-up.ts';
import { listMeetingLeavings, type MeetingLeavings } from '#db/meeting-records.ts';
import { listInboundLinks, listReadableTitles } from '#db/readable-reviews.ts';
import { listReflections } from '#db/reflections.ts';
import type { ReviewRow } from '#db/reviews.ts';
import type { StoredSoak } from '#db/soaks.ts';
import { whoCameWords } from '#domain/attendance/figure-words.ts';
import type { ExportedMeeting, ExportedReview } from '#domain/export/exported-review.ts';
import { exportHtml } from '#domain/export/html.ts';
import { exportMarkdown } from '#domain/export/markdown.ts';
import { CAPTURE_WORDS } from '#domain/meeting/capture.ts';
import { PARKED_ENDING_WORDS } from '#domain/meeting/parked.ts';
import { minutesTaken } from '#domain/meeting/record.ts';
import { type Placed, placeWords } from '#domain/meeting/target-words.ts';
import type { WriteUp } from '#domain/write-up.ts';
import { linksOf } from '#domain/write-up-links.ts';
import type { App, SignedIn } from '../app.ts';
import { readAttendance } from '../attendance/read-markers.ts';
import { exportedThreads } from '../comments/exported-threads.ts';
import { commentsOf } from '../comments/read-comments.ts';
import { countSurveys } from '../meetings/around/survey.ts';
import { notFound } from '../not-found.ts';
import { systemNames, systemsOf } from '../systems/system-names.ts';
import { exportedAround } from './export-around.ts';
import { collectEvidence, collectPictures } from './export-attachments.ts';
import { exportedInputs } from './export-inputs.ts';
import { collectOutcome } from './export-outcome.ts';
import { exportedReflections } from './export-reflections.ts';
import { readReviewPeople } from './read-review-people.ts';
import { readReviewState } from './read-review-state.ts';
import { type AskedReview, requireReview } from './require-review.ts';

export const EXPORT_FORMATS = {
  md: { type: 'text/markdown; charset=utf-8', render: exportMarkdown },
  html: { type: 'text/html; charset=utf-8', render: exportHtml },
  json: {
    type: 'application/json; charset=utf-8',
    render: (review: ExportedReview) => JSON.stringify(review, null, 2),
  },
} as const;
export type ExportFormat = keyof typeof EXPORT_FORMATS;

/** A review in one file, holding what the asking person may read; opens without Soak. */
export async function exportReview(
  app: App,
  person: SignedIn,
  id: string | undefined,
): Promise<ExportedReview> {
  const asked = await requireReview(app, person, id);
  const { review, document } = asked;
  const doc = await app.collab.read(document);
  if (!doc) throw notFound();
  const writeUp = readWriteUp(doc);
  const [{ people, teams }, progress, evidence, pictures, links] = await Promise.all([
    readReviewPeople(app, person, id),
    readReviewState(app, review),
    collectEvidence(app, review.id),
    collectPictures(app, review.id),
    collectLinks(app, person, review, writeUp),
  ]);
  return {
    id: review.id,
    kind: review.kind,
    state: progress.state,
    happenedOn: review.happened_on,
    happenedUntil: review.happened_until,
    zone: review.happened_zone,
    privacy: review.privacy,
    publishedAt: review.published_at?.toISOString() ?? null,
    closestTeams: teams.map((team) => team.name),
    analysts: people.filter((one) => one.role === 'analyst').map(({ name, stance }) => ({ name, stance })),
    writers: people.filter(({ role }) => role === 'writer').map(({ name }) => name),
    readers: people.filter(({ role }) => role === 'reader').map(({ name }) => name),
    soak: progress.soak && exportedSoak(progress.soak),
    sourceNote: review.source_note,
    writeUp,
    systems: await namedSystems(app, writeUp),
    ...pictures,
    evidence,
    meetings: await collectMeetings(app, asked, progress.meetings, writeUp),
    outcome: await collectOutcome(app, person.id, review.id, writeUp),
    reflections: exportedReflections(await listReflections(app.db, review.id)),
    comments: exportedThreads(await commentsOf(app, person, asked)),
    links,
    exportedAt: app.clock.now().toISOString(),
    address: `${app.origin}/reviews/${review.id}`,
  };
}

async function namedSystems(app: App, { findings }: WriteUp): Promise<Record<string, string>> {
  const known = await systemNames(app);
  return Object.fromEntries(
    systemsOf(findings).flatMap((id) => (known[id] ? [[id, known[id].name] as const] : [])),
  );
}

const exportedSoak = ({ startedAt, endsAt, calendar, heldFor, openedEarlyAt }: StoredSoak) => ({
  began: startedAt.toISOString(),
  ends: endsAt.toISOString(),
  zone: calendar.zone,
  waits: heldFor !== null,
  openedEarly: openedEarlyAt !== null,
});

async function collectMeetings(
  app: App,
  { review, may }: AskedReview,
  meetings: Awaited<ReturnType<typeof readReviewState>>['meetings'],
  writeUp: WriteUp,
): Promise<ExportedMeeting[]> {
  const left = await listMeetingLeavings(app.db, review.id);
  await countSurveys(app);
  const figures = new Map((await readAttendance(app, review.id)).map((one) => [one.meeting as string, one]));
  const around = await Promise.all(meetings.map(({ id, phase }) => exportedAround(app, id, phase)));
  const placeOf = (of: Placed) => placeWords(of, writeUp, left.stages, review.happened_zone);
  return meetings.map((meeting, at) => {
    const own = <T extends { meeting: string }>(rows: readonly T[]) =>
      rows.filter((row) => row.meeting === meeting.id);
    const came = figures.get(meeting.id);
    return {
      kind: meeting.kind,
      title: meeting.title,
      phase: meeting.phase,
      startsAt: meeting.startsAt.toISOString(),
      zone: meeting.zone,
      minutes: meeting.minutes,
      callLink: meeting.callLink,
      startedAt: meeting.startedAt?.toISOString() ?? null,
      endedAt: meeting.endedAt?.toISOString() ?? null,
      facilitators: own(left.facilitators).map((one) => one.name),
      scribe: own(left.scribes)[0]?.name ?? null,
      agenda: own(left.stages).map((stage) => exportedStage(stage, may['plan meetings'])),
      captures: own(left.captures).map(({ kind, words, by, claim, ...placed }) => ({
        kind: CAPTURE_WORDS[kind].toLowerCase(),
        words,
        by: by ?? 'without a name',
        about: placeOf(placed),
        claim,
        target: placed.target?.id ?? null,
      })),
      inputs: exportedInputs(left, meeting.id),
      parked: own(left.parked).map(({ words, by, ending, note, ...placed }) => ({
        words,
        by,
        about: placeOf(placed),
        ending: ending
          ? [PARKED_ENDING_WORDS[ending].toLowerCase(), note].filter(Boolean).join(': ')
          : 'waiting',
      })),
      brought: around[at]?.brought ?? [],
      survey: around[at]?.survey ?? [],
      attendance: came ? whoCameWords(came) : [],
    };
  });
}

/** What it asks and who tells it stand in the plan, and go to those who may see that. */
const exportedStage = (
  { title, minutes, reached, spentMs, teller, prompt }: MeetingLeavings['stages'][number],
  seesPlan: boolean,
): ExportedMeeting['agenda'][number] => ({
  title,
  minutes,
  reached,
  took: reached ? minutesTaken(spentMs) : 0,
  teller: seesPlan ? (teller ?? '') : '',
  prompt: seesPlan ? prompt : '',
});

async function collectLinks(app: App, person: SignedIn, review: ReviewRow, writeUp: WriteUp) {
  const [to, from] = await Promise.all([
    listReadableTitles(app.db, person.id, linksOf(writeUp)),
    listInboundLinks(app.db, person.id, review.id),
  ]);
  const link = (direction: 'to' | 'from') => (one: { id: string; title: string }) => ({
    title: one.title,
    address: `${app.origin}/reviews/${one.id}`,
    direction,
  });
  return [...to.map(link('to')), ...from.map(link('from'))];
}
