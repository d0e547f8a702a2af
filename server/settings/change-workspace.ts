import { recordAudit } from '#db/audit.ts';
import { lockWorkspace, updateFreeDays, updateWorkspace, type WorkspaceRow } from '#db/workspace.ts';
import type { Loaded } from '#domain/join-changes.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { type AskedAbout, joinForm } from '../doors/as-loaded.ts';
import { signInNow } from '../people/sign-in-times.ts';
import type { Holiday } from './holiday-file.ts';
import { requireAdministrator } from './require-administrator.ts';
import { holidayLine } from './soak-settings.ts';

export interface WorkspaceFacts {
  name: string;
  zone: string;
}

/** @param loaded the facts its form was loaded with: what others have changed since stays, or is asked about */
export async function changeWorkspace(
  app: App,
  person: SignedIn,
  typed: WorkspaceFacts,
  loaded?: Loaded,
): Promise<true | AskedAbout<WorkspaceFacts>> {
  requireAdministrator(person);
  return app.db.transaction().execute(async (tx) => {
    const before = await lockWorkspace(tx);
    const stored = before === null ? typed : { name: before.name, zone: before.zone };
    const facts = joinForm(loaded, stored, typed, (piece) => `“${stored[piece]}”`);
    if ('asked' in facts) return facts;
    await updateWorkspace(tx, facts);
    await recordAudit(tx, signInNow(app), person.id, 'changed the workspace');
    return true as const;
  });
}

export interface FreeDays {
  /** ISO weekday numbers, at most six: a soak needs a working day. */
  weekend: readonly number[];
  /** Days off, YYYY-MM-DD, with what they are called. */
  holidays: readonly Holiday[];
}

/**
 * Soaks that run already keep the days they were started with (S2).
 * @param loaded weekend and lines of holidays as the form was loaded with them: what others have added or taken out since stays so
 */
export async function changeFreeDays(
  app: App,
  person: SignedIn,
  typed: FreeDays,
  loaded?: Loaded,
): Promise<true | Refused | AskedAbout<FreeDayPieces>> {
  requireAdministrator(person);
  return app.db.transaction().execute(async (tx) => {
    const before = await lockWorkspace(tx);
    const stored = before === null ? [] : holidaysOf(before);
    const joined = joinForm(
      loaded,
      { weekend: before?.weekend ?? [], holidays: stored.map(holidayLine) },
      { weekend: typed.weekend, holidays: typed.holidays.map(holidayLine) },
    );
    if ('asked' in joined) return joined;
    const weekend = [...new Set(joined.weekend)].sort();
    if (weekend.length > MOST_FREE) return refuse(NO_WORKING_DAY);
    const byLine = new Map([...stored, ...typed.holidays].map((holiday) => [holidayLine(holiday), holiday]));
    const holidays = joined.holidays.flatMap((line) => byLine.get(line) ?? []);
    await updateFreeDays(tx, {
      weekend,
      holidays: [...new Set(holidays.map(({ day }) => day))].sort(),
      holidayNames: Object.fromEntries(
        holidays.flatMap(({ day, name }) => (name === '' ? [] : [[day, name]])),
      ),
    });
    await recordAudit(tx, signInNow(app), person.id, 'changed the days nobody works');
    return true as const;
  });
}

interface FreeDayPieces {
  weekend: readonly number[];
  holidays: readonly string[];
}

const MOST_FREE = 6;
const NO_WORKING_DAY =
  'With what somebody else has ticked meanwhile no working day would be left. Open this page anew to see their days.';

const holidaysOf = ({ holidays, holiday_names }: WorkspaceRow): Holiday[] =>
  holidays.map((day) => ({ day, name: holiday_names[day] ?? '' }));
