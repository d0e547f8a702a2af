import { asId, type PersonId, type StageId } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import { isPutInto } from '../inputs.ts';
import type { Room } from '../meeting.ts';
import { MOST_STAGE_MINUTES, MOST_STAGES, type Stage } from '../stage.ts';
import { targetsKept } from '../stage-sources.ts';
import { addToTimer, MINUTE_MS, pauseTimer, type Timer } from '../timer.ts';
import { type Act, done } from './act.ts';
import { moveTo } from './stage-clock.ts';

const stageAdd: Act<'stage-add'> = (room, body, { uuid, mayBeNamed }) => {
  if (room.stages.length >= MOST_STAGES)
    return refuse(`An agenda holds up to ${MOST_STAGES} stages. Take one out, or put two together.`);
  const wrong = checkMinutes(body.minutes) ?? checkTeller(body.teller, mayBeNamed);
  if (wrong) return wrong;
  const stage: Stage = {
    id: asId<StageId>(uuid()),
    kind: body.kind,
    title: body.title,
    minutes: body.minutes,
    prompt: body.prompt ?? '',
    targets: targetsKept(body.kind, body.targets ?? []),
    teller: body.teller ?? null,
    reachedAt: null,
    spentMs: 0,
    remainingMs: null,
    opened: false,
  };
  return placed(room, room.stages, stage, body.after === undefined ? lastId(room) : body.after);
};

const stageChange: Act<'stage-change'> = (room, body, { now, mayBeNamed }) => {
  const stage = room.stages.find(({ id }) => id === body.stage);
  if (stage === undefined) return gone();
  const minutes = body.minutes ?? stage.minutes;
  const wrong = checkMinutes(minutes) ?? checkTeller(body.teller, mayBeNamed);
  if (wrong) return wrong;
  const longerMs = (minutes - stage.minutes) * MINUTE_MS;
  const changed: Stage = {
    ...stage,
    title: body.title ?? stage.title,
    prompt: body.prompt ?? stage.prompt,
    targets: body.targets === undefined ? stage.targets : targetsKept(stage.kind, body.targets),
    teller: body.teller === undefined ? stage.teller : body.teller,
    minutes,
    remainingMs: stage.remainingMs === null ? null : stage.remainingMs + longerMs,
  };
  const stages = room.stages.map((candidate) => (candidate.id === stage.id ? changed : candidate));
  return done({ ...withLonger(room, stage.id, longerMs, now), stages }, { stage: stage.id, minutes });
};

const stageMove: Act<'stage-move'> = (room, body) => {
  const stage = room.stages.find(({ id }) => id === body.stage);
  if (stage === undefined || body.after === body.stage) return gone();
  return placed(
    room,
    room.stages.filter(({ id }) => id !== stage.id),
    stage,
    body.after,
  );
};

/** M6: removing the current one moves to the next, else the previous; the last one stays. Nothing said in it is lost. */
const stageRemove: Act<'stage-remove'> = (room, body, { now }) => {
  const at = room.stages.findIndex(({ id }) => id === body.stage);
  if (at === -1) return gone();
  const removed = room.stages[at];
  if (removed !== undefined && isPutInto(removed.kind) && removed.reachedAt !== null)
    return refuse('What people wrote or answered is kept with this stage, so it stays.');
  if (room.stages.length === 1) return refuse('The last stage stays: a meeting is always at one.');
  const neighbour = room.stages[at + 1] ?? room.stages[at - 1];
  const moved = neighbour === undefined ? room : awayFrom(room, body.stage, neighbour.id, now);
  return done(
    {
      ...moved,
      stages: moved.stages.filter(({ id }) => id !== body.stage),
      rounds: moved.rounds.filter(({ stage }) => stage !== body.stage),
      captures: moved.captures.map((capture) =>
        capture.stage === body.stage ? { ...capture, stage: null } : capture,
      ),
      parked: moved.parked.map((parked) =>
        parked.stage === body.stage ? { ...parked, stage: null } : parked,
      ),
    },
    { stage: body.stage },
  );
};

function awayFrom(room: Room, stage: StageId, neighbour: StageId, now: Date): Room {
  const { meeting } = room;
  if (meeting.phase !== 'live' && meeting.phase !== 'paused') return room;
  const forgotten = { ...meeting, undo: null };
  if (meeting.current !== stage) return { ...room, meeting: forgotten };
  const { undo: _, ...rest } = forgotten;
  const moved = moveTo(room, { ...rest, phase: 'live', undo: null }, neighbour, now);
  if (meeting.phase === 'live' || moved.meeting.phase !== 'live') return moved;
  const timer: Timer = pauseTimer(moved.meeting.timer, now);
  const { current, since, spotlight } = moved.meeting;
  return { ...moved, meeting: { ...meeting, current, since, spotlight, timer, undo: null } };
}

function placed(room: Room, others: readonly Stage[], stage: Stage, after: StageId | null) {
  const at = after === null ? 0 : others.findIndex(({ id }) => id === after) + 1;
  if (after !== null && at === 0) return gone();
  return done(
    { ...room, stages: [...others.slice(0, at), stage, ...others.slice(at)] },
    { stage: stage.id, after },
  );
}

const withLonger = (room: Room, stage: StageId, ms: number, now: Date): Room => {
  const { meeting } = room;
  if ((meeting.phase !== 'live' && meeting.phase !== 'paused') || meeting.current !== stage) return room;
  return { ...room, meeting: { ...meeting, timer: addToTimer(meeting.timer, ms, now) } };
};

const checkMinutes = (minutes: number): Refused | null =>
  Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_STAGE_MINUTES
    ? null
    : refuse(`A stage takes from 1 to ${MOST_STAGE_MINUTES} minutes.`);

const checkTeller = (
  teller: PersonId | null | undefined,
  mayBeNamed: (person: PersonId) => boolean,
): Refused | null =>
  teller == null || mayBeNamed(teller)
    ? null
    : refuse('Whoever tells a part has an account here and may read this review.');

const lastId = (room: Room): StageId | null => room.stages.at(-1)?.id ?? null;

const gone = () => refuse('That stage is not on the agenda any more.');

export const STAGES = {
  'stage-add': stageAdd,
  'stage-change': stageChange,
  'stage-move': stageMove,
  'stage-remove': stageRemove,
};
