import type { Moment } from '#domain/write-up.ts';
import { about, orderOnly, type Quote } from '../writing.ts';
import { a } from './names.ts';

/** The half hour around the directory and the search for a copy. */
export const momentsRemoved = (quote: Quote): Moment[] => [
  a.moment(
    'removed',
    'decision-or-action',
    about('2017-01-31T23:30Z'),
    'Database engineer, on call',
    ['The data directory is removed once more. The window is the primary’s.'],
    {
      evidence: [quote('production 23:24:30'), quote('production 23:31:20')],
      accounts: [
        a.account(
          'removed, post-mortem',
          'The post-mortem of 10 February',
          about('2017-01-31T23:30Z'),
          'Places it at around half past eleven.',
        ),
        a.account(
          'removed, first note',
          'The note of 1 February',
          about('2017-01-31T23:27Z'),
          'Written the same night, places it at 23:27.',
        ),
        a.account(
          'removed, on call',
          'Database engineer, on call',
          null,
          'I could not tell you the minute. I can tell you that I was sure. The directory was on the machine I had in my head, and I typed into the machine I had under my hands.',
        ),
      ],
    },
  ),
  a.moment(
    'stopped hand',
    'decision-or-action',
    orderOnly,
    'Database engineer, on call',
    ['After a second or two the command is stopped. About 4.5 of 310 GB are left.'],
    { evidence: [quote('production 23:31:58')] },
  ),
  a.moment(
    'told',
    'call-for-help-or-hand-over',
    orderOnly,
    'Database engineer, on call',
    ['It is said in the channel, to everyone.'],
    { evidence: [quote('production 23:31:20'), quote('production 23:35:15')] },
  ),
  a.moment(
    'dump',
    'observation',
    orderOnly,
    'Second database engineer',
    ['The bucket for the nightly dumps is empty.'],
    { evidence: [quote('production 23:49:27')] },
  ),
  a.moment(
    'mails',
    'observation',
    orderOnly,
    'Second database engineer',
    ['The dump had refused every night: client 9.2, server 9.6. The mails that said so were turned away.'],
    { evidence: [quote('production 23:55:50')] },
  ),
  a.moment(
    'disks',
    'observation',
    orderOnly,
    'Infrastructure engineer',
    ['Disk snapshots were never switched on for the database hosts.'],
    { evidence: [quote('production +00:04:33')] },
  ),
  a.moment(
    'remembered',
    'call-for-help-or-hand-over',
    orderOnly,
    'Engineer working in staging',
    ['The engineer from the afternoon reads the channel and says that there is a snapshot from 17:20.'],
    { evidence: [quote('production +00:12:30'), quote('production +00:13:40')] },
  ),
  a.moment(
    'choice',
    'decision-or-action',
    orderOnly,
    'Second database engineer',
    ['The snapshot by hand is chosen over the automatic one: six hours lost instead of a day.'],
    { evidence: [quote('production +00:20:16')] },
  ),
];
