import { recordAudit } from '#db/audit.ts';
import { updateWorkspace } from '#db/workspace.ts';
import type { App, SignedIn } from '../app.ts';
import { signInNow } from '../people/sign-in-times.ts';
import { requireAdministrator } from './require-administrator.ts';

export interface WorkspaceFacts {
  name: string;
  zone: string;
  /** ISO weekday numbers, at most six: a soak needs a working day. */
  weekend: readonly number[];
  /** Days off, YYYY-MM-DD. */
  holidays: readonly string[];
  /** What they are called, by their days. */
  holidayNames?: Readonly<Record<string, string>>;
}

/** Soaks that run already keep the days they were started with (S2). */
export async function changeWorkspace(app: App, person: SignedIn, facts: WorkspaceFacts): Promise<void> {
  requireAdministrator(person);
  await app.db.transaction().execute(async (tx) => {
    await updateWorkspace(tx, {
      ...facts,
      weekend: [...new Set(facts.weekend)].sort(),
      holidays: [...new Set(facts.holidays)].sort(),
    });
    await recordAudit(tx, signInNow(app), person.id, 'changed the workspace');
  });
}
