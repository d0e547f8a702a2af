import type { ReviewRow } from '#db/reviews.ts';
import { findSoak } from '#db/soaks.ts';
import { findSoakPolicy } from '#db/workspace.ts';
import { choicesOf } from '#domain/soak/policy.ts';
import type { App } from '../app.ts';

/** S3: what a review may choose for itself, and what it has chosen. */
export interface SoakChoice {
  chosen: number | null;
  usual: number;
  choices: number[];
  /** A soak that runs keeps the length it began with. */
  runs: boolean;
}

export async function readSoakChoice(app: App, review: ReviewRow): Promise<SoakChoice> {
  const policy = await findSoakPolicy(app.db);
  return {
    chosen: review.soak_days,
    usual: policy.days,
    choices: choicesOf(policy),
    runs: (await findSoak(app.db, review.id)) !== null,
  };
}
