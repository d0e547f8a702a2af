import type { PersonId } from '#domain/ids.ts';
import { CAPTURE_KINDS, type Capture, type CaptureKind } from './capture.ts';
import { reopenUntil } from './may-command.ts';
import { type Meeting, opensAt, type Room } from './meeting.ts';
import type { Parked } from './parked.ts';
import { inputsShown } from './project-inputs.ts';
import type {
  CaptureShown,
  CurrentShown,
  LeadShown,
  ParkedShown,
  PersonShown,
  RoomProjection,
  RoundShown,
  StageShown,
  TimerShown,
  TurnShown,
} from './projection.ts';
import type { QueueEntry } from './queue-entry.ts';
import { inOrder } from './queue-order.ts';
import { readyCount, readyIsOffered } from './ready.ts';
import { currentRound } from './round.ts';
import type { Stage } from './stage.ts';
import type { Timer } from './timer.ts';

export type People = ReadonlyMap<PersonId, PersonShown>;

const SHOWN = { waiting: 30, round: 60, captures: 12, parked: 8, texts: 30, words: 280 };
const MOST_BYTES = 32_000;

/**
 * What everyone in the room may see (M21), in at most 32 kB: the longer lists are cut first, whole over HTTP.
 * @param session the action session's own part, null in a review meeting
 */
export function projectRoom(room: Room, people: People, session: unknown = null): RoomProjection {
  let shown = projected(room, people, session, SHOWN);
  for (const share of [0.6, 0.3, 0.1, 0]) {
    if (bytes(shown) <= MOST_BYTES) break;
    shown = projected(room, people, session, {
      waiting: Math.ceil(SHOWN.waiting * share),
      round: Math.ceil(SHOWN.round * Math.max(share, 0.2)),
      captures: Math.floor(SHOWN.captures * share),
      parked: Math.floor(SHOWN.parked * share),
      texts: Math.floor(SHOWN.texts * share),
      words: Math.floor(SHOWN.words * Math.max(share, 0.3)),
    });
  }
  return shown;
}

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

function projected(room: Room, people: People, session: unknown, most: typeof SHOWN): RoomProjection {
  const { meeting } = room;
  const { plan } = meeting;
  const confirmed = room.captures.filter((capture) => capture.confirmed);
  const waiting = inOrder(room.queue);
  const speaking = room.queue.find(({ state }) => state === 'speaking');
  return {
    rev: meeting.rev,
    id: meeting.id,
    reviewId: meeting.reviewId,
    kind: meeting.kind,
    title: plan.title,
    phase: meeting.phase,
    startsAt: plan.startsAt.toISOString(),
    opensAt: opensAt(plan).toISOString(),
    zone: plan.zone,
    minutes: plan.minutes,
    callLink: plan.callLink,
    facilitators: plan.facilitators.map((id) => shownPerson(people, id)),
    scribe: plan.scribe === null ? null : shownPerson(people, plan.scribe),
    stages: room.stages.map((stage) => stageShown(stage, meeting)),
    startedAt: 'startedAt' in meeting ? meeting.startedAt.toISOString() : null,
    current: currentShown(room, people),
    endedAt: meeting.phase === 'ended' ? meeting.endedAt.toISOString() : null,
    undoUntil: meeting.phase === 'live' ? (meeting.undo?.until.toISOString() ?? null) : null,
    reopenUntil: meeting.phase === 'ended' ? reopenUntil(meeting.endedAt).toISOString() : null,
    toldTo: toldTo(room),
    pausedByItself: meeting.phase === 'paused' && meeting.byItself,
    lead: leadShown(room, people),
    ready: readyShown(room),
    round: roundShown(room, people, most.round),
    queueOpen: meeting.queueOpen,
    speaking: speaking === undefined ? null : turnShown(speaking, people),
    waiting: waiting.slice(0, most.waiting).map((entry) => turnShown(entry, people)),
    waitingCount: waiting.length,
    captures: newest(confirmed, most.captures).map((capture) => captureShown(capture, people, most.words)),
    captureCounts: counted(confirmed),
    parked: newest(room.parked, most.parked).map((parked) => parkedShown(parked, people, most.words)),
    parkedCount: room.parked.length,
    sealedCount: room.sealedCount,
    inputs: inputsShown(room, people, most),
    session,
  };
}

const toldTo = ({ meeting, stages }: Room): string[] => [
  ...new Set(
    stages
      .filter(({ id, reachedAt }) => reachedAt !== null && !('current' in meeting && meeting.current === id))
      .flatMap(({ targets }) => targets.findLast(({ type }) => type === 'moment')?.id ?? []),
  ),
];

export const stageShown = (stage: Stage, meeting: Meeting): StageShown => ({
  id: stage.id,
  kind: stage.kind,
  title: stage.title,
  minutes: stage.minutes,
  state: stageState(stage, meeting),
  spentMs: stage.spentMs,
  opened: stage.opened,
});

const stageState = (stage: Stage, meeting: Meeting): StageShown['state'] => {
  if ('current' in meeting && meeting.current === stage.id) return 'now';
  if (stage.reachedAt !== null) return 'left';
  return meeting.phase === 'ended' ? 'unreached' : 'ahead';
};

function currentShown({ meeting, stages }: Room, people: People): CurrentShown | null {
  if (meeting.phase !== 'live' && meeting.phase !== 'paused') return null;
  const stage = stages.find(({ id }) => id === meeting.current);
  if (stage === undefined) return null;
  return {
    stage: stage.id,
    since: meeting.since.toISOString(),
    timer: timerShown(meeting.timer),
    prompt: stage.prompt,
    targets: stage.targets,
    teller: stage.teller === null ? null : shownPerson(people, stage.teller),
    spotlight: meeting.spotlight,
    broughtRev: meeting.broughtRev,
  };
}

const leadShown = ({ meeting: { plan, relieved }, leadSeenAt }: Room, people: People): LeadShown => ({
  policy: plan.takeOver,
  seenAt: leadSeenAt?.toISOString() ?? null,
  relieved:
    relieved?.before[0] === undefined
      ? null
      : {
          from: shownPerson(people, relieved.before[0]),
          by: shownPerson(people, relieved.by),
          at: relieved.at.toISOString(),
        },
});

function readyShown(room: Room): RoomProjection['ready'] {
  const { meeting, stages, present } = room;
  const stage = 'current' in meeting && stages.find(({ id }) => id === meeting.current);
  return stage && readyIsOffered(stage.kind) ? { count: readyCount(room), present: present.length } : null;
}

function roundShown(room: Room, people: People, most: number): RoundShown | null {
  const round = currentRound(room);
  if (round === null) return null;
  const ahead = round.turns.filter(({ state }) => state !== 'over').slice(0, most);
  const over = round.turns.filter(({ state }) => state === 'over').slice(0, most - ahead.length);
  const shown = new Set([...ahead, ...over]);
  return {
    turns: round.turns
      .filter((turn) => shown.has(turn))
      .map(({ person, state }) => ({ person: shownPerson(people, person), state })),
    count: round.turns.length,
  };
}

const timerShown = (timer: Timer): TimerShown =>
  timer.state === 'running' ? { state: 'running', endsAt: timer.endsAt.toISOString() } : timer;

export const turnShown = (entry: QueueEntry, people: People): TurnShown => ({
  id: entry.id,
  type: entry.type,
  words: entry.words,
  by: shownPerson(people, entry.raisedBy),
  raisedFor: entry.raisedFor,
  target: entry.target,
});

/** @param most characters of its words; whole when left out */
export const captureShown = (
  capture: Capture,
  people: People,
  most = Number.POSITIVE_INFINITY,
): CaptureShown => ({
  id: capture.id,
  kind: capture.kind,
  words: cut(capture.words, most),
  isCut: capture.words.length > most || capture.claim.length > most,
  stage: capture.stage,
  target: capture.target,
  claim: cut(capture.claim, most),
  notedBy: capture.notedBy === null ? null : shownPerson(people, capture.notedBy),
  forPerson: capture.forPerson === null ? null : shownPerson(people, capture.forPerson),
  forLabel: capture.forLabel,
  at: capture.at.toISOString(),
  changedAt: capture.changedAt?.toISOString() ?? null,
});

export const parkedShown = (
  parked: Parked,
  people: People,
  most = Number.POSITIVE_INFINITY,
): ParkedShown => ({
  id: parked.id,
  words: cut(parked.words, most),
  isCut: parked.words.length > most,
  by: shownPerson(people, parked.by),
  stage: parked.stage,
  target: parked.target,
  ending: parked.ending === null ? null : { how: parked.ending.how, note: cut(parked.ending.note, most) },
});

/** Cut between characters, never inside one, with a sign that there is more. */
export const cut = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…`;

/** Newest first; of the same instant as rows are read, so that it does not change places with the next reading. */
export const newest = <T extends { at: Date; id: string }>(list: readonly T[], most = list.length): T[] =>
  [...list].sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? -1 : 1)).slice(0, most);

const counted = (captures: readonly Capture[]) =>
  Object.fromEntries(
    CAPTURE_KINDS.map((kind) => [kind, captures.filter((capture) => capture.kind === kind).length]),
  ) as Record<CaptureKind, number>;

/** Somebody who has left the workspace is still shown, without a name (P12). */
export const shownPerson = (people: People, id: PersonId): PersonShown =>
  people.get(id) ?? { id, name: 'A former member', letters: '–', hue: 1 };
