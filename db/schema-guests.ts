import type { MeetingId, PersonId } from '#domain/ids.ts';
import type { CallOn } from '#domain/meeting/call-on.ts';

export interface MeetingCodesTable {
  meeting_id: MeetingId;
  code: string;
  made_by: PersonId | null;
}
export interface GuestsTable {
  person_id: PersonId;
  meeting_id: MeetingId;
  token_id: string;
  secret_hash: Uint8Array;
}
export interface CallOnAnswersTable {
  meeting_id: MeetingId;
  person_id: PersonId;
  answer: CallOn;
}
export interface LinkKeysTable {
  id: 1;
  key: Uint8Array;
}

export interface GuestsSchema {
  meeting_codes: MeetingCodesTable;
  guests: GuestsTable;
  call_on_answers: CallOnAnswersTable;
  link_keys: LinkKeysTable;
}
