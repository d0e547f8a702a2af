import { countPeople, listPeople } from '#db/people.ts';
import {
  deleteUnusedJoinLinks,
  insertLinks,
  insertMembers,
  insertPeople,
  insertTeams,
  lockWaiting,
  recordEach,
} from '#db/people-list.ts';
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
import type { App, Database, SignedIn } from '../app.ts';
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
      people.map(({ email, name, deactivated_at, hasPassword }) => {
        const active = deactivated_at === null;
        return [email ?? '', { name, active, waits: active && !hasPassword }];
      }),
    ),
    teams: (await listTeams(app.db)).map(({ name }) => name),
  };
  const address = emailAddress();
  const judged = judgePeopleRows(read.rows, known, (words) => address.safeParse(words).success);
  return { ...judged, unknown: read.unknown };
}

const SHOWN = 100;

/** What a page shows of a list: its first rows, and how many of each there are. */
export interface ShownPeople extends PeoplePreview {
  counts: Record<'fresh' | 'here' | 'bad' | 'twice' | 'waiting', number>;
}

export function shownOf({ fresh, here, bad, twice, newTeams, unknown }: PeoplePreview): ShownPeople {
  return {
    fresh: fresh.slice(0, SHOWN),
    here: here.slice(0, SHOWN),
    bad: bad.slice(0, SHOWN),
    twice: twice.slice(0, SHOWN),
    newTeams: newTeams.slice(0, SHOWN),
    unknown: unknown.slice(0, 20),
    counts: {
      fresh: fresh.length,
      here: here.length,
      bad: bad.length,
      twice: twice.length,
      waiting: here.filter(({ waits }) => waits).length,
    },
  };
}

type WithLink = { name: string; email: string; url: string };

export interface TakenPeople {
  /** Each with the link with which they come in, given this once. */
  people: WithLink[];
  /** Who was here, has never come in, and has a fresh link. */
  renewed: WithLink[];
  teams: number;
  /** False: the rest of the list could not be kept. What was made before is, and its links are in here. */
  isAll: boolean;
}

/**
 * Adds the people of a list as inviting each of them does; looked at anew, so that who has come meanwhile is not added twice. Broken
 * off in between, the links made so far are given, and the same list goes on where it stopped.
 * @param twice who bears a name that is here with another address is another person, somebody said
 * @param renew whoever of it is here and has never come in gets a fresh link: the one before may be lost
 */
export async function takePeople(
  app: App,
  person: SignedIn,
  text: string,
  { twice, renew = false }: { twice: boolean; renew?: boolean },
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
  const taken: TakenPeople = { people: [], renewed: [], teams: newTeams.length, isAll: true };
  const waiting = renew ? preview.here.flatMap(({ email, waits }) => (waits ? [email] : [])) : [];
  try {
    for (const some of parted(wanted)) taken.people.push(...(await takeSome(app, person, some, teams)));
    for (const some of parted(waiting)) taken.renewed.push(...(await renewSome(app, person, some)));
  } catch (error) {
    if (taken.people.length + taken.renewed.length === 0) throw error;
    app.log.error('bringing in a list of people', error);
    taken.isAll = false;
  }
  return taken;
}

const parted = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, part) =>
    all.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );

const takeSome = (
  app: App,
  by: SignedIn,
  rows: readonly NewPersonRow[],
  teams: ReadonlyMap<string, TeamId>,
): Promise<WithLink[]> =>
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
    const people = made.map(({ id }) => id);
    await recordEach(tx, now, { by: by.id, action: 'added a person', people });
    return linked(app, tx, made);
  });

/** As a link is made anew on each one's own page. */
const renewSome = (app: App, by: SignedIn, emails: readonly string[]): Promise<WithLink[]> =>
  app.db.transaction().execute(async (tx) => {
    const waiting = await lockWaiting(tx, emails);
    const people = waiting.map(({ id }) => id);
    await deleteUnusedJoinLinks(tx, people);
    await recordEach(tx, signInNow(app), { by: by.id, action: 'made a join link', people });
    return linked(
      app,
      tx,
      waiting.map(({ id, name, email }) => ({ id, name, email: email ?? '' })),
    );
  });

async function linked(
  app: App,
  tx: Database,
  people: readonly { id: PersonId; name: string; email: string }[],
): Promise<WithLink[]> {
  const { rows, urls } = linksFor(
    app,
    'join',
    people.map(({ id }) => id),
  );
  await insertLinks(tx, rows);
  return people.map(({ id, name, email }) => ({ name, email, url: urls.get(id) ?? '' }));
}
