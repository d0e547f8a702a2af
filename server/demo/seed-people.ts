import { insertPerson, setTeamsOf } from '#db/people.ts';
import { insertSystem } from '#db/systems.ts';
import { insertTeam } from '#db/teams.ts';
import { insertWorkspace } from '#db/workspace.ts';
import { faceLettersOf } from '#domain/face-letters.ts';
import { asId, type PersonId, type TeamId } from '#domain/ids.ts';
import type { App, Database, SignedIn } from '../app.ts';
import { hashPassword } from '../people/password.server.ts';
import { idOf } from './content/ids.ts';
import type { Name } from './content/meetings/story.ts';
import { DEMO_SYSTEMS, type DemoSystem, systemId } from './content/systems.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE, DEMO_TEAMS, type DemoPerson } from './demo-people.ts';

/** The demo's people as deeds ask for them, and its teams. */
export interface Cast {
  people: Record<Name | 'root', SignedIn>;
  teams: Record<keyof typeof DEMO_TEAMS, TeamId>;
  zone: string;
}

const teamId = (key: string) => asId<TeamId>(idOf(`team ${key}`));
const personId = (person: DemoPerson) => asId<PersonId>(idOf(`person ${person.email}`));
const FACE_HUES = 6;

/**
 * The workspace, its teams, their systems and its people. Straight into their tables, in one transaction: going in by invitation would leave
 * eight sign-ins behind that nobody made.
 */
export async function seedPeople(app: App, zone: string): Promise<void> {
  const passwordHash = await hashPassword(app, DEMO_PASSWORD);
  const at = app.clock.now();
  await app.db.transaction().execute(async (tx) => {
    await insertWorkspace(tx, { name: 'The demo', zone, weekend: [6, 7], holidays: [] }, at);
    for (const [key, name] of Object.entries(DEMO_TEAMS)) await insertTeam(tx, { id: teamId(key), name });
    for (const [place, person] of DEMO_PEOPLE.entries())
      await insertDemoPerson(tx, person, place, passwordHash, at);
    for (const [key, { name, team }] of Object.entries(DEMO_SYSTEMS))
      await insertSystem(tx, { id: systemId(key as DemoSystem), name, team: teamId(team), at });
  });
}

/** Everybody as deeds ask for them; their ids follow from their names. */
export const castOf = (zone: string): Cast => ({
  people: Object.fromEntries(
    DEMO_PEOPLE.map((person, place) => [person.name.toLowerCase(), signedIn(person, place, zone)]),
  ) as Cast['people'],
  teams: Object.fromEntries(Object.keys(DEMO_TEAMS).map((key) => [key, teamId(key)])) as Cast['teams'],
  zone,
});

async function insertDemoPerson(
  tx: Database,
  person: DemoPerson,
  place: number,
  passwordHash: string,
  createdAt: Date,
): Promise<void> {
  const id = personId(person);
  await insertPerson(tx, {
    id,
    email: person.email,
    name: person.name,
    zone: null,
    faceLetters: faceLettersOf(person.name),
    faceHue: hueAt(place),
    role: person.role,
    startedOn: person.startedOn,
    passwordHash,
    createdAt,
  });
  if (person.team) await setTeamsOf(tx, id, [teamId(person.team)]);
}

const hueAt = (place: number) => (place % FACE_HUES) + 1;

/** As if signed in, for the deeds of the story. No sign-in of this name exists. */
const signedIn = (person: DemoPerson, place: number, zone: string): SignedIn => ({
  id: personId(person),
  name: person.name,
  email: person.email,
  role: person.role,
  active: true,
  zone,
  faceLetters: faceLettersOf(person.name),
  faceHue: hueAt(place),
  signIn: 'the demo’s story',
});
