import { asId, type MeetingId, type PersonId, type ReviewId, type StageId } from '#domain/ids.ts';
import type { Context } from './acts/act.ts';
import type { Meeting, Room } from './meeting.ts';
import type { Stage } from './stage.ts';

/** A little language for tests of the room. */
const uuid = (kind: number, number: number) =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const FELICITY = asId<PersonId>(uuid(1, 1));
export const AMIR = asId<PersonId>(uuid(1, 2));
export const PRIYA = asId<PersonId>(uuid(1, 3));
export const OTTO = asId<PersonId>(uuid(1, 4));

export const START = new Date('2026-11-24T10:00:00Z');
export const after = (seconds: number) => new Date(START.getTime() + seconds * 1000);

export const aStage = (number: number, minutes = 10): Stage => ({
  id: asId<StageId>(uuid(2, number)),
  kind: 'section',
  title: `Stage ${number}`,
  minutes,
  prompt: '',
  targets: [{ type: 'section', id: `section-${number}`, section: null }],
  teller: null,
  reachedAt: null,
  spentMs: 0,
  remainingMs: null,
  opened: false,
});

export const aRoom = (stages: number | readonly Stage[] = 4, changes: Partial<Room> = {}): Room => ({
  meeting: {
    id: asId<MeetingId>(uuid(3, 1)),
    reviewId: asId<ReviewId>(uuid(4, 1)),
    kind: 'review',
    plan: {
      title: 'A database deleted on the wrong host',
      startsAt: START,
      zone: 'Europe/Berlin',
      minutes: 60,
      callLink: '',
      facilitators: [FELICITY],
      invited: [PRIYA, OTTO],
      takeOver: 'co-facilitators',
      scribe: null,
    },
    rev: 0,
    steeredRev: 0,
    queueOpen: true,
    relieved: null,
    phase: 'planned',
  },
  stages: typeof stages === 'number' ? Array.from({ length: stages }, (_, at) => aStage(at + 1)) : stages,
  queue: [],
  rounds: [],
  ready: [],
  present: [],
  leadSeenAt: null,
  captures: [],
  parked: [],
  ownIdeas: [],
  sealedCount: 0,
  inputs: { own: [], shown: [], counts: [] },
  ...changes,
});

/** A stage that is a round. */
export const aRound = (number: number): Stage => ({ ...aStage(number), kind: 'round', targets: [] });

let made = 0;

export const by = (person: PersonId, now: Date, changes: Partial<Context> = {}): Context => ({
  actor: { id: person, steers: person === FELICITY, analyst: person === AMIR },
  now,
  uuid: () => uuid(9, ++made),
  // chance, for tests: the other way round
  shuffle: (items) => [...items].reverse(),
  mayBeNamed: () => true,
  startGate: true,
  reopenGate: true,
  ideasOpen: false,
  fewCameIn: false,
  ...changes,
});

type In<Phase> = Extract<Meeting, { phase: Phase }>;
export const liveOf = (room: Room) => room.meeting as In<'live'>;
