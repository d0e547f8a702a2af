import type { Coming } from './coming.ts';

/** What a calendar program says for one person (RFC 5546 REPLY), as it came by mail: nothing of it is trusted yet. */
export interface CalendarReply {
  uid: string;
  /** Whom it says it speaks for, in lower case. */
  attendee: string;
  /** Which address the mail itself came from, in lower case. */
  from: string;
  partstat: string;
  sequence: number;
  /** DTSTAMP: when it was said. */
  stamp: Date;
}

/** The invitation a reply's UID and attendee lead to. */
export interface RepliedTo {
  standing: 'invited' | 'uninvited' | 'cancelled';
  /** The number this person was told last. */
  sequence: number;
  answeredAt: Date | null;
  isOver: boolean;
}

/** Clocks of others go wrong, a little. */
const AHEAD_MS = 10 * 60_000;

const SAYS: Readonly<Record<string, Coming>> = { ACCEPTED: 'yes', TENTATIVE: 'maybe', DECLINED: 'no' };

/**
 * P11: what a reply changes, or why it changes nothing. It counts once, from the address that was invited, for the entry as that
 * person has it, and only if nothing newer was said: an older one, a copy of one or a forged one is passed over.
 */
export function judgeReply(
  reply: CalendarReply,
  invitation: RepliedTo | null,
  now: Date,
): { say: Coming } | { passedOver: string } {
  if (invitation === null) return { passedOver: 'no such invitation' };
  if (reply.from !== reply.attendee) return { passedOver: 'came from another address' };
  const say = Object.hasOwn(SAYS, reply.partstat) ? SAYS[reply.partstat] : undefined;
  if (say === undefined) return { passedOver: 'says none of the three' };
  if (invitation.isOver || invitation.standing !== 'invited')
    return { passedOver: 'nothing to answer any more' };
  if (reply.sequence !== invitation.sequence) return { passedOver: 'to another version of the entry' };
  if (reply.stamp.getTime() > now.getTime() + AHEAD_MS) return { passedOver: 'from the future' };
  if (invitation.answeredAt !== null && reply.stamp <= invitation.answeredAt)
    return { passedOver: 'older than what was said since' };
  return { say };
}
