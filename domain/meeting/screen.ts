import type { StageId } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { Block, Moment, MomentKind, WriteUp } from '#domain/write-up.ts';
import type { ChatOf } from './chat-stretch.ts';
import { findTarget, hasTarget } from './find-target.ts';
import { endBefore } from './hindsight.ts';
import type { InputKind } from './inputs.ts';
import { reopenUntil } from './may-command.ts';
import type { Meeting, MeetingKind, MeetingPhase } from './meeting.ts';
import { phaseShown, type RoomProjection, type TimerShown } from './projection.ts';
import { drawn, type ScreenContent } from './screen-content.ts';
import { asksOnScreen, inputsOnScreen, type ScreenInputs, viewsOnScreen } from './screen-inputs.ts';
import type { Stage } from './stage.ts';
import { isSameTarget, type Target } from './target.ts';

/** Where a frozen screen stays. A place and no words: what it shows is still the write-up's own, as it stands. */
export interface ScreenPlace {
  stage: StageId;
  spotlight: Target | null;
}

export type { ScreenContent, Telling } from './screen-content.ts';

/** What facilitators choose for a meeting's screen; nothing of it moves the group. */
export interface ScreenChoices {
  blank: boolean;
  frozen: ScreenPlace | null;
  showTime: boolean;
  showParked: boolean;
}

export const FIRST_CHOICES: ScreenChoices = { blank: false, frozen: null, showTime: true, showParked: false };

/** The small timeline over a walk: what has been reached, and only the places of what has not. */
export interface WalkShown {
  /** When each moment of the walk began, in its order; null where only the order is known. */
  starts: readonly (string | null)[];
  /** As far as the group has come. */
  marks: readonly { kind: MomentKind; end: string | null; words: string }[];
}

export interface ScreenStage {
  title: string;
  /** 1 for the first. */
  at: number;
  of: number;
  /** Within the stage: moment 2 of 5. Null where it has no steps. */
  step: { at: number; of: number } | null;
  prompt: string;
  /** Everyone reads on a screen of their own. */
  isRead: boolean;
  content: readonly ScreenContent[];
  walk: WalkShown | null;
  /** What people put in, once everyone reads it; null before that, and where the stage takes none. */
  inputs: ScreenInputs | null;
  /** What everyone is asked for on their own screen just now, while none of it is shown; null where nothing is. */
  asks: InputKind | null;
  /** Different views kept so far, where the stage asks for them; 0 elsewhere. */
  views: number;
}

export interface NameShown {
  name: string;
  /** For whom in the physical room the hand is up. */
  raisedFor: string | null;
}

/** All a screen is ever told (M21). Blank: nothing else is in it. */
export type ScreenShown =
  | { blank: true }
  | {
      blank: false;
      title: string;
      kind: MeetingKind;
      phase: MeetingPhase;
      startsAt: string;
      zone: string;
      frozen: boolean;
      stage: ScreenStage | null;
      timer: TimerShown | null;
      minutes: number;
      speaking: NameShown | null;
      /** The two after, no more. */
      next: readonly NameShown[];
      /** Null unless asked for. */
      parked: readonly string[] | null;
    };

const MOST_PARKED = 6;

/**
 * The projection everyone in the room has, narrowed: only the spotlit thing of the write-up, two names after the one who speaks,
 * and parked things where they are asked for.
 * @param stages the agenda's rows, of which only the shown one is read
 * @param chat what was said around a moment, for a screen whose people may read it
 */
export function projectScreen(
  room: RoomProjection,
  stages: readonly Pick<Stage, 'id' | 'prompt' | 'targets'>[],
  writeUp: WriteUp,
  choices: ScreenChoices,
  now: Date,
  chat: ChatOf = () => null,
): ScreenShown {
  if (choices.blank) return { blank: true };
  const phase = phaseShown(room, now);
  const place = placeShown(room, choices.frozen);
  return {
    blank: false,
    title: room.title,
    kind: room.kind,
    phase,
    startsAt: room.startsAt,
    zone: room.zone,
    frozen: choices.frozen !== null && place !== null,
    stage: place && stageOnScreen(room, stages, writeUp, place, chat),
    timer: choices.showTime && place?.stage === room.current?.stage ? (room.current?.timer ?? null) : null,
    minutes: room.stages.find(({ id }) => id === room.current?.stage)?.minutes ?? 0,
    ...turnsShown(room),
    parked: choices.showParked
      ? room.parked
          .filter(({ ending }) => ending === null)
          .slice(0, MOST_PARKED)
          .map(({ words }) => words)
      : null,
  };
}

/** A frozen screen stays where it is until its stage is taken out of the agenda; then it is where the group is. */
function placeShown(room: RoomProjection, frozen: ScreenPlace | null): ScreenPlace | null {
  if (room.current === null) return null;
  if (frozen !== null && room.stages.some(({ id }) => id === frozen.stage)) return frozen;
  return { stage: room.current.stage, spotlight: room.current.spotlight };
}

/** While a round goes round it says whose turn it is; else the queue does. */
function turnsShown({ round, speaking, waiting }: RoomProjection): {
  speaking: NameShown | null;
  next: NameShown[];
} {
  const named = (state: 'now' | 'ahead') =>
    (round?.turns ?? [])
      .filter((turn) => turn.state === state)
      .map(({ person }) => ({ name: person.name, raisedFor: null }));
  const [now] = named('now');
  if (now) return { speaking: now, next: named('ahead').slice(0, 2) };
  return { speaking: speaking && nameOf(speaking), next: waiting.slice(0, 2).map(nameOf) };
}

const nameOf = ({ by, raisedFor }: NonNullable<RoomProjection['speaking']>): NameShown => ({
  name: by.name,
  raisedFor,
});

function stageOnScreen(
  room: RoomProjection,
  stages: readonly Pick<Stage, 'id' | 'prompt' | 'targets'>[],
  writeUp: WriteUp,
  { stage: id, spotlight }: ScreenPlace,
  chat: ChatOf,
): ScreenStage | null {
  const at = room.stages.findIndex((stage) => stage.id === id);
  const shown = room.stages[at];
  const row = stages.find((stage) => stage.id === id);
  if (!shown || !row) return null;
  const steps = row.targets.filter((target) => hasTarget(writeUp, target));
  const isRead = shown.kind === 'reading';
  const lit = findTarget(writeUp, spotlight);
  const own = spotlight === null ? 0 : steps.findIndex((step) => isSameTarget(step, spotlight));
  const here = steps[own] ?? null;
  const moments = steps.flatMap((step) => (step.type === 'moment' ? momentsIn(writeUp, step) : []));
  // what is asked or was written is beside the point then
  const isBeside = lit !== null && own < 0;
  return {
    title: shown.title,
    at: at + 1,
    of: room.stages.length,
    step: here && steps.length > 1 ? { at: own + 1, of: steps.length } : null,
    prompt: isBeside ? '' : row.prompt,
    isRead,
    content: lit ? [drawn(lit, chat)] : planned(writeUp, steps, here, chat),
    walk:
      here?.type === 'moment' && moments.length > 1 && shown.kind !== 'accounts'
        ? walkTo(moments, here.id)
        : null,
    inputs: isBeside ? null : inputsOnScreen(room, shown),
    asks: isBeside ? null : asksOnScreen(room, shown),
    views: isBeside ? 0 : viewsOnScreen(room, shown),
  };
}

const momentsIn = (writeUp: WriteUp, { id }: Target): Moment[] =>
  writeUp.moments.filter((moment) => moment.id === id);

/** Without a spotlight: of a walk the moment it begins with, of other stages all they were planned to show. */
const planned = (
  writeUp: WriteUp,
  steps: readonly Target[],
  here: Target | null,
  chat: ChatOf,
): ScreenContent[] =>
  steps
    .filter(({ type, id }) => type !== 'moment' || id === here?.id)
    .flatMap((target) => findTarget(writeUp, target) ?? [])
    .map((found) => drawn(found, chat));

function walkTo(moments: readonly Moment[], id: string): WalkShown {
  const until = moments.findIndex((moment) => moment.id === id);
  const here = startOf(moments[until]);
  return {
    starts: moments.map(startOf),
    marks: moments.slice(0, until + 1).map((moment) => ({
      kind: moment.kind,
      end: endBefore(moment.time, here),
      words: moment.kind === 'working-theory' ? firstLine(moment.blocks) : '',
    })),
  };
}

const startOf = (moment: Moment | undefined): string | null =>
  moment === undefined || moment.time.certainty === 'order-only' ? null : moment.time.start;

const firstLine = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) => (block.type === 'text' ? [block.content.map(({ text }) => text).join('')] : []))
    .find((words) => words !== '')
    ?.split('\n')[0] ?? '';

/** Uploads that stand on a screen: the only pictures its token opens. */
export const picturesOn = (shown: ScreenShown): string[] =>
  shown.blank || shown.stage === null ? [] : picturesIn(shown.stage);

export const picturesIn = ({ content }: ScreenStage): string[] =>
  content
    .flatMap((one) => {
      if (one.type === 'finding') return [...one.blocks, ...one.reasonable, ...one.ended];
      if (one.type === 'section') return [...one.blocks];
      if (one.type === 'chat') return [];
      return [...one.blocks, ...one.accounts.flatMap(({ blocks }) => blocks)];
    })
    .flatMap((block) => (block.type === 'picture' ? [block.upload] : []));

/** A screen can be open from the plan on, until the meeting can no longer be reopened. */
export function mayHaveScreen(meeting: Meeting, now: Date): true | Refused {
  if (meeting.phase === 'cancelled')
    return refuse('This meeting was cancelled, so there is nothing to show.');
  if (meeting.phase === 'ended' && now > reopenUntil(meeting.endedAt))
    return refuse('This meeting ended more than a day ago, and its screen with it.');
  return true;
}
