import type { Generated } from 'kysely';
import type { PersonId } from '#domain/ids.ts';
import type { TrackerKind, WorkState } from '#domain/trackers/tracker.ts';

/** The tables of 0031, as both engines return their rows. */
export interface TrackersSchema {
  trackers: TrackersTable;
  listed_origins: { origin: string };
  item_sends: ItemSendsTable;
  tracker_outbox: TrackerOutboxTable;
  tracker_calls: { tracker_id: string; signature: string; came_at: Date };
}

interface TrackersTable {
  id: string;
  kind: TrackerKind;
  name: string;
  address: string;
  project: string;
  account: Generated<string>;
  issue_type: Generated<string>;
  place: Generated<string>;
  token: Uint8Array | null;
  hook_secret: Uint8Array | null;
  connected_at: Date;
  removed_at: Generated<Date | null>;
  trouble: Generated<string>;
  trouble_since: Generated<Date | null>;
  failures: Generated<number>;
  away_until: Generated<Date | null>;
}
interface ItemSendsTable {
  item_id: string;
  tracker_id: string | null;
  state: 'sending' | 'sent' | 'refused' | 'unknown' | 'unlinked';
  asked_by: PersonId;
  asked_at: Date;
  said: Generated<string>;
  remote_id: Generated<string>;
  remote_key: Generated<string>;
  url: Generated<string>;
  work: Generated<WorkState | null>;
  work_words: Generated<string>;
  work_at: Generated<Date | null>;
  looked_at: Generated<Date | null>;
  next_look_at: Generated<Date | null>;
}
interface TrackerOutboxTable {
  item_id: string;
  tracker_id: string;
  title: string;
  body: string;
  queued_at: Date;
  tries: Generated<number>;
  next_try_at: Date;
  again: Generated<boolean>;
  lost_since: Generated<Date | null>;
}
