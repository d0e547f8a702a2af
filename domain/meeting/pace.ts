import type { RoomProjection, StageShown } from './projection.ts';
import { MINUTE_MS } from './timer.ts';

type Paced = Pick<RoomProjection, 'stages' | 'current' | 'phase'>;
type Planned = Paced & Pick<RoomProjection, 'startsAt' | 'minutes'>;

/** Milliseconds left on the current stage's timer; negative is overtime; null where nothing runs. */
export const timeLeftMs = ({ current }: Pick<RoomProjection, 'current'>, now: Date): number | null => {
  if (current === null) return null;
  const { timer } = current;
  return timer.state === 'running' ? Date.parse(timer.endsAt) - now.getTime() : timer.remainingMs;
};

/** Passed over: the group stands behind it and has not been there. It can still be gone to; nothing waits for it. */
export const isSkipped = (stage: StageShown, room: Pick<RoomProjection, 'stages' | 'current'>): boolean =>
  stage.state === 'ahead' && room.current !== null && room.stages.indexOf(stage) < currentIndex(room);

/**
 * M9: time spent minus time planned, over the stages behind (those passed over too: their minutes are a gain) and the current
 * one; positive is behind. The current one, and one entered before that is still to come again, count only what they have
 * spent beyond their plan: what they may still use is not a gain yet.
 */
export const driftMs = (room: Paced, now: Date): number => {
  const current = currentIndex(room);
  return room.stages.reduce((sum, stage, at) => {
    if (at > current && stage.state === 'ahead') return sum;
    const beyond = spentMs(stage, room, now) - stage.minutes * MINUTE_MS;
    return sum + (at < current ? beyond : Math.max(0, beyond));
  }, 0);
};

const currentIndex = ({ stages }: Pick<Paced, 'stages'>): number => {
  const at = stages.findIndex(({ state }) => state === 'now');
  return at === -1 ? stages.length : at;
};

export const spentMs = (stage: StageShown, room: Paced, now: Date): number =>
  stage.state === 'now' && room.phase === 'live' && room.current !== null
    ? stage.spentMs + Math.max(0, now.getTime() - Date.parse(room.current.since))
    : stage.spentMs;

/** When it would end if every stage to come took what is left of its minutes: "would end at 11:03". Null unless live or paused. */
export const expectedEnd = (room: Paced, now: Date): Date | null => {
  const left = timeLeftMs(room, now);
  if (left === null) return null;
  const ahead = room.stages
    .slice(currentIndex(room) + 1)
    .reduce((sum, stage) => sum + Math.max(0, stage.minutes * MINUTE_MS - stage.spentMs), 0);
  return new Date(now.getTime() + Math.max(0, left) + ahead);
};

/** Whole minutes by which it would end after its planned end: begun late or paused, it can be that and on time. 0 where it would not. */
export const minutesPast = (room: Planned, now: Date): number => {
  const end = expectedEnd(room, now);
  if (end === null) return 0;
  const planned = Date.parse(room.startsAt) + room.minutes * MINUTE_MS;
  // a few seconds are no reason to trim
  return Math.max(0, Math.floor((end.getTime() - planned) / MINUTE_MS));
};

/** Where to trim: the longest stage ahead, by no more than leaves it five minutes; null when nothing can give. */
export const trimProposal = (room: Planned, now: Date): { stage: StageShown; minutes: number } | null => {
  const over = minutesPast(room, now);
  const longest = room.stages
    .filter((stage) => stage.state === 'ahead' && !isSkipped(stage, room))
    .reduce<StageShown | null>((best, stage) => (best && best.minutes >= stage.minutes ? best : stage), null);
  if (over === 0 || longest === null || longest.minutes <= 5) return null;
  return { stage: longest, minutes: Math.min(over, longest.minutes - 5) };
};
