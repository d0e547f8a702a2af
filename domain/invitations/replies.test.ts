import { expect, test } from 'vitest';
import { type CalendarReply, judgeReply, type RepliedTo } from './replies.ts';

const NOW = new Date('2026-11-18T09:00:00Z');
const reply: CalendarReply = {
  uid: 'meeting-1@soak.test',
  attendee: 'priya@example.org',
  from: 'priya@example.org',
  partstat: 'ACCEPTED',
  sequence: 2,
  stamp: new Date('2026-11-18T08:59:00Z'),
};
const invitation: RepliedTo = { standing: 'invited', sequence: 2, answeredAt: null, isOver: false };
const judge = (changes: Partial<CalendarReply>, to: Partial<RepliedTo> = {}) =>
  judgeReply({ ...reply, ...changes }, { ...invitation, ...to }, NOW);

test('[P11] yes, maybe and no are taken as by a link', () => {
  expect(judge({})).toEqual({ say: 'yes' });
  expect(judge({ partstat: 'TENTATIVE' })).toEqual({ say: 'maybe' });
  expect(judge({ partstat: 'DECLINED' })).toEqual({ say: 'no' });
});

test('[P11] a forged, replayed or stale reply is passed over, each for its reason', () => {
  const reasons = [
    judgeReply(reply, null, NOW),
    judge({ from: 'mallory@example.org' }),
    judge({ partstat: 'DELEGATED' }),
    judge({ partstat: 'constructor' }),
    judge({ sequence: 1 }),
    judge({ sequence: 3 }),
    judge({ stamp: new Date('2026-11-18T10:00:00Z') }),
    judge({}, { answeredAt: reply.stamp }),
    judge({}, { standing: 'uninvited' }),
    judge({}, { isOver: true }),
  ];
  for (const reason of reasons) expect(reason).toHaveProperty('passedOver');
});
