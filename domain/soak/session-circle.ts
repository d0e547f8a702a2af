/** Whom an action session may need, before the planner ticks and unticks. */
export interface Candidate<Team extends string, Person extends string> {
  team: Team;
  person: Person;
}

/** As many as can still decide together; the planner may tick more and is told gently. */
export const MOST_PROPOSED = 8;
const LEAST_PROPOSED = 3;

/**
 * S4: from the teams that own what the findings name, one of each team in turn, so that none fills the table alone; where that gives
 * fewer than three, or nothing is owned, the teams closest to what happened follow. Facilitators count, and are not proposed again.
 * @param owning in the order in which systems are named, those who lead first
 * @param closest those who lead first
 */
export function proposeCircle<Team extends string, Person extends string>(
  owning: readonly Candidate<Team, Person>[],
  closest: readonly Candidate<Team, Person>[],
  facilitators: readonly Person[],
): Person[] {
  const led = new Set(facilitators);
  const owners = inTurns(owning).filter((person) => !led.has(person));
  const others = closest.map(({ person }) => person).filter((person) => !led.has(person));
  const most = Math.max(0, MOST_PROPOSED - led.size);
  if (owners.length === 0) return [...new Set(others)].slice(0, most);
  const room = Math.max(owners.length, LEAST_PROPOSED - led.size);
  return [...new Set([...owners, ...others])].slice(0, Math.min(room, most));
}

/** The first of each team, then the second of each; each person once. */
function inTurns<Team extends string, Person extends string>(
  candidates: readonly Candidate<Team, Person>[],
): Person[] {
  const teams = [...Map.groupBy(candidates, ({ team }) => team).values()];
  const longest = Math.max(0, ...teams.map((team) => team.length));
  const turns = Array.from({ length: longest }, (_, turn) => teams.flatMap((team) => team[turn] ?? []));
  return [...new Set(turns.flat().map(({ person }) => person))];
}
