import { z } from 'zod';
import { recordAudit } from '#db/audit.ts';
import {
  findSystem,
  insertSystem,
  listSystems,
  type SystemRow,
  setSystemRetired,
  updateSystem,
} from '#db/systems.ts';
import { listTeams } from '#db/teams.ts';
import { asId, type SystemId, type TeamId } from '#domain/ids.ts';
import type { Refused } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { id, line } from '../doors/fields.ts';
import { notFound } from '../not-found.ts';
import { signInNow } from '../people/sign-in-times.ts';
import { refusingConflicts } from '../settings/refuse-conflicts.ts';
import { requireAdministrator } from '../settings/require-administrator.ts';

const facts = {
  name: line(80, 'Please give the system a name.'),
  team: z.union([z.literal('').transform(() => null), id<TeamId>()]).default(null),
};
export const newSystemForm = z.strictObject(facts);
export const systemForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('change'), ...facts }),
  z.strictObject({ intent: z.literal('retire') }),
  z.strictObject({ intent: z.literal('bring-back') }),
]);

export interface SystemFacts {
  name: string;
  /** Who owns it; null where nobody does. */
  team: TeamId | null;
}

/** What an administrator sees: every system, retired ones too, and the teams one can be given to. */
export async function readSystems(
  app: App,
  person: SignedIn,
): Promise<{ systems: SystemRow[]; teams: { id: TeamId; name: string }[] }> {
  requireAdministrator(person);
  return { systems: await listSystems(app.db), teams: await listTeams(app.db) };
}

export async function addSystem(
  app: App,
  person: SignedIn,
  given: SystemFacts,
): Promise<{ added: SystemId } | Refused> {
  requireAdministrator(person);
  const added = asId<SystemId>(app.random.uuid());
  return refusingConflicts(() =>
    app.db.transaction().execute(async (tx) => {
      await insertSystem(tx, { id: added, ...given, at: app.clock.now() });
      await recordAudit(tx, signInNow(app), person.id, 'added a system', { system: added });
      return { added };
    }),
  );
}

/** A new name or owner; findings that name it go on naming it. */
export async function changeSystem(
  app: App,
  person: SignedIn,
  system: SystemId,
  given: SystemFacts,
): Promise<{ changed: true } | Refused> {
  requireAdministrator(person);
  return refusingConflicts(() =>
    app.db.transaction().execute(async (tx) => {
      if (!(await findSystem(tx, system))) throw notFound();
      await updateSystem(tx, system, given);
      await recordAudit(tx, signInNow(app), person.id, 'changed a system', { system });
      return { changed: true as const };
    }),
  );
}

/** Out of use, or back in it; pressing twice is pressing once. */
export async function retireSystem(
  app: App,
  person: SignedIn,
  system: SystemId,
  isRetired: boolean,
): Promise<void> {
  requireAdministrator(person);
  await app.db.transaction().execute(async (tx) => {
    const found = await findSystem(tx, system);
    if (!found) throw notFound();
    if ((found.retiredAt !== null) === isRetired) return;
    await setSystemRetired(tx, system, isRetired ? app.clock.now() : null);
    const done = isRetired ? 'retired a system' : 'brought a system back';
    await recordAudit(tx, signInNow(app), person.id, done, { system });
  });
}
