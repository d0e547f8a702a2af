import { countPeople, listPeople } from '#db/people.ts';
import { insertLinks, insertMembers, insertPeople, insertTeams, recordAdded } from '#db/people-list.ts';
import { listTeams } from '#db/teams.ts';
import { faceLettersOf } from '#domain/face-letters.ts';
import { asId, type PersonId, type TeamId } from '#domain/ids.ts';
import {
  folded,
  type JudgedPeople,
  judgePeopleRows,
  type NewPersonRow,
  newTeamsOf,
} from '#domain/people-list/judge-rows.ts';
import { isRefused, type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { emailAddress } from '../people/fields.ts';
import { linksFor } from '../people/one-time-link.ts';
import { signInNow } from '../people/sign-in-times.ts';
import { readPeopleRows } from './people-file.ts';
import { requireAdministrator } from './require-administrator.ts';

const HUES = 6;
/** An embedded transaction is to be short: others write between two of them. */
const AT_ONCE = 100;

/** What a list would bring, before anything of it is kept. */
export interface PeoplePreview extends JudgedPeople {
  unknown: string[];
}

/** Nothing is stored of a list that is looked at. */
export async function previewPeople(
  app: Pick<App, 'db'>,
  person: SignedIn,
  text: string,
): Promise<PeoplePreview | Refused> {
  requireAdministrator(person);
  const read = readPeopleRows(text);
  if (isRefused(read)) return read;
  if (read.rows.length === 0) return refuse('It names its columns, and nobody under them.');
  const people = await listPeople(app.db);
  const known = {
    people: new Map(
      people.map((one) => [one.email ?? '', { name: one.name, active: one.deactivated_at === null }]),
    ),
    teams: (await listTeams(app.db)).map(({ name }) => name),
  };
  const address = emailAddress();
  const judged = judgePeopleRows(read.rows, known, (words) => address.safeParse(words).success);
  return { ...judged, unknown: read.unknown };
}

export interface TakenPeople {
  /** Each with the link with which they come in, given this once. */
  people: { name: string; email: string; url: string }[];
  teams: number;
}

/**
 * Adds the people of a list as inviting each of them does; looked at anew, so that who has come meanwhile is not added twice. Broken
 * off in between, the same list goes on where it stopped.
 * @param twice who bears a name that is here with another address is another person, somebody said
 */
export async function takePeople(
  app: App,
  person: SignedIn,
  text: string,
  { twice }: { twice: boolean },
): Promise<TakenPeople | Refused> {
  const preview = await previewPeople(app, person, text);
  if (isRefused(preview)) return preview;
  const wanted = [...preview.fresh, ...(twice ? preview.twice : [])];
  const newTeams = newTeamsOf(
    wanted,
    (await listTeams(app.db)).map(({ name }) => name),
  );
  await app.db.transaction().execute(async (tx) => {
    await insertTeams(
      tx,
      newTeams.map((name) => ({ id: asId<TeamId>(app.random.uuid()), name })),
    );
  });
  const teams = new Map((await listTeams(app.db)).map(({ id, name }) => [folded(name), id]));
  const taken: TakenPeople = { people: [], teams: newTeams.length };
  for (let from = 0; from < wanted.length; from += AT_ONCE)
    taken.people.push(...(await takeSome(app, person, wanted.slice(from, from + AT_ONCE), teams)));
  return taken;
}

const takeSome = (
  app: App,
  by: SignedIn,
  rows: readonly NewPersonRow[],
  teams: ReadonlyMap<string, TeamId>,
): Promise<TakenPeople['people']> =>
  app.db.transaction().execute(async (tx) => {
    const now = signInNow(app);
    const before = await countPeople(tx);
    const all = rows.map((row, at) => ({ ...row, id: asId<PersonId>(app.random.uuid()), at }));
    const added = new Set(
      await insertPeople(
        tx,
        all.map(({ id, email, name, startedOn, at }) => ({
          id,
          email,
          name,
          zone: null,
          faceLetters: faceLettersOf(name),
          faceHue: ((before + at) % HUES) + 1,
          role: 'member',
          startedOn,
          passwordHash: null,
          createdAt: now,
        })),
      ),
    );
    const made = all.filter(({ id }) => added.has(id));
    await insertMembers(
      tx,
      made.flatMap(({ id, teams: names }) =>
        names.flatMap((name) => {
          const team = teams.get(folded(name));
          return team ? [{ team, person: id }] : [];
        }),
      ),
    );
    await recordAdded(
      tx,
      now,
      by.id,
      made.map(({ id }) => id),
    );
    const { rows: links, urls } = linksFor(
      app,
      'join',
      made.map(({ id }) => id),
    );
    await insertLinks(tx, links);
    return made.map(({ id, name, email }) => ({ name, email, url: urls.get(id) ?? '' }));
  });
