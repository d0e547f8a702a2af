import { insertPerson } from '#db/people.ts';
import { insertWorkspace } from '#db/workspace.ts';
import { faceLettersOf } from '#domain/face-letters.ts';
import { asId, type PersonId } from '#domain/ids.ts';
import type { App, Database, SignedIn } from '../app.ts';
import { systemRandom } from '../random.server.ts';

/** An app whose clocks stand where the test puts them, and which counts how often open sockets were judged again. */
export interface TestApp extends App {
  /** Moves the clock of sign-ins on. */
  pass(days: number): void;
  judged: number;
  /** Rooms whose projection was asked to be made anew. */
  roomsChanged: string[];
}

export const NOON = new Date('2026-11-21T12:00:00Z');

/** @param database asked at each use: it opens in a hook, after the tests have been declared */
export function testApp(database: () => Database): TestApp {
  let now = NOON;
  const app: TestApp = {
    get db() {
      return database();
    },
    clock: { now: () => now },
    signInClock: { now: () => now },
    random: systemRandom,
    log: { info: () => {}, error: () => {} },
    origin: 'http://127.0.0.1:3000',
    demo: null,
    collab: {
      rightsChanged: () => app.judged++,
      roomChanged: (meeting: string) => app.roomsChanged.push(meeting),
      ownChanged: () => {},
    } as unknown as App['collab'],
    judged: 0,
    roomsChanged: [],
    pass(days) {
      now = new Date(now.getTime() + days * 86_400_000);
    },
  };
  return app;
}

export const ensureWorkspace = async (app: App): Promise<void> => {
  if (await app.db.selectFrom('workspace').select('id').executeTakeFirst()) return;
  await insertWorkspace(
    app.db,
    { name: 'Works', zone: 'Europe/Berlin', weekend: [6, 7], holidays: [] },
    NOON,
  );
};

/** Somebody with an address of their own, as the deeds see them when they ask. */
export async function somebody(
  app: App,
  facts: { name?: string; role?: 'administrator' | 'member'; passwordHash?: string } = {},
): Promise<SignedIn> {
  const id = asId<PersonId>(app.random.uuid());
  const name = facts.name ?? 'Grace Hopper';
  const email = `${id.slice(0, 8)}@example.test`;
  const role = facts.role ?? 'member';
  await insertPerson(app.db, {
    id,
    email,
    name,
    zone: null,
    faceLetters: faceLettersOf(name),
    faceHue: 1,
    role,
    startedOn: null,
    passwordHash: facts.passwordHash ?? null,
    createdAt: NOON,
  });
  const face = { faceLetters: faceLettersOf(name), faceHue: 1 };
  return { id, name, email, role, active: true, zone: 'Europe/Berlin', ...face, signIn: 'none' };
}
