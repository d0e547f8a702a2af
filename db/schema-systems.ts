import type { Generated } from 'kysely';
import type { SystemId, TeamId } from '#domain/ids.ts';

export interface SystemsTable {
  id: SystemId;
  name: string;
  /** Who owns it; null where nobody does or has said. */
  team_id: Generated<TeamId | null>;
  /** No finding is newly given it; those that name it go on doing so. */
  retired_at: Generated<Date | null>;
  created_at: Date;
}

export interface SystemsSchema {
  systems: SystemsTable;
}
