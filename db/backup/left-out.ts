/**
 * Tables whose rows no backup holds, each with its reason. Everything else is in it, without being named anywhere: a new table
 * is backed up unless it is put here. The one place for rows that must never leave the database (U1: a box of unsigned input
 * that is not revealed yet belongs here in the same commit that makes its table).
 */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  migrations: 'a restore makes the tables anew with the same migrations, which the file names',
  backup_reading: 'the backup’s own',
  backup_changes: 'the backup’s own',
  document_history: 'derived from the log, made again when somebody looks at a history',
  document_stretches: 'derived from the log',
  document_chapters: 'derived from the log',
  relay: 'a restored copy is another workspace: it must not hear the first one’s nodes',
  unsigned_box:
    'what came in without a name and has not been shown: two backups would tell in which order it came, and so from whom (U1)',
  ready_marks:
    'who was ready in the last minutes: of no use after a restore, and in a backup it would stay for good (M10)',
  meeting_seen:
    'who was in a room in the last seconds: of no use after a restore, and in a backup it would stay for good (M18)',
  meeting_screens:
    'a way in for the length of one meeting: a restored copy must not open it again, and a facilitator makes a new one with one press',
  meeting_codes: 'a way in for the length of one meeting, as a screen’s link is',
  guests:
    'a way in for the length of one meeting; what guests said stays, under the name a backup holds (G1)',
  link_keys: 'whoever holds it could sign links in somebody’s name: a restored copy draws its own',
  tracker_outbox:
    'what was on its way has mostly arrived since: a restored copy must not send it again, and says beside the item that nobody knows (T4)',
  tracker_calls:
    'signatures of calls that came in: a copy has other addresses, and its trackers know a state’s own age',
  feed_changes: 'marks of this database’s own changes: a restored copy makes its own',
  mail_outbox:
    'letters that were waiting have mostly gone since: a restored copy must not write to people again, and the page of a meeting’s invitations sends anew by hand (N5)',
};

/** The log of edits: rows are added under rising numbers, never changed, and removed only when they move to the archive. */
export const LOG = 'document_updates';
export const LOG_ARCHIVE = 'document_archive';
