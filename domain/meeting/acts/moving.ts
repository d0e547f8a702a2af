import type { StageId } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import { isPutInto } from '../inputs.ts';
import { type Meeting, type Room, UNDO_SECONDS, type Undo } from '../meeting.ts';
import { type Act, type Done, done, live } from './act.ts';
import { moveTo } from './stage-clock.ts';

type Live = Extract<Meeting, { phase: 'live' }>;

const next: Act<'next'> = (room, _, { now }) =>
  step(room, 1, 'This is the last stage. End the meeting when you are done.', now);

const back: Act<'back'> = (room, _, { now }) => step(room, -1, 'This is the first stage.', now);

const go: Act<'go'> = (room, { stage }, { now }) => {
  if (!room.stages.some((candidate) => candidate.id === stage))
    return refuse('That stage is not on the agenda any more.');
  if (live(room.meeting).current === stage) return refuse('The group is at that stage already.');
  return travel(room, stage, now);
};

/** M7: stage, clocks, timer, spotlight and ready marks as they were; the time spent in between counts where it was before. */
const undo: Act<'undo'> = (room) => {
  const meeting = live(room.meeting);
  if (meeting.undo === null) return refuse('There is nothing to take back.');
  const { clocks, ready, until: _, ...before } = meeting.undo;
  return done(
    {
      ...room,
      ready,
      stages: room.stages.map((stage) => ({
        ...stage,
        ...clocks.find((clock) => clock.id === stage.id),
        // people may have written in it by now: it was reached (M15)
        ...(isPutInto(stage.kind) && { reachedAt: stage.reachedAt }),
      })),
      meeting: { ...meeting, ...before, undo: null },
    },
    { to: before.current },
  );
};

function step(room: Room, by: 1 | -1, atTheEdge: string, now: Date): Done | Refused {
  const at = room.stages.findIndex((stage) => stage.id === live(room.meeting).current);
  const target = room.stages[at + by];
  return target === undefined ? refuse(atTheEdge) : travel(room, target.id, now);
}

function travel(room: Room, target: StageId, now: Date): Done {
  const meeting = live(room.meeting);
  const undo = rememberedFrom(room, meeting, target, now);
  return done(moveTo(room, { ...meeting, undo }, target, now), { from: meeting.current, to: target });
}

const rememberedFrom = ({ stages, ready }: Room, meeting: Live, target: StageId, now: Date): Undo => ({
  until: new Date(now.getTime() + UNDO_SECONDS * 1000),
  current: meeting.current,
  since: meeting.since,
  timer: meeting.timer,
  spotlight: meeting.spotlight,
  ready,
  clocks: stages
    .filter((stage) => stage.id === meeting.current || stage.id === target)
    .map(({ id, spentMs, remainingMs, reachedAt }) => ({ id, spentMs, remainingMs, reachedAt })),
});

export const MOVING = { next, back, go, undo };
