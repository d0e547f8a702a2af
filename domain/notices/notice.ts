/** What Soak tells somebody of. Each kind is chosen, and stopped, by itself. */
export const NOTICE_KINDS = ['mention', 'answer', 'meeting', 'soak', 'item'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** By mail: as it happens, once a day with the rest, or not at all. */
export const NOTICE_MAILS = ['now', 'daily', 'never'] as const;
export type NoticeMail = (typeof NOTICE_MAILS)[number];

export interface NoticeChoice {
  /** In Soak itself, on home. */
  shown: boolean;
  mail: NoticeMail;
}

/** Of somebody who has chosen nothing: shown where they are anyway, never sent after them. */
export const UNCHOSEN: NoticeChoice = { shown: true, mail: 'never' };

/** One press stops a kind everywhere. */
export const STOPPED: NoticeChoice = { shown: false, mail: 'never' };

export const isNoticeKind = (words: string | undefined): words is NoticeKind =>
  NOTICE_KINDS.some((kind) => kind === words);

export type NoticeWhat =
  | 'named'
  | 'answered'
  | 'invited'
  | 'moved'
  | 'changed'
  | 'uninvited'
  | 'cancelled'
  | 'started'
  | 'ended'
  | 'owned';
