import type { StageId } from '#domain/ids.ts';
import type { RoomProjection, StageShown } from '#domain/meeting/projection.ts';

const MINUTE_MS = 60_000;

export interface Drift {
  /** Whole minutes behind; negative: ahead. */
  minutes: number;
  /** When the meeting would end if every stage ahead takes what it was given, in ms. */
  ends: number;
  /** Where the lost minutes could come from: the longest stage ahead, never below half of what it was given. */
  trim: { stage: StageId; title: string; minutes: number; left: number } | null;
}

/** M9: drift = time spent − time planned, over stages left and the current one, which is not late before its own time is over. */
export function driftOf(room: RoomProjection, now: number): Drift {
  const entered = room.stages.filter(({ state }) => state === 'left' || state === 'now');
  const late = entered.reduce((sum, stage) => sum + lateness(stage, room, now), 0);
  const minutes = Math.round(late / MINUTE_MS);
  return { minutes, ends: endsAbout(room, now), trim: minutes > 0 ? trimOf(room, minutes) : null };
}

/** Time a stage was the current one, the present stay included. */
export function spentOf(stage: StageShown, room: RoomProjection, now: number): number {
  const current = room.current;
  if (current?.stage !== stage.id || room.phase !== 'live') return stage.spentMs;
  return stage.spentMs + Math.max(0, now - Date.parse(current.since));
}

/** When it will be over if nothing else changes, in ms. */
export function endsAbout(room: RoomProjection, now: number): number {
  const left = room.stages.reduce((sum, stage) => sum + leftOf(stage, room, now), 0);
  return now + left;
}

function leftOf(stage: StageShown, room: RoomProjection, now: number): number {
  if (stage.state === 'left' || stage.state === 'unreached') return 0;
  const planned = stage.minutes * MINUTE_MS;
  return stage.state === 'now' ? Math.max(0, planned - spentOf(stage, room, now)) : planned;
}

function lateness(stage: StageShown, room: RoomProjection, now: number): number {
  const over = spentOf(stage, room, now) - stage.minutes * MINUTE_MS;
  return stage.state === 'now' ? Math.max(0, over) : over;
}

function trimOf(room: RoomProjection, behind: number): Drift['trim'] {
  const longest = room.stages.filter(({ state }) => state === 'ahead').sort((a, b) => b.minutes - a.minutes)[0];
  if (!longest) return null;
  const minutes = Math.min(behind, Math.floor(longest.minutes / 2));
  if (minutes < 1) return null;
  return { stage: longest.id, title: longest.title, minutes, left: longest.minutes - minutes };
}
