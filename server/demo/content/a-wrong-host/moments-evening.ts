import type { Moment } from '#domain/write-up.ts';
import { about, orderOnly, type Quote } from '../writing.ts';
import { a, SPAM } from './names.ts';

/** The afternoon of 31 January until the standby stops. UTC, like all times here. */
export const momentsEvening = (quote: Quote): Moment[] => [
  a.moment(
    'snapshot',
    'decision-or-action',
    about('2017-01-31T17:20Z'),
    'Engineer working in staging',
    ['A snapshot of production is taken by hand, to try a connection pooler on fresh data.'],
    { evidence: [quote('production 17:12:40'), quote('production 17:20:18')] },
  ),
  a.moment('to staging', 'change-in-the-system', orderOnly, 'Staging', [
    'The snapshot is carried over to staging, onto slow disks.',
  ]),
  a.moment('job', 'change-in-the-system', orderOnly, 'Primary', [
    'A background job begins to delete an employee’s account for good. The account had been reported, mistakenly. Nobody watching the load can see that the job runs.',
  ]),
  a.moment(
    'load',
    'observation',
    about('2017-01-31T19:00Z'),
    'Primary',
    ['Load on the primary rises far above what is usual for the hour.'],
    { evidence: [quote('production 19:04:11')] },
  ),
  a.moment(
    'spam theory',
    'working-theory',
    about('2017-01-31T19:00Z', '2017-01-31T22:00Z'),
    'Infrastructure engineer',
    ['It is spam, as two weeks ago. Accounts made today are being removed in batches.'],
    {
      evidence: [quote('production 19:06:52'), quote('production 19:41:30')],
      herring: SPAM,
    },
  ),
  a.moment(
    'tickets',
    'observation',
    orderOnly,
    'Support',
    ['The first people write that their comments do not save.'],
    { evidence: [quote('support 19:21:12')] },
  ),
  a.moment(
    'locks',
    'observation',
    about('2017-01-31T21:00Z'),
    'Primary',
    ['Writes queue for locks; commenting stops altogether.'],
    { evidence: [quote('production 21:03:15'), quote('production 21:05:40')] },
  ),
  a.moment(
    'page',
    'call-for-help-or-hand-over',
    about('2017-01-31T22:00Z'),
    'Database engineer, on call',
    ['A page: the standby is behind and falling further back. The evening is handed over in one message.'],
    { evidence: [quote('production 22:00:58'), quote('production 22:02:45')] },
  ),
  a.moment(
    'catching up',
    'decision-or-action',
    orderOnly,
    'Database engineer, on call',
    ['The standby is left to catch up by itself for a while.'],
    { evidence: [quote('production 22:24:03')] },
  ),
  a.moment(
    'wal',
    'change-in-the-system',
    orderOnly,
    'Primary',
    ['The primary discards pieces of its log that the standby has not fetched yet.'],
    { evidence: [quote('production 22:51:17')] },
  ),
  a.moment(
    'stopped',
    'observation',
    about('2017-01-31T23:00Z'),
    'Standby',
    ['Replication to the standby has stopped. It cannot catch up any more; it can only be copied anew.'],
    { evidence: [quote('production 23:00:31')] },
  ),
];
