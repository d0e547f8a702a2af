import type { StageId } from '#domain/ids.ts';
import { isInput, type PollCount, type PutInKind } from './inputs.ts';
import type { Room } from './meeting.ts';
import { countsOf, textShown } from './project-inputs.ts';
import { captureShown, type People, parkedShown, shownPerson, stageShown } from './project-room.ts';
import type { CaptureShown, ParkedShown, PersonShown, StageShown, TextShown } from './projection.ts';
import type { Placed } from './target-words.ts';

/** A capture in the record, with its place in words, and the open question of the write-up it has become; null while it has not (C4). */
export type CaptureInRecord = CaptureShown & { place: string; offeredAs: string | null };

/** What was set aside, with its place in words (C5). */
export type ParkedInRecord = ParkedShown & { place: string };

/** The record of a meeting: the agenda as it went, what was kept, what was set aside, what was not reached. */
export interface MeetingRecord {
  rev: number;
  startedAt: string | null;
  endedAt: string | null;
  /** As it went out of the meeting: the first led. */
  facilitators: readonly PersonShown[];
  scribe: PersonShown | null;
  /** In the agenda's order, each with the minutes it took. */
  stages: readonly StageInRecord[];
  notReached: readonly StageShown[];
  /** How it went: steps in their order, without anybody's name. */
  course: readonly { at: string | null; step: CourseStep; stage: StageId | null }[];
  questions: readonly CaptureInRecord[];
  insights: readonly CaptureInRecord[];
  differentViews: readonly CaptureInRecord[];
  parked: readonly ParkedInRecord[];
  /** What people put into the agenda's stages, as far as it was shown or counted. */
  inputs: readonly InputsInRecord[];
  sealedCount: number;
}

/** One stage's. */
export interface InputsInRecord {
  stage: StageShown;
  kind: PutInKind;
  question: string;
  texts: readonly TextShown[];
  counts: readonly PollCount[];
}

export interface StageInRecord extends StageShown {
  /** Whole minutes it was current, at least 1 when it was reached. */
  took: number;
  reachedAt: string | null;
}

export type CourseStep = 'started' | 'moved' | 'paused' | 'resumed' | 'ended' | 'reopened';

interface CourseEvent {
  at: Date | null;
  command: string;
  about: unknown;
}

/** Whole minutes a stage was current; what was reached took one at least. */
export const minutesTaken = (spentMs: number): number => Math.max(1, Math.round(spentMs / 60_000));

/**
 * Oldest first throughout: a record is read from its beginning.
 * @param placeOf where something was said, in words
 * @param waiting stages of different views in whose box something still waits
 */
export function recordOf(
  room: Room,
  people: People,
  course: readonly CourseEvent[],
  offered: ReadonlyMap<string, string>,
  placeOf: (of: Placed) => string,
  waiting: ReadonlySet<StageId>,
): MeetingRecord {
  const { meeting } = room;
  const { facilitators, scribe } = meeting.plan;
  const stages = room.stages.map(
    (stage): StageInRecord => ({
      ...stageShown(stage, meeting),
      took: stage.reachedAt === null ? 0 : minutesTaken(stage.spentMs),
      reachedAt: stage.reachedAt?.toISOString() ?? null,
    }),
  );
  const kept = room.captures
    .filter(({ confirmed }) => confirmed)
    .map((capture) => ({
      ...captureShown(capture, people),
      place: placeOf(capture),
      offeredAs: offered.get(capture.id) ?? null,
    }));
  return {
    rev: meeting.rev,
    startedAt: 'startedAt' in meeting ? meeting.startedAt.toISOString() : null,
    endedAt: meeting.phase === 'ended' ? meeting.endedAt.toISOString() : null,
    facilitators: facilitators.map((id) => shownPerson(people, id)),
    scribe: scribe === null ? null : shownPerson(people, scribe),
    stages,
    notReached: stages.filter(({ reachedAt }) => reachedAt === null),
    course: course.flatMap(courseOf),
    questions: kept.filter(({ kind }) => kind === 'question'),
    insights: kept.filter(({ kind }) => kind === 'insight'),
    differentViews: kept.filter(({ kind }) => kind === 'different-view'),
    parked: room.parked.map((parked) => ({ ...parkedShown(parked, people), place: placeOf(parked) })),
    inputs: inputsOf(room, stages, people, waiting),
    sealedCount: room.sealedCount,
  };
}

const inputsOf = (
  { stages, inputs }: Room,
  shown: readonly StageShown[],
  people: People,
  waiting: ReadonlySet<StageId>,
): InputsInRecord[] =>
  stages.flatMap((stage, at) => {
    const { kind, id } = stage;
    const inRecord = shown[at];
    if (stage.reachedAt === null || inRecord === undefined) return [];
    // different views stand with those that have a name once they are shown
    if (!isInput(kind) && !(kind === 'different-views' && waiting.has(id))) return [];
    const texts = inputs.shown.filter((text) => text.stage === id).map((text) => textShown(text, people));
    const question = stage.prompt || stage.title;
    return [{ stage: inRecord, kind, question, texts, counts: countsOf(inputs.counts, id) }];
  });

const STEPS: Record<string, CourseStep> = {
  start: 'started',
  next: 'moved',
  back: 'moved',
  go: 'moved',
  undo: 'moved',
  pause: 'paused',
  resume: 'resumed',
  end: 'ended',
  reopen: 'reopened',
};

const courseOf = ({ at, command, about }: CourseEvent): MeetingRecord['course'] => {
  const step = STEPS[command];
  if (step === undefined) return [];
  const to = typeof about === 'object' && about !== null && 'to' in about ? about.to : null;
  return [{ at: at?.toISOString() ?? null, step, stage: typeof to === 'string' ? (to as StageId) : null }];
};
