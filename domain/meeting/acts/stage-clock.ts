import type { StageId } from '#domain/ids.ts';
import type { Meeting, Room } from '../meeting.ts';
import type { Stage } from '../stage.ts';
import { MINUTE_MS, remainingMs } from '../timer.ts';
import { standing } from './act.ts';

type Live = Extract<Meeting, { phase: 'live' }>;

/** Writes the current stage's clock down: how long it was current, what its timer shows. */
export function stopClock(room: Room, now: Date): readonly Stage[] {
  const meeting = standing(room.meeting);
  return room.stages.map((stage) =>
    stage.id === meeting.current
      ? { ...stage, spentMs: spentMs(stage, meeting, now), remainingMs: remainingMs(meeting.timer, now) }
      : stage,
  );
}

/** Milliseconds a stage has been the current one; a paused meeting spends none. */
export const spentMs = (stage: Stage, meeting: Meeting, now: Date): number =>
  meeting.phase === 'live' && meeting.current === stage.id
    ? stage.spentMs + Math.max(0, now.getTime() - meeting.since.getTime())
    : stage.spentMs;

/** M8: a stage entered again goes on with the time it had left. */
export const timerOf = (stage: Stage, now: Date) =>
  ({
    state: 'running',
    endsAt: new Date(now.getTime() + (stage.remainingMs ?? stage.minutes * MINUTE_MS)),
  }) as const;

/** Leaves the current stage and enters another; the same stage again changes nothing but its clock's reading. Ready was for the stage left (M10). */
export function moveTo(room: Room, meeting: Live, target: StageId, now: Date): Room {
  const stages = stopClock(room, now).map((stage) =>
    stage.id === target ? { ...stage, reachedAt: stage.reachedAt ?? now } : stage,
  );
  const stage = stageOf(stages, target);
  return {
    ...room,
    stages,
    ready: [],
    meeting: {
      ...meeting,
      current: target,
      since: now,
      timer: timerOf(stage, now),
      spotlight: stage.targets[0] ?? null,
    },
  };
}

export const stageOf = (stages: readonly Stage[], id: StageId): Stage => {
  const stage = stages.find((candidate) => candidate.id === id);
  if (stage === undefined) throw new Error('the current stage is not among the stages');
  return stage;
};
