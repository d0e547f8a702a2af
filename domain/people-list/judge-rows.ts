import { withoutTurns } from '../plain-line.ts';

/** A row of a list of people, its cells under the columns that are known. */
export interface PeopleRow {
  /** In the file, the heading counted. */
  line: number;
  name: string;
  email: string;
  startedOn: string;
  teams: string;
  /** Words stand in cells beyond those the first row names. */
  hasMore?: boolean;
}

export interface KnownPerson {
  name: string;
  active: boolean;
  /** Active, and has never come in: a fresh link is of use to them. */
  waits?: boolean;
}

/** Who and what is here already. */
export interface KnownPeople {
  /** By address in lower case. */
  people: ReadonlyMap<string, KnownPerson>;
  /** Names of teams, as they are written. */
  teams: readonly string[];
}

export interface NewPersonRow {
  line: number;
  name: string;
  email: string;
  startedOn: string | null;
  /** As they are written here, or in the list where they are new. */
  teams: string[];
}

export interface BadRow {
  line: number;
  words: string;
  why: string;
}

export interface JudgedPeople {
  fresh: NewPersonRow[];
  /** Whose address is here already: nothing of them changes. */
  here: { line: number; email: string; words: string; waits: boolean }[];
  bad: BadRow[];
  /** Perhaps one person with two addresses. */
  twice: (NewPersonRow & { why: string })[];
  newTeams: string[];
}

const LONGEST_NAME = 80;
const LONGEST_ADDRESS = 254;
const TEAMS_MOST = 20;

/**
 * What each row of a list becomes: somebody new, somebody who is here, or a row that cannot be used and why. Who bears the name of
 * somebody with another address is set apart: one person invited twice could sign in as two. @param isAddress what the door takes
 */
export function judgePeopleRows(
  rows: readonly PeopleRow[],
  known: KnownPeople,
  isAddress: (words: string) => boolean,
): JudgedPeople {
  const judged: JudgedPeople = { fresh: [], here: [], bad: [], twice: [], newTeams: [] };
  const teams = new Map(known.teams.map((name) => [folded(name), name]));
  const names = new Map<string, string>();
  for (const [email, { name }] of known.people)
    names.set(folded(name), `${name} is here already, as ${email}`);
  const lines = new Map<string, number>();
  for (const row of rows) {
    const name = tidy(row.name);
    const email = tidy(row.email).toLowerCase();
    const words = shortened([name, email].filter((each) => each !== '').join(', ') || '(empty)');
    const read = readTeams(row.teams);
    const why = whyNot({ ...row, name, email }, isAddress) ?? (typeof read === 'string' ? read : null);
    const before = lines.get(email);
    if (why !== null || typeof read === 'string') {
      judged.bad.push({ line: row.line, words, why: why ?? '' });
      continue;
    }
    if (before !== undefined) {
      judged.bad.push({ line: row.line, words, why: `row ${before} has this address already` });
      continue;
    }
    lines.set(email, row.line);
    const there = known.people.get(email);
    if (there) {
      const waits = there.waits === true;
      const how = waits ? ', has not come in yet' : there.active ? '' : ', deactivated';
      const said = `${there.name}, ${email}, is here already${how}`;
      judged.here.push({ line: row.line, email, words: said, waits });
      continue;
    }
    const own = read.map((team) => teams.get(folded(team)) ?? team);
    const person = { line: row.line, name, email, startedOn: tidy(row.startedOn) || null, teams: own };
    const same = names.get(folded(name));
    if (same !== undefined) judged.twice.push({ ...person, why: same });
    else {
      judged.fresh.push(person);
      names.set(folded(name), `row ${row.line} is ${name} too, as ${email}`);
    }
    for (const team of own) if (!teams.has(folded(team))) teams.set(folded(team), team);
  }
  judged.newTeams = newTeamsOf(judged.fresh, known.teams);
  return judged;
}

/** Teams of these people that are not here yet, each once. */
export function newTeamsOf(people: readonly NewPersonRow[], here: readonly string[]): string[] {
  const known = new Set(here.map(folded));
  return [...new Set(people.flatMap(({ teams }) => teams))].filter((team) => !known.has(folded(team)));
}

function whyNot(
  { name, email, startedOn, hasMore }: PeopleRow,
  isAddress: (words: string) => boolean,
): string | null {
  if (hasMore) return 'has more cells than the first row names';
  if (name === '') return 'has no name';
  if (name.length > LONGEST_NAME) return `has a name of more than ${LONGEST_NAME} letters`;
  if (name.includes('\ufffd')) return 'has letters in its name that could not be read';
  if (email === '') return 'has no address';
  if (email.length > LONGEST_ADDRESS || !isAddress(email)) return 'has no address such as grace@example.org';
  const day = tidy(startedOn);
  if (day !== '' && !isDay(day))
    return `has the start “${shortened(day)}”, which is no day such as 2024-03-01`;
  return null;
}

/** Several are parted by a semicolon or an upright stroke. A sentence where they cannot be taken. */
function readTeams(words: string): string[] | string {
  const teams = new Map<string, string>();
  for (const each of words.split(/[;|]/).map(tidy))
    if (each !== '' && !teams.has(folded(each))) teams.set(folded(each), each);
  if (teams.size > TEAMS_MOST) return `names more than ${TEAMS_MOST} teams`;
  const long = [...teams.values()].find((team) => team.length > LONGEST_NAME);
  return long === undefined ? [...teams.values()] : `names a team of more than ${LONGEST_NAME} letters`;
}

const isDay = (day: string): boolean => {
  if (!/^(19[7-9]\d|2[01]\d\d)-\d\d-\d\d$/.test(day)) return false;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
};

/** The same name, however it is written. */
export const folded = (words: string): string => words.normalize('NFKC').toLocaleLowerCase('en');

/** As the door would store it. */
const tidy = (words: string): string =>
  withoutTurns(words)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zs}\s]+/gu, ' ')
    .trim();

const shortened = (words: string): string => (words.length > 80 ? `${words.slice(0, 80)}…` : words);
