import type { Generated } from 'kysely';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';
import type { NoticeKind, NoticeMail, NoticeWhat } from '#domain/notices/notice.ts';

/** The tables of 0032 and 0033, as both engines return their rows. */
export interface NoticesSchema {
  notice_choices: NoticeChoicesTable;
  notices: NoticesTable;
  notice_digests: NoticeDigestsTable;
}

interface NoticeChoicesTable {
  person_id: PersonId;
  kind: NoticeKind;
  shown: boolean;
  mail: NoticeMail;
}
interface NoticesTable {
  id: Generated<number>;
  person_id: PersonId;
  kind: NoticeKind;
  what: NoticeWhat;
  about: string;
  review_id: ReviewId;
  meeting_id: MeetingId | null;
  comment_id: string | null;
  item_id: string | null;
  reflection_id: string | null;
  at: Date;
  read_at: Date | null;
}
interface NoticeDigestsTable {
  person_id: PersonId;
  told_until: Date;
}
