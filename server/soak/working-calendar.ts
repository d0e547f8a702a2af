import { findWorkspaceCalendar } from '#db/soaks.ts';
import type { WorkingCalendar } from '#domain/soak/working-days.ts';
import type { Database } from '../app.ts';

/** The workspace's weekend and holidays, in a meeting's zone, or the policy's where there was no meeting (S2). */
export async function workingCalendar(db: Database, zone?: string): Promise<WorkingCalendar> {
  const policy = await findWorkspaceCalendar(db);
  return { ...policy, zone: zone ?? policy.zone };
}
