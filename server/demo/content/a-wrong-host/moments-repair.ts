import type { Moment } from '#domain/write-up.ts';
import { about, orderOnly, type Quote } from '../writing.ts';
import { a, LEFTOVERS } from './names.ts';

/** From the plan to the directory. The sequence is known; the minutes between 23:00 and 23:30 are the chat's, and invented. */
export const momentsRepair = (quote: Quote): Moment[] => [
  a.moment(
    'second joins',
    'call-for-help-or-hand-over',
    orderOnly,
    'Second database engineer',
    ['A colleague offers a second pair of eyes.'],
    { evidence: [quote('production 23:02:30')] },
  ),
  a.moment(
    'plan',
    'decision-or-action',
    about('2017-01-31T23:00Z'),
    'Database engineer, on call',
    ['The plan: empty the standby’s data directory, then copy everything over with `pg_basebackup`.'],
    { evidence: [quote('production 23:03:55')] },
  ),
  a.moment(
    'senders error',
    'observation',
    orderOnly,
    'Standby',
    ['The copy is refused: too few replication connections are allowed.'],
    { evidence: [quote('production 23:06:12')] },
  ),
  a.moment(
    'senders',
    'decision-or-action',
    orderOnly,
    'Primary',
    ['`max_wal_senders` goes from 3 to 32. This needs a restart of the primary.'],
    { evidence: [quote('production 23:07:20')] },
  ),
  a.moment(
    'semaphores',
    'observation',
    orderOnly,
    'Primary',
    ['PostgreSQL does not start again: it cannot get enough semaphores.'],
    { evidence: [quote('production 23:10:44')] },
  ),
  a.moment(
    'connections',
    'decision-or-action',
    orderOnly,
    'Primary',
    ['`max_connections`, at 8000 for a year, is set to 2000. The primary comes up.'],
    { evidence: [quote('production 23:11:30'), quote('production 23:13:41')] },
  ),
  a.moment(
    'silence',
    'observation',
    orderOnly,
    'Standby',
    ['The copy is started again, asked to be verbose. It prints nothing.'],
    {
      evidence: [quote('production 23:14:20')],
      accounts: [
        a.account(
          'silence, on call',
          'Database engineer, on call',
          null,
          'I read it as stuck. Until then everything I had done that half hour had made something move, and here I had done the right thing and nothing moved.',
        ),
        a.account(
          'silence, second',
          'Second database engineer',
          null,
          'To me it was neither stuck nor working. I had no picture of what it should look like, so I looked for one with strace, and strace did not have one either.',
        ),
      ],
    },
  ),
  a.moment(
    'strace',
    'observation',
    orderOnly,
    'Second database engineer',
    ['`strace` shows the tool doing nothing but poll.'],
    { evidence: [quote('production 23:19:36')] },
  ),
  a.moment(
    'leftover theory',
    'working-theory',
    about('2017-01-31T23:20Z', '2017-01-31T23:30Z'),
    'Database engineer, on call',
    ['Files from the earlier tries are in the way of the copy.'],
    {
      evidence: [quote('production 23:22:10'), quote('production 23:24:30')],
      herring: LEFTOVERS,
    },
  ),
];
