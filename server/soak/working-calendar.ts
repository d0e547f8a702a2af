import { findReview } from '#db/reviews.ts';
import { findWorkspaceCalendar } from '#db/soaks.ts';
import { findSoakPolicy } from '#db/workspace.ts';
import type { ReviewId } from '#domain/ids.ts';
import { soakDaysOf } from '#domain/soak/policy.ts';
import type { WorkingCalendar } from '#domain/soak/working-days.ts';
import type { Database } from '../app.ts';

/** The workspace's weekend and holidays, in a meeting's zone, or the policy's where there was no meeting (S2). */
export async function workingCalendar(db: Database, zone?: string): Promise<WorkingCalendar> {
  const policy = await findWorkspaceCalendar(db);
  return { ...policy, zone: zone ?? policy.zone };
}

/** S3: how many working days this review soaks: its own choice within the policy, else the policy's. */
export async function soakDaysFor(db: Database, review: ReviewId): Promise<number> {
  const found = await findReview(db, review);
  return soakDaysOf(await findSoakPolicy(db), found?.soak_days ?? null);
}
