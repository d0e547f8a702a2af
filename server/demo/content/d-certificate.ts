import type { WriteUp } from '#domain/write-up.ts';
import { REVIEWS } from './ids.ts';
import { bullet, exactly, orderOnly, writing } from './writing.ts';

const d = writing('a certificate, two days early');

/** D: a near miss. Invented. */
export const certificate: WriteUp = {
  title: 'A certificate, two days early',
  standfirst:
    'Nothing happened on Thursday. This is about the Tuesday before it, and a page somebody was reading.',
  sections: [
    d.section(
      'The page somebody was reading',
      'The company in this write-up is small and invented, and so are its people. On a quiet Tuesday afternoon an on-call engineer in the payments team was reading somebody else’s write-up. It had come with the hand-over that morning: one link, one sentence on why it might matter. The link led to [Two coasts, two truths](/reviews/' +
        `${REVIEWS.twoCoasts}), the sentence said “a part that decides by itself, quicker than you can follow; which of ours does?”`,
      'The engineer began a list of such parts and put the certificate that payments uses towards the bank on it, since it renews itself. They looked when it had last done so. It had not. It would expire on Thursday at noon.',
    ),
    d.section(
      'How it could be nobody’s',
      'The renewal had been moved to a new host in spring. On the old host a monitor asked, every morning, how many days were left. On the new host the renewal was set up with care, and the monitor stayed where it was, asking a machine that still had an answer: the old certificate, copied there for safety, with a year to go.',
      'Everyone who looked at the board saw green, and green was a true statement about the old machine.',
    ),
    d.section(
      'What was done',
      'They renewed it by hand, with a colleague from platform on the call, in forty minutes. Nobody outside the two teams heard of it. It was the second engineer who said: write it up, it is the same as an incident with a different Thursday.',
      'The link in the hand-over is there because of an action item: “Put one other team’s write-up, and why it may matter, into each week’s on-call hand-over”, from the action session of [Two coasts, two truths](/reviews/' +
        `${REVIEWS.twoCoasts}). We name it as a mitigator, below.`,
      bullet('Invented: the company, its people, the certificate and the Thursday.'),
    ),
  ],
  findings: [
    d.finding(
      'mitigator',
      'Another team’s write-up in the hand-over',
      [
        `The item that came out of [Two coasts, two truths](/reviews/${REVIEWS.twoCoasts}) put an unfamiliar story in front of someone with a free half hour. It did not mention certificates. It asked a question that travels.`,
      ],
      { moments: ['reading', 'list'] },
    ),
    d.finding('mitigator', 'A quiet afternoon', [
      'There was time. On a busier Tuesday the page would have stayed a link.',
    ]),
    d.finding(
      'contributor',
      'The monitor stayed at the old address',
      ['The move had a good checklist for the thing and none for what watched the thing.'],
      { systems: ['certificates'], moments: ['moved'] },
    ),
    d.finding('risk', 'True statements about the wrong machine', [
      'A board of green answers does not say who was asked.',
    ]),
    d.finding('open-question', 'What else asks the old host?', ['It still answers.']),
  ],
  moments: [
    d.moment('moved', 'change-in-the-system', orderOnly, 'Platform', [
      'In spring the renewal moves to a new host; its monitor does not.',
    ]),
    d.moment('reading', 'observation', exactly('2026-09-15T14:10Z'), 'On-call engineer, payments', [
      'Reads another team’s write-up, from the hand-over.',
    ]),
    d.moment('list', 'decision-or-action', orderOnly, 'On-call engineer, payments', [
      'Writes a list of parts that decide by themselves, and looks each one up.',
    ]),
    d.moment('found', 'observation', exactly('2026-09-15T14:55Z'), 'On-call engineer, payments', [
      'The certificate towards the bank has not renewed and ends on Thursday at noon.',
    ]),
    d.moment('asked', 'call-for-help-or-hand-over', exactly('2026-09-15T15:05Z'), 'Platform', [
      'A colleague from platform joins the call.',
    ]),
    d.moment('renewed', 'decision-or-action', exactly('2026-09-15T15:45Z'), 'Payments and platform', [
      'Renewed by hand.',
    ]),
  ],
};
