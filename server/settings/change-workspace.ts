import { recordAudit } from '#db/audit.ts';
import { updateFreeDays, updateWorkspace } from '#db/workspace.ts';
import type { App, SignedIn } from '../app.ts';
import { signInNow } from '../people/sign-in-times.ts';
import { requireAdministrator } from './require-administrator.ts';

export interface WorkspaceFacts {
  name: string;
  zone: string;
}

export async function changeWorkspace(app: App, person: SignedIn, facts: WorkspaceFacts): Promise<void> {
  requireAdministrator(person);
  await app.db.transaction().execute(async (tx) => {
    await updateWorkspace(tx, facts);
    await recordAudit(tx, signInNow(app), person.id, 'changed the workspace');
  });
}

export interface FreeDays {
  /** ISO weekday numbers, at most six: a soak needs a working day. */
  weekend: readonly number[];
  /** Days off, YYYY-MM-DD, with what they are called. */
  holidays: readonly { day: string; name: string }[];
}

/** Soaks that run already keep the days they were started with (S2). */
export async function changeFreeDays(
  app: App,
  person: SignedIn,
  { weekend, holidays }: FreeDays,
): Promise<void> {
  requireAdministrator(person);
  await app.db.transaction().execute(async (tx) => {
    await updateFreeDays(tx, {
      weekend: [...new Set(weekend)].sort(),
      holidays: [...new Set(holidays.map(({ day }) => day))].sort(),
      holidayNames: Object.fromEntries(
        holidays.flatMap(({ day, name }) => (name === '' ? [] : [[day, name]])),
      ),
    });
    await recordAudit(tx, signInNow(app), person.id, 'changed the days nobody works');
  });
}
