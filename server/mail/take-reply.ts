import { findRepliedTo, keepReply } from '#db/calendar-replies.ts';
import { judgeReply } from '#domain/invitations/replies.ts';
import type { App } from '../app.ts';
import { parseReply } from './parse-reply.ts';

/**
 * P11: one mail of the mailbox replies come to. A reply that counts is kept as an answer by a link is, and attendance never hears of it
 * (A1); any other changes nothing, and the log says why without a word or an address of it.
 */
export async function takeReply(
  { db, clock, log }: Pick<App, 'db' | 'clock' | 'log'>,
  raw: Uint8Array,
): Promise<'kept' | 'passed over'> {
  const reply = await parseReply(raw);
  if (reply === 'no reply') return 'passed over';
  if (reply === 'unreadable') {
    log.info('calendar reply passed over', { why: 'unreadable' });
    return 'passed over';
  }
  const invitation = await findRepliedTo(db, reply.uid, reply.attendee);
  const judged = judgeReply(reply, invitation, clock.now());
  if ('passedOver' in judged || invitation === null) {
    log.info('calendar reply passed over', { why: 'passedOver' in judged ? judged.passedOver : '' });
    return 'passed over';
  }
  const { meeting, person } = invitation;
  return (await keepReply(db, { meeting, person, say: judged.say, at: reply.stamp }))
    ? 'kept'
    : 'passed over';
}
