import { type BusyTime, listBusyTimes } from '#db/busy-times.ts';
import { listReviewTeams } from '#db/review-people.ts';
import { findWorkspaceCalendar } from '#db/soaks.ts';
import { listSystemOwners } from '#db/systems.ts';
import { listTeamMembers } from '#db/teams.ts';
import { findSoakPolicy } from '#db/workspace.ts';
import { asId, isUuid, type MeetingId, type PersonId, type ReviewId, type SystemId } from '#domain/ids.ts';
import { firstFreeHour } from '#domain/soak/free-hour.ts';
import { workingHoursOf } from '#domain/soak/policy.ts';
import { proposeCircle } from '#domain/soak/session-circle.ts';
import { DAY, MINUTE } from '#domain/soak/wall-clock.ts';
import { alsoFreeIn } from '#domain/soak/working-days.ts';
import type { App, Database } from '../app.ts';
import { expectedSoakEnd } from './expected-soak-end.ts';

const DAYS_LOOKED_AT = 60;

/**
 * S4: the first hour of working time at or after the soak's end, and after now, in which none of these people is in a meeting in
 * Soak. Null while no end of a soak is known. Soak sees no other calendar, and the page says so.
 */
export async function proposeActionSession(
  { db, clock }: Pick<App, 'db' | 'clock'>,
  review: ReviewId,
  people: readonly PersonId[],
  { minutes = 60, except = null }: { minutes?: number; except?: MeetingId | null } = {},
): Promise<{ startsAt: Date; zone: string } | null> {
  const { endsAt, calendar } = await expectedSoakEnd(db, review);
  if (endsAt === null) return null;
  const now = clock.now();
  const earliest = endsAt > now ? endsAt : now;
  const until = new Date(earliest.getTime() + DAYS_LOOKED_AT * DAY);
  const busy = await listBusyTimes(db, people, { from: earliest, until, except });
  const hours = workingHoursOf(await findSoakPolicy(db));
  // a soak ends by the days it was started with (S2); nobody is there on one that has become free since
  const workingDays = alsoFreeIn(calendar, await findWorkspaceCalendar(db));
  return {
    startsAt: firstFreeHour(earliest, workingDays, hours, busy, minutes * MINUTE),
    zone: calendar.zone,
  };
}

/**
 * S4: whom the session may need: the teams that own the systems its findings name, then those closest to what happened. The planner
 * ticks and unticks.
 * @param systems ids as the findings name them, in their order; what is no system of the workspace is passed over
 */
export async function proposeInvited(
  db: Database,
  review: ReviewId,
  facilitators: readonly PersonId[],
  systems: readonly string[] = [],
): Promise<PersonId[]> {
  const named = systems.filter(isUuid).map((id) => asId<SystemId>(id));
  const owners = await listSystemOwners(db, named);
  const closest = new Set((await listReviewTeams(db, review)).map(({ id }) => id));
  const members = (await listTeamMembers(db)).filter(({ team }) => closest.has(team));
  const owning = named.flatMap((id) => owners.filter(({ system }) => system === id));
  return proposeCircle(owning, members, facilitators);
}

/** Of these people, those who are in another meeting in Soak then. */
export async function whoIsBusy(
  db: Database,
  people: readonly PersonId[],
  { startsAt, minutes, except }: { startsAt: Date; minutes: number; except: MeetingId | null },
): Promise<ReadonlySet<BusyTime['person']>> {
  const until = new Date(startsAt.getTime() + minutes * MINUTE);
  const busy = await listBusyTimes(db, people, { from: startsAt, until, except });
  return new Set(busy.map(({ person }) => person));
}
