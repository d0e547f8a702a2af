import { refuse } from '#domain/refused.ts';
import type { Room } from '../meeting.ts';
import { pauseTimer, runTimer } from '../timer.ts';
import { type Act, done, live, standing } from './act.ts';
import { stageOf, stopClock, timerOf } from './stage-clock.ts';

/** M2: planned → lobby → live ⇄ paused → ended, and back to live within a day. */
const open: Act<'open'> = (room) => done({ ...room, meeting: { ...facts(room), phase: 'lobby' } });

const start: Act<'start'> = (room, _, { now, startGate }) => {
  if (startGate !== true) return startGate;
  const first = room.stages[0];
  if (first === undefined) return refuse('Add at least one stage to the agenda before starting.');
  const reached = { ...first, reachedAt: now };
  return done({
    ...room,
    stages: [reached, ...room.stages.slice(1)],
    meeting: {
      ...facts(room),
      phase: 'live',
      startedAt: now,
      current: first.id,
      since: now,
      timer: timerOf(reached, now),
      spotlight: first.targets[0] ?? null,
      broughtRev: 0,
      undo: null,
    },
  });
};

const pause: Act<'pause'> = (room, _, { now }) => done(pausedRoom(room, now, false));

/** @param byItself nobody steered it any more (M18) */
export const pausedRoom = (room: Room, now: Date, byItself: boolean): Room => {
  const meeting = live(room.meeting);
  return {
    ...room,
    stages: stopClock(room, now),
    meeting: {
      ...meeting,
      phase: 'paused',
      pausedAt: now,
      timerWasRunning: meeting.timer.state === 'running',
      byItself,
      timer: pauseTimer(meeting.timer, now),
      undo: null,
    },
  };
};

const resume: Act<'resume'> = (room, _, { now }) => {
  const meeting = standing(room.meeting);
  const { startedAt, current, spotlight, broughtRev, timer } = meeting;
  const wasRunning = meeting.phase === 'paused' && meeting.timerWasRunning;
  return done({
    ...room,
    meeting: {
      ...facts(room),
      phase: 'live',
      startedAt,
      current,
      since: now,
      timer: wasRunning ? runTimer(timer, now) : timer,
      spotlight,
      broughtRev,
      undo: null,
    },
  });
};

/** M19: stages nobody reached stay as they are. Whoever was speaking has spoken. */
const end: Act<'end'> = (room, _, { now }) => {
  const { startedAt, current, broughtRev } = standing(room.meeting);
  const stages = stopClock(room, now);
  return done(
    {
      ...room,
      stages,
      ready: [],
      queue: room.queue.map((entry) => (entry.state === 'speaking' ? { ...entry, state: 'spoken' } : entry)),
      meeting: { ...facts(room), phase: 'ended', startedAt, endedAt: now, lastStage: current, broughtRev },
    },
    { unreached: stages.filter((stage) => stage.reachedAt === null).length },
  );
};

const reopen: Act<'reopen'> = (room, _, { now, reopenGate }) => {
  if (reopenGate !== true) return reopenGate;
  const { meeting } = room;
  if (meeting.phase !== 'ended') return refuse('Only a meeting that has ended can be reopened.');
  const stage = stageOf(room.stages, meeting.lastStage);
  return done({
    ...room,
    meeting: {
      ...facts(room),
      phase: 'live',
      startedAt: meeting.startedAt,
      current: stage.id,
      since: now,
      timer: timerOf(stage, now),
      spotlight: stage.targets[0] ?? null,
      broughtRev: meeting.broughtRev,
      undo: null,
    },
  });
};

/** What stays the same in every phase. */
const facts = ({ meeting }: Room) => {
  const { id, reviewId, kind, plan, rev, steeredRev, queueOpen, relieved } = meeting;
  return { id, reviewId, kind, plan, rev, steeredRev, queueOpen, relieved };
};

export const RUNNING = { open, start, pause, resume, end, reopen };
