import type { Generated } from 'kysely';
import type { PersonId, ReviewId } from '#domain/ids.ts';

/** The table of 0017 and 0042, as both engines return its rows. */
export interface ErasingSchema {
  erasures: ErasuresTable;
}

interface ErasuresTable {
  id: string;
  review_id: ReviewId;
  person_id: PersonId;
  epoch: number;
  at: Date;
  swept_at: Date | null;
  /** What is swept is promised of files alone, not of dumps made before. */
  keeps_dumps: Generated<boolean>;
}
