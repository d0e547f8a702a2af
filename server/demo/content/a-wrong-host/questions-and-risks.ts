import type { Finding } from '#domain/write-up.ts';
import type { Quote } from '../writing.ts';
import { a } from './names.ts';

export const questionsAndRisks = (quote: Quote): Finding[] => [
  a.finding(
    'risk',
    'Restores that are never tried',
    ['A copy that has never been brought back is a hope. How many of ours are hopes today is not known.'],
    { moments: ['dump', 'disks'] },
  ),
  a.finding(
    'risk',
    'Backups that stop without a sound',
    [
      'The alarm for a failed dump was a mail, and the mail was turned away. An alarm that reports only bad news cannot be told from an alarm that is broken.',
    ],
    { moments: ['mails'], evidence: [quote('production 23:55:50')] },
  ),
  a.finding(
    'risk',
    'Deleting in bulk, at any hour',
    [
      'One accepted report set off a deletion that weighed on the whole site at its busiest. The job worked as written, and there may be others like it.',
    ],
    { moments: ['job'] },
  ),
  a.finding(
    'risk',
    'Sharp commands on twin machines',
    [
      'The next pair of hosts that differ in one digit is being worked on somewhere this week, by someone tired.',
    ],
    { moments: ['removed'] },
  ),
  a.finding(
    'surprise',
    'The same silence is known to others',
    [
      'Once it was said aloud, three people in other teams had a tool of their own that waits without a word. None of the three had it written down. It was too small to mention.',
    ],
    { moments: ['explained'], evidence: [quote('production +11:19:02')] },
  ),
  a.finding(
    'surprise',
    'Five thousand strangers were kind',
    [
      'Opening the work to the public was expected to cost something. It brought patience, hints, and an evening’s worth of thanks to the support team.',
    ],
    { moments: ['open'], evidence: [quote('support +18:14:20')] },
  ),
  a.finding(
    'open-question',
    'How would anyone have known whom to ask?',
    [
      'One person knew it to be normal and was a message away. No list of who knows what would have had that entry. What does one do about knowledge that its owner takes for common?',
    ],
    { moments: ['explained', 'strace'] },
  ),
  a.finding(
    'open-question',
    'What would have made it all right to stop at eleven?',
    [
      'The primary was alive and busy, the standby was not. Was waiting until morning an option that anyone held, and what spoke against it at the time?',
    ],
    { moments: ['plan'] },
  ),
  a.finding(
    'open-question',
    'Who looks after what nobody is missing?',
    ['Restore tests had no owner and no one felt the lack. How do we find the next thing of that kind?'],
    { moments: ['dump'] },
  ),
];
