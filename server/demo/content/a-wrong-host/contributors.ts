import type { Finding } from '#domain/write-up.ts';
import { REVIEWS } from '../ids.ts';
import type { Quote } from '../writing.ts';
import { a } from './names.ts';

export const contributors = (quote: Quote): Finding[] => [
  a.finding(
    'contributor',
    'Two things at once behind one graph',
    [
      'The load was spam _and_ the hard deletion of an employee’s account that had been reported by mistake. One of the two was visible. Removing spam helped a little each time, which is what a partial explanation does, and it kept the other half out of sight until the next day.',
    ],
    {
      systems: ['jobs'],
      moments: ['load', 'job', 'spam theory'],
      evidence: [quote('production 19:41:30'), quote('production 20:17:02')],
    },
  ),
  a.finding(
    'contributor',
    'The log was gone before it was copied',
    [
      'The primary keeps a fixed amount of write-ahead log. On ordinary days that is hours of slack; on this evening it was less than the standby’s delay. There was no archive of the log, so a standby that had once fallen too far behind could not be helped, only rebuilt.',
    ],
    { systems: ['primary'], moments: ['wal', 'stopped'], evidence: [quote('production 23:00:31')] },
  ),
  a.finding(
    'contributor',
    'One primary, one standby',
    [
      'With the standby broken there was a single copy of the live database, under load, with someone working on it late at night. A second standby would have made the rebuild an errand for the next morning. It is a common shape for a company of that size, and it had been enough for years.',
    ],
    { systems: ['primary'], moments: ['stopped', 'plan'] },
  ),
  a.finding(
    'contributor',
    'A rebuild that begins with deleting',
    [
      'The standard way to rebuild a standby starts by emptying a directory by hand. The step is harmless on one host of the pair and ruinous on its twin, and the procedure makes you work on both. Most of us have a procedure like that somewhere. See also the runbook entry that came out of [Two coasts, two truths](/reviews/' +
        `${REVIEWS.twoCoasts}).`,
    ],
    { systems: ['primary'], moments: ['plan', 'removed'] },
  ),
  a.finding(
    'contributor',
    'A tool that is silent while it waits',
    [
      '`pg_basebackup` prints nothing until the primary begins to send, even when asked to be verbose. It was described in neither the runbook nor the manual. The knowledge existed: one engineer had met it more than once. It had never come up, since nobody reports a wait that ends.',
    ],
    {
      moments: ['silence', 'strace', 'explained'],
      evidence: [quote('production 23:14:20'), quote('production +11:15:44')],
    },
  ),
  a.finding(
    'contributor',
    'A setting from a year before',
    [
      '`max_connections` had been 8000 for about a year. It cost nothing until the one evening on which PostgreSQL had to be restarted in a hurry; then it cost minutes, a restart of the primary, and another turn of attention towards that window.',
    ],
    {
      systems: ['primary'],
      moments: ['semaphores', 'connections'],
      evidence: [quote('production 23:12:02')],
    },
  ),
  a.finding(
    'contributor',
    'Hosts that look alike',
    [
      'Two names that differ in one digit, the same prompt, the same colours, side by side. In the course of half an hour each window had in turn been the right one. Marked prompts are one answer; see the different view before settling on it.',
    ],
    {
      systems: ['hosts'],
      moments: ['removed'],
      evidence: [quote('production 23:03:55'), quote('production 23:31:20')],
    },
  ),
  a.finding(
    'contributor',
    'Nobody’s job',
    [
      'Making copies belonged to several teams. Bringing one back belonged to none. Client 9.2 against server 9.6, a mail turned away, a switch never set: each was visible to anyone who looked, and there was no one whose week had “look” in it.',
    ],
    { systems: ['backups'], moments: ['dump', 'mails', 'disks'], evidence: [quote('production 23:55:50')] },
  ),
];
