import type { Generated } from 'kysely';
import type { ReviewId, SystemId, TeamId } from '#domain/ids.ts';

export interface SystemsTable {
  id: SystemId;
  name: string;
  /** Who owns it; null where nobody does or has said. */
  team_id: Generated<TeamId | null>;
  /** No finding is newly given it; those that name it go on doing so. */
  retired_at: Generated<Date | null>;
  created_at: Date;
}

/** 0036: which of a soak's mails have been written. */
interface SoakMailsTable {
  review_id: ReviewId;
  what: 'started' | 'ends';
  day: string;
}
/** 0036: how far a mailbox of replies has been read. */
interface ReplyMailboxesTable {
  mailbox: string;
  validity: string;
  last_uid: number;
}

export interface SystemsSchema {
  systems: SystemsTable;
  soak_mails: SoakMailsTable;
  reply_mailboxes: ReplyMailboxesTable;
}
