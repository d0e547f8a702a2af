import { dayTimeOf, zoneWords } from '../clock-words.ts';
import type { ReviewId } from '../ids.ts';
import type { MeetingKind } from '../meeting/meeting.ts';
import type { NoticeKind, NoticeWhat } from './notice.ts';

/** What is known of a notice when it is shown or sent. */
export interface NoticeFacts {
  kind: NoticeKind;
  what: NoticeWhat;
  review: ReviewId;
  reviewTitle: string;
  meeting: { id: string; kind: MeetingKind; startsAt: Date } | null;
  thread: string | null;
  item: string | null;
  by: string | null;
  words: string | null;
  soakEnds: Date | null;
}

export interface NoticeWords {
  head: string;
  line: string;
  /** Where it leads. */
  path: string;
}

/** A notice as a list shows it. */
export interface ShownNotice extends NoticeWords {
  id: number;
  kind: NoticeKind;
  what: NoticeWhat;
  review: ReviewId;
  meeting: string | null;
  at: Date;
  isRead: boolean;
}

export const NOTICE_KIND_WORDS: Record<NoticeKind, string> = {
  mention: 'Comments that name you',
  answer: 'Answers to what you asked or wrote',
  meeting: 'Invitations, and what changes in them',
  soak: 'Soaks that start and end',
  item: 'Action items that become yours',
};

const LONGEST = 160;

/** A notice in two short lines: what it is about, and what happened. @param reader whose zone times are said in */
export function noticeWords(notice: NoticeFacts, reader: { zone: string; now: Date }): NoticeWords {
  const title = notice.reviewTitle || 'Untitled';
  const review = `/reviews/${notice.review}`;
  switch (notice.kind) {
    case 'mention':
      return { head: said(notice, 'names you'), line: title, path: threadPath(notice, review) };
    case 'answer':
      return { head: said(notice, 'answers you'), line: title, path: threadPath(notice, review) };
    case 'meeting':
      return { head: title, line: meetingLine(notice, reader), path: meetingPath(notice, review) };
    case 'soak':
      return { head: title, line: soakLine(notice, reader), path: `${review}/actions` };
    case 'item':
      return {
        head: notice.words ?? title,
        line: `This action item is yours now. ${title}`,
        path: `${review}/actions${notice.item ? `#item-${notice.item}` : ''}`,
      };
  }
}

const said = ({ by, words }: NoticeFacts, does: string): string => {
  const who = `${by ?? 'Somebody'} ${does}`;
  return words
    ? `${who}: “${words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words}”`
    : who;
};

const threadPath = ({ thread }: NoticeFacts, review: string): string =>
  thread === null ? `${review}/actions#reflections` : `${review}#thread-${thread}`;

function meetingLine({ what, meeting }: NoticeFacts, { zone, now }: { zone: string; now: Date }): string {
  const its = meeting?.kind === 'action' ? 'action session' : 'review meeting';
  const when = meeting ? `${dayTimeOf(meeting.startsAt, zone, now)} (${zoneWords(zone)})` : '';
  switch (what) {
    case 'moved':
      return `Its ${its} stands differently now: ${when}. Optional, as always.`;
    case 'changed':
      return `Something about its ${its} reads differently now. Its time is the same: ${when}.`;
    case 'cancelled':
      return `Its ${its} will not take place.`;
    case 'uninvited':
      return `You need not keep the time of its ${its}.`;
    default:
      return `You are named for its ${its}: ${when}. Optional, as always.`;
  }
}

const meetingPath = ({ what, meeting }: NoticeFacts, review: string): string =>
  meeting === null || what === 'cancelled' || what === 'uninvited' ? review : `/meetings/${meeting.id}`;

function soakLine({ what, soakEnds }: NoticeFacts, { zone, now }: { zone: string; now: Date }): string {
  if (what === 'ended') return 'Its ideas have soaked. The action session can begin.';
  return soakEnds === null
    ? 'Its ideas soak until a further meeting has been held.'
    : `Its ideas soak until ${dayTimeOf(soakEnds, zone, now)} (${zoneWords(zone)}). What comes to your mind can be sealed.`;
}
