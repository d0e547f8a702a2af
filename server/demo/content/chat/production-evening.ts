import { alerts, joins, type Said, says } from './said.ts';

/** #production on 31 January, until the directory is gone. Invented: only the outline is known. */
export const productionEvening: Said[] = [
  says(
    '17:12:40',
    'staging',
    'I would like to try pgpool-II in staging this week, and the copy there is from one o’clock last night. Taking a manual LVM snapshot of production so that I test against something like today.',
  ),
  says('17:20:18', 'staging', 'Snapshot is done. Copying it over to staging now.', {
    reactions: { '+1': ['infra', 'backend'] },
  }),
  says('17:21:05', 'backend', 'Does it need to be that fresh?', { under: '17:20:18' }),
  says(
    '17:22:37',
    'staging',
    'Need is a big word. Last time I tested a pooler on old data and it told me nothing about the busy hours, so this time I want the busy hours.',
    { under: '17:20:18' },
  ),
  alerts('19:04:11', 'db1: load average 38. Usual for this hour: 9'),
  says(
    '19:06:52',
    'infra',
    'Seeing it. Same picture as the spam wave two weeks ago: a lot of snippets from accounts made today. Starting with those.',
    { reactions: { eyes: ['backend', 'support'] } },
  ),
  says(
    '19:41:30',
    'infra',
    'Each time I take a batch of those accounts away, load goes down a little, and ten minutes later it is back.',
  ),
  says(
    '20:17:02',
    'backend',
    'Is anything else running that writes this much? The background queue looks ordinary from here, but I only look at how long it is, not at what is in it.',
  ),
  says('20:19:48', 'infra', 'Not that I know of. It does fit spam rather well.', { edited: '20:20:31' }),
  alerts('21:03:15', 'db1: 212 sessions waiting for a write lock'),
  says(
    '21:05:40',
    'infra',
    'People cannot comment now, it times out on the lock. I take it as the same thing, further along.',
  ),
  says('21:44:09', 'infra', 'Calmer. I would not call it quiet.'),
  alerts('22:00:58', 'PAGE db2: replication lag over threshold, still rising'),
  joins('22:02:20', 'oncall'),
  says('22:02:45', 'oncall', 'I have the page. Reading up, give me five minutes.'),
  says(
    '22:06:31',
    'infra',
    '<@U02ONCALL> what I know: spam since seven, removed what we found. Locks at nine. Calmer since about twenty to ten. I have not looked at db2 at all. I will stay, but I have been up since six and would not trust me with anything sharp.',
    { reactions: { pray: ['oncall'] } },
  ),
  says(
    '22:24:03',
    'oncall',
    'db2 is behind because of all the writes since seven, I think. It is trying to catch up. Leaving it to try for a while.',
  ),
  alerts('22:51:17', 'db2: requested WAL segment has already been removed'),
  says(
    '23:00:31',
    'oncall',
    'db2 has stopped. It asks for WAL that db1 has already thrown away, so there is no catching up from here. It needs a full copy.',
  ),
  joins('23:02:06', 'second'),
  says('23:02:30', 'second', 'Second pair of eyes, if you want one.'),
  says(
    '23:03:55',
    'oncall',
    'Very much. Plan: empty the data directory on db2, then pg_basebackup from db1. Both windows open side by side.',
  ),
  says(
    '23:06:12',
    'oncall',
    '```FATAL:  number of requested standby connections exceeds max_wal_senders (currently 3)```',
  ),
  says('23:07:20', 'oncall', 'Raising max_wal_senders on db1 from 3 to 32. That wants a restart.'),
  says('23:10:44', 'oncall', 'And now db1 will not come up: not enough semaphores.', {
    file: 'db1-start.log',
  }),
  says('23:11:30', 'second', 'max_connections is 8000. Do we know why it is 8000?'),
  says('23:12:02', 'oncall', 'It has been for about a year. I never asked.', { edited: '23:12:15' }),
  says('23:13:41', 'oncall', 'Set it to 2000. db1 is up.', {
    reactions: { relieved: ['second', 'backend'] },
  }),
  says('23:14:20', 'oncall', 'Base backup again, with verbose on. It prints nothing.'),
  says(
    '23:19:36',
    'second',
    'strace on it says poll, poll, poll. I cannot tell whether that is work or not.',
  ),
  says(
    '23:22:10',
    'oncall',
    'It has been stopped half way twice now. It may be tripping over files from the earlier tries.',
  ),
  says('23:23:48', 'second', 'Could be. I have not seen it do this before, so I have nothing better.'),
  says('23:24:30', 'oncall', 'Then once more from a clean directory on db2.'),
];
