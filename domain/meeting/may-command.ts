import type { PersonId } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { CommandName } from './command.ts';
import { isForGuests, NOT_FOR_GUESTS } from './guest-commands.ts';
import { type Meeting, type MeetingPhase, phaseAt, REOPEN_HOURS } from './meeting.ts';
import { phaseShown, type RoomProjection } from './projection.ts';
import type { StageKind } from './stage.ts';

/** Who asks, as far as one meeting goes. */
export interface RoomActor {
  id: PersonId;
  /** Facilitator or co-facilitator. */
  steers: boolean;
  /** An analyst of the review. */
  analyst: boolean;
  /** G2: without an account, let in by the meeting's code. */
  guest?: true;
}

/** May see the room, may not do this: 403. Not now: `Refused`, 422. */
export interface Forbidden {
  readonly forbidden: string;
}

/** What a button needs to know of the room; the same from rows and from the projection. */
export interface RoomFacts {
  phase: MeetingPhase;
  queueOpen: boolean;
  undoUntil: Date | null;
  reopenUntil: Date | null;
  /** Who tells the stage the group is at; they may spotlight within it. */
  teller?: PersonId | null;
  /** What kind of stage the group is at. */
  stageKind?: StageKind | null;
}

/** Steering moves the group and can conflict (M4); personal never does; quiet leaves no event and raises no `rev` (A4, notes, presence). */
export type Manner = 'steering' | 'personal' | 'quiet';

interface Rule {
  manner: Manner;
  who: 'those who steer' | 'those who steer and analysts' | 'everyone';
  in: readonly MeetingPhase[];
}

const running: readonly MeetingPhase[] = ['live', 'paused'];
const present: readonly MeetingPhase[] = ['lobby', 'live', 'paused'];
const afterwards: readonly MeetingPhase[] = ['live', 'paused', 'ended'];
const steering = (phases: readonly MeetingPhase[]): Rule => ({
  manner: 'steering',
  who: 'those who steer',
  in: phases,
});
const personal = (phases: readonly MeetingPhase[]): Rule => ({
  manner: 'personal',
  who: 'everyone',
  in: phases,
});
const quiet = (phases: readonly MeetingPhase[]): Rule => ({ manner: 'quiet', who: 'everyone', in: phases });

export const COMMAND_RULES: Record<CommandName, Rule> = {
  open: steering(['planned']),
  start: steering(['lobby']),
  next: steering(['live']),
  back: steering(['live']),
  go: steering(['live']),
  undo: steering(['live']),
  pause: steering(['live']),
  resume: steering(['paused']),
  end: { ...steering(running), who: 'those who steer and analysts' },
  reopen: steering(['ended']),
  spotlight: steering(running),
  'bring-everyone': steering(running),
  'timer-start': steering(['live']),
  'timer-pause': steering(['live']),
  'timer-add': steering(running),
  'stage-add': steering(present),
  'stage-change': steering(present),
  'stage-move': steering(present),
  'stage-remove': steering(present),
  'next-speaker': steering(['live']),
  'queue-open': steering(present),
  'queue-close': steering(present),
  'queue-order': steering(running),
  'queue-remove': steering(running),
  roles: steering(present),
  'take-over': { ...steering(running), who: 'everyone' },
  'hand-back': steering(running),
  'next-person': steering(['live']),
  'round-start': steering(['live']),
  'round-turn': personal(['live']),
  ready: personal(running),
  'raise-hand': personal(running),
  'change-hand': personal(running),
  'lower-hand': personal(running),
  'finish-turn': personal(running),
  capture: personal(running),
  'change-capture': personal(afterwards),
  'confirm-capture': personal(afterwards),
  'withdraw-capture': personal(afterwards),
  park: personal(running),
  'change-parked': personal(afterwards),
  'withdraw-parked': personal(afterwards),
  'end-parked': personal(afterwards),
  seal: personal(present),
  'change-idea': personal(afterwards),
  'withdraw-idea': personal(afterwards),
  'withhold-name': personal(afterwards),
  reveal: steering(afterwards),
  'poll-close': steering(running),
  'hide-text': steering(afterwards),
  'withdraw-text': personal(afterwards),
  write: quiet(afterwards),
  unsigned: quiet(running),
  'withdraw-unsigned': quiet(afterwards),
  answer: quiet(running),
  signal: quiet(['live']),
  attend: quiet(['lobby', 'live', 'paused', 'ended']),
  note: quiet(['planned', 'lobby', 'live', 'paused', 'ended']),
  seen: quiet(['planned', 'lobby', 'live', 'paused', 'ended']),
};

/** The one rule behind every button and every command (M2, M3): true, or the sentence that says why not. */
export function mayCommand(
  facts: RoomFacts,
  actor: RoomActor,
  name: CommandName,
  now: Date,
): true | Forbidden | Refused {
  const rule = COMMAND_RULES[name];
  if (actor.guest && !isForGuests(name)) return { forbidden: NOT_FOR_GUESTS };
  if (!isAmong(rule.who, actor) && !tellsIt(facts, actor, name))
    return { forbidden: WHO_SENTENCES[rule.who] };
  if (!rule.in.includes(facts.phase)) return refuse(phaseSentence(name, facts.phase));
  return notNow(facts, name, now) ?? true;
}

const isAmong = (who: Rule['who'], actor: RoomActor): boolean =>
  who === 'everyone' || actor.steers || (who === 'those who steer and analysts' && actor.analyst);

/** Whoever tells a part may light what they tell; that it is within their part is for the command to see (M3). */
const tellsIt = ({ teller }: RoomFacts, actor: RoomActor, name: CommandName): boolean =>
  name === 'spotlight' && teller === actor.id && actor.guest === undefined;

const WHO_SENTENCES: Record<Rule['who'], string> = {
  'those who steer': 'The facilitator and co-facilitators of this meeting do this.',
  'those who steer and analysts': 'The facilitators of this meeting and the analysts of its review do this.',
  everyone: '',
};

function notNow(facts: RoomFacts, name: CommandName, now: Date): Refused | null {
  if (name === 'undo' && (facts.undoUntil === null || now > facts.undoUntil))
    return refuse('There is nothing to take back any more. Going back a stage is always possible.');
  if (name === 'reopen' && (facts.reopenUntil === null || now > facts.reopenUntil))
    return refuse('This meeting ended more than a day ago and stays as it was.');
  if (name === 'reveal' && facts.phase === 'ended' && (facts.reopenUntil === null || now > facts.reopenUntil))
    return refuse('This meeting ended more than a day ago. What was not shown by then is shown to nobody.');
  if (name === 'spotlight' && facts.stageKind === 'reading')
    return refuse('Everyone reads at a place of their own here. The next stage looks at things together.');
  if (name === 'raise-hand' && !facts.queueOpen)
    return refuse('The queue is closed for now. Those already in it keep their place.');
  return null;
}

const phaseSentence = (name: CommandName, phase: MeetingPhase): string => {
  switch (phase) {
    case 'planned':
      return 'The room is not open yet. It opens a quarter of an hour before the meeting.';
    case 'lobby':
      return name === 'open' ? 'The room is open.' : 'The meeting has not started yet.';
    case 'live':
      return name === 'start' ? 'The meeting has started already.' : 'Not while the meeting is running.';
    case 'paused':
      return name === 'start' ? 'The meeting has started already.' : 'The meeting is paused.';
    case 'ended':
      return 'The meeting has ended.';
    case 'cancelled':
      return 'This meeting was cancelled.';
  }
};

export const factsOfMeeting = (meeting: Meeting, now: Date): RoomFacts => ({
  phase: phaseAt(meeting, now),
  queueOpen: meeting.queueOpen,
  undoUntil: meeting.phase === 'live' ? (meeting.undo?.until ?? null) : null,
  reopenUntil: meeting.phase === 'ended' ? reopenUntil(meeting.endedAt) : null,
});

/** For the browser: the same facts, read from the projection. */
export const factsOfProjection = (room: RoomProjection, now: Date): RoomFacts => ({
  phase: phaseShown(room, now),
  queueOpen: room.queueOpen,
  undoUntil: room.undoUntil === null ? null : new Date(room.undoUntil),
  reopenUntil: room.reopenUntil === null ? null : new Date(room.reopenUntil),
  teller: room.current?.teller?.id ?? null,
  stageKind: room.stages.find(({ id }) => id === room.current?.stage)?.kind ?? null,
});

export const reopenUntil = (endedAt: Date): Date => new Date(endedAt.getTime() + REOPEN_HOURS * 3_600_000);
