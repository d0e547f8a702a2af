/** A little field for tests: a review with its people and meetings, in rows, with a clock that the test moves. */
import { randomBytes, randomUUID } from 'node:crypto';
import { asId, type MeetingId, type PersonId, type ReviewId } from '#domain/ids.ts';
import type { App, Database, SignedIn } from '../app.ts';

export interface Field {
  app: App;
  review: ReviewId;
  /** Moves the clock; returns the instant. */
  at(instant: string): Date;
  person(name: string): Promise<SignedIn>;
  meeting(kind: 'review' | 'action', facts: MeetingFacts): Promise<MeetingId>;
  setPhase(meeting: MeetingId, phase: 'planned' | 'lobby' | 'live' | 'ended' | 'cancelled'): Promise<void>;
}

interface MeetingFacts {
  startsAt: string;
  minutes?: number;
  zone?: string;
  facilitator: SignedIn;
}

const START = '2026-11-18T09:00:00Z';

/** A published, open review; `analyst` analyses it. */
export async function aReview(db: Database): Promise<Field & { analyst: SignedIn }> {
  let now = new Date(START);
  const app = testApp(db, () => now);
  const review = asId<ReviewId>(randomUUID());
  await db
    .insertInto('workspace')
    .values({
      id: 1,
      name: 'Test',
      zone: 'Europe/Berlin',
      weekend: '[6,7]',
      holidays: '[]',
      created_at: now,
    } as never)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const analyst = await aPerson(db, 'Amir', now);
  await db
    .insertInto('reviews')
    .values(reviewRow(review, analyst.id, now))
    .execute();
  await db
    .insertInto('review_people')
    .values({ review_id: review, person_id: analyst.id, role: 'analyst' })
    .execute();
  return {
    app,
    review,
    analyst,
    at: (instant) => (now = new Date(instant)),
    person: (name) => aPerson(db, name, now),
    meeting: (kind, facts) => aMeeting(db, review, kind, facts),
    setPhase: async (meeting, phase) => {
      const started = phase === 'live' || phase === 'ended' ? { started_at: now } : {};
      await db
        .updateTable('meetings')
        .set({ phase, ...started })
        .where('id', '=', meeting)
        .execute();
    },
  };
}

const testApp = (db: Database, now: () => Date): App => ({
  db,
  clock: { now },
  random: {
    uuid: randomUUID,
    bytes: (length) => randomBytes(length),
    shuffle: (items) => [...items].reverse(),
  },
  log: { info: () => {}, error: () => {} },
  origin: 'http://soak.test',
  demo: null,
  collab: {
    read: async () => null,
    readWriteUp: async () => null,
    look: async () => null,
    lookOnce: async () => null,
    create: async () => {},
    edit: async () => {},
    editOnce: async () => null,
    readStored: async () => null,
    erased: () => {},
    rescuedChanged: () => {},
    roomChanged: () => {},
    ownChanged: () => {},
    rightsChanged: () => {},
    history: {
      show: async () => ({ title: '', standfirst: '', sections: [], findings: [], moments: [] }),
      compare: async () => ({ parts: [], adrift: [], between: { passages: [], more: 0 } }),
      beforeTakenOut: async () => null,
      editBack: async () => null,
    },
    present: () => [],
  },
});

async function aPerson(db: Database, name: string, now: Date): Promise<SignedIn> {
  const id = asId<PersonId>(randomUUID());
  const face = { face_letters: name.slice(0, 1), face_hue: 1 };
  await db
    .insertInto('people')
    .values({
      id,
      name,
      email: `${id}@test`,
      zone: null,
      role: 'member',
      started_on: null,
      password_hash: null,
      deactivated_at: null,
      created_at: now,
      ...face,
    })
    .execute();
  return {
    id,
    name,
    email: `${id}@test`,
    role: 'member',
    active: true,
    zone: 'Europe/Berlin',
    faceLetters: 'A',
    faceHue: 1,
    signIn: 's',
  };
}

const reviewRow = (id: ReviewId, by: PersonId, now: Date) => ({
  id,
  kind: 'incident' as const,
  happened_on: '2026-11-01',
  happened_until: null,
  happened_zone: 'UTC',
  privacy: 'open' as const,
  published_at: now,
  deleted_at: null,
  done_at: null,
  title: 'A database deleted on the wrong host',
  created_by: by,
  created_at: now,
});

async function aMeeting(
  db: Database,
  review: ReviewId,
  kind: 'review' | 'action',
  { startsAt, minutes = 60, zone = 'Europe/Berlin', facilitator }: MeetingFacts,
): Promise<MeetingId> {
  const id = asId<MeetingId>(randomUUID());
  await db
    .insertInto('meetings')
    .values({
      id,
      review_id: review,
      kind,
      phase: 'planned',
      title: kind === 'review' ? 'Review meeting' : 'Action session',
      starts_at: new Date(startsAt),
      zone,
      local_time: '2026-01-01T00:00',
      minutes,
      planned_by: facilitator.id,
      created_at: new Date(START),
      current_stage: null,
      since: null,
      timer_ends_at: null,
      timer_remaining_ms: null,
      spotlight: null,
      undo: null,
      started_at: null,
      paused_at: null,
      ended_at: null,
      cancelled_at: null,
    })
    .execute();
  await db
    .insertInto('meeting_people')
    .values({ meeting_id: id, person_id: facilitator.id, role: 'facilitator' })
    .execute();
  return id;
}
