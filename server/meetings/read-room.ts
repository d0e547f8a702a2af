import { listSigns } from '#db/meeting-events.ts';
import { findAttendance, findNote, listSeen } from '#db/meeting-own.ts';
import { listStageNotes } from '#db/meeting-stages.ts';
import { listReviewMeetings } from '#db/review-meetings.ts';
import { listShown } from '#db/rooms.ts';
import { findRoom } from '#db/whole-room.ts';
import { type CaptureKind, maySeeCapture } from '#domain/meeting/capture.ts';
import type { MeetingPhase, Room } from '#domain/meeting/meeting.ts';
import {
  type FacilitatorView,
  type OwnRoom,
  type RoomState,
  stageDetails,
} from '#domain/meeting/own-room.ts';
import { type Pitfall, signsOf } from '#domain/meeting/pitfalls.ts';
import {
  captureShown,
  newest,
  type People,
  parkedShown,
  projectRoom,
  turnShown,
} from '#domain/meeting/project-room.ts';
import type { RoomProjection } from '#domain/meeting/projection.ts';
import { speakerOf } from '#domain/meeting/queue-entry.ts';
import { inOrder } from '#domain/meeting/queue-order.ts';
import { showSession } from '../actions/show-session.ts';
import type { App, Database } from '../app.ts';
import { type Guest, type InRoom, isGuest } from '../guests/guest.ts';
import { notFound } from '../not-found.ts';
import { readOnce } from '../read-once.ts';
import { expectedSoakEnd } from '../soak/expected-soak-end.ts';
import { broughtToFacilitators } from './around/read-around.ts';
import { showSurvey } from './around/survey.ts';
import { type AskedMeeting, requireMeeting } from './require-meeting.ts';

/** The room for one person: what everyone sees, the longer lists whole, and what is theirs alone. */
export async function readRoom(app: App, person: InRoom, id: string | undefined): Promise<RoomState> {
  const found = await requireMeeting(app, person, id);
  const whole = await findRoom(app.db, found.meeting.id, { person: person.id, now: app.clock.now() });
  if (whole === null) throw notFound();
  const { room } = whole;
  const people = await listShown(app.db, room, whole.people);
  const state = projectRoom(room, people, await showSession(app.db, room.meeting));
  return {
    rev: state.rev,
    state,
    own: await ownRoom(app.db, person, { ...found, meeting: room.meeting }, room, people),
    ...(isGuest(person) ? listsForGuest(state, room, people, person) : wholeLists(room, people)),
    waiting: inOrder(room.queue).map((entry) => turnShown(entry, people)),
    facilitator: found.actor.steers ? await facilitatorView(app, room, state) : null,
    survey: await showSurvey(app, room.meeting),
  };
}

const wholeLists = (room: Room, people: People): Pick<RoomState, 'captures' | 'parked'> => ({
  captures: newest(room.captures.filter(({ confirmed }) => confirmed)).map((one) =>
    captureShown(one, people),
  ),
  parked: newest(room.parked).map((parked) => parkedShown(parked, people)),
});

/** G2: no more than is on stage and in the projection; one's own words whole, to change them. */
function listsForGuest(
  { captures, parked, current, stages }: RoomProjection,
  room: Room,
  people: People,
  { id }: Guest,
): Pick<RoomState, 'captures' | 'parked'> {
  const stage = stages.find((one) => one.id === current?.stage)?.kind;
  const onStage: CaptureKind | null =
    stage === 'different-views'
      ? 'different-view'
      : stage === 'open-questions' || stage === 'close'
        ? 'question'
        : null;
  const inProjection = new Map(captures.map((shown) => [shown.id, shown]));
  return {
    captures: newest(room.captures.filter(({ confirmed }) => confirmed)).flatMap((one) => {
      if (one.kind === onStage || one.notedBy === id) return captureShown(one, people);
      return inProjection.get(one.id) ?? [];
    }),
    parked,
  };
}

async function ownRoom(
  db: Database,
  person: InRoom,
  asked: AskedMeeting,
  room: Room,
  people: People,
): Promise<OwnRoom> {
  const { actor, meeting } = asked;
  const own = { meeting: meeting.id, person: person.id };
  return {
    actor,
    readyFor: room.ready.includes(person.id) && 'current' in meeting ? meeting.current : null,
    ideas: room.ownIdeas,
    texts: room.inputs.own,
    unconfirmed: room.captures
      .filter((capture) => !capture.confirmed && maySeeCapture(capture, person.id))
      .map((capture) => captureShown(capture, people)),
    attendance: await findAttendance(db, own),
    note: await findNote(db, own),
    mayPlanSession: await mayPlanSession(db, asked),
    soakWaitsFor: await soakWaitsFor(db, asked),
    opensAt: isGuest(person) ? null : await opensAt(db, asked),
  };
}

/** S2: it moves with the meeting, which may be held on another day than planned. A whole room asks for it at once. */
async function opensAt(db: Database, { meeting, review }: AskedMeeting): Promise<string | null> {
  if (meeting.kind !== 'review') return null;
  const { endsAt } = await readOnce(db, `soak end ${review.id}`, () => expectedSoakEnd(db, review.id));
  return endsAt?.toISOString() ?? null;
}

/** S1: asked while it runs, by the few who may end it: the last review meeting that is still ahead. */
async function soakWaitsFor(db: Database, { meeting, actor }: AskedMeeting): Promise<string | null> {
  const mayEnd = actor.steers || actor.analyst;
  if (!mayEnd || meeting.kind !== 'review' || !('current' in meeting)) return null;
  const meetings = await listReviewMeetings(db, meeting.reviewId);
  const ahead = meetings.filter(
    ({ id, kind, phase }) => id !== meeting.id && kind === 'review' && !OVER.includes(phase),
  );
  return ahead.at(-1)?.startsAt.toISOString() ?? null;
}

const OVER: readonly MeetingPhase[] = ['ended', 'cancelled'];

/** Asked only once it is over, by the few who may. */
async function mayPlanSession(db: Database, { meeting, mayPlan, review }: AskedMeeting): Promise<boolean> {
  if (!mayPlan || meeting.kind !== 'review' || meeting.phase !== 'ended') return false;
  const meetings = await listReviewMeetings(db, review.id);
  return meetings.every(({ kind, phase }) => kind !== 'action' || phase === 'cancelled');
}

/** P6: for those who steer, and nobody else. */
async function facilitatorView(app: App, room: Room, state: RoomProjection): Promise<FacilitatorView> {
  const { db } = app;
  const { meeting, queue } = room;
  const { facilitators } = meeting.plan;
  const seen = await listSeen(db, meeting.id, facilitators);
  const spoken = new Set(queue.filter(({ state }) => state !== 'waiting').map(speakerOf));
  return {
    notes: await listStageNotes(db, meeting.id),
    stages: stageDetails(room.stages),
    notSpokenYet: queue
      .filter((entry) => entry.state === 'waiting' && !spoken.has(speakerOf(entry)))
      .map(({ id }) => id),
    seen: facilitators.map((id) => ({ id, at: seen.get(id)?.toISOString() ?? null })),
    signs: meeting.kind === 'review' && meeting.phase === 'live' ? await signsIn(app, room, state) : [],
    brought: await broughtToFacilitators(app, meeting),
  };
}

async function signsIn({ db, clock }: App, room: Room, state: RoomProjection): Promise<Pitfall[]> {
  const events = await listSigns(db, room.meeting.id);
  const entries = new Map(room.queue.map((entry) => [entry.id, entry]));
  const speakers = events.flatMap(({ command, about }) => {
    const entry = command === 'next-speaker' && entries.get((about as { entry?: string }).entry ?? '');
    return entry ? [speakerOf(entry)] : [];
  });
  const pointing = room.queue.filter((entry) => entry.state === 'waiting');
  return signsOf(
    state,
    new Set(room.stages.flatMap(({ targets }) => targets.map(({ id }) => id))),
    {
      speakers,
      sealedAt: events.filter(({ command }) => command === 'seal').map(({ at }) => at),
      pointedAt: pointing.flatMap(({ target }) => (target ? [target.section ?? target.id] : [])),
    },
    clock.now(),
  );
}
