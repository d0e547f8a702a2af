import { joins, type Said, says } from './said.ts';

/** #production on 31 January, from the first message after seven minutes of silence until midnight. */
export const productionBeforeMidnight: Said[] = [
  says('23:31:20', 'oncall', 'I have stopped it. I think I ran it on db1.'),
  says('23:31:58', 'oncall', 'It was db1. There are about 4.5 GB left, of 310.', { edited: '23:33:02' }),
  says(
    '23:32:40',
    'second',
    'All right. We are with you. Nobody types on either host for now, me included. I am opening a document so that we all see the same thing.',
    { reactions: { heart: ['infra', 'backend', 'support'], raised_hands: ['oncall'] } },
  ),
  says('23:35:15', 'infra', 'Here. Which copies do we have? I will make a list, say what you know of each.'),
  says('23:41:02', 'second', 'Looking for last night’s pg_dump.'),
  says('23:49:27', 'second', 'The bucket is empty. Not old: empty.'),
  says(
    '23:55:50',
    'second',
    'Found out why. The dump runs on an application server, and pg_dump there is 9.2. The database is 9.6. It refused, every night, and said so by mail. The mails were turned away before they reached us.',
    { reactions: { astonished: ['oncall', 'backend'] } },
  ),
];

/** #production on 1 February. */
export const productionNextDay: Said[] = [
  says('00:04:33', 'infra', 'Disk snapshots: on for the file servers. Not on for the database hosts.'),
  says(
    '00:09:10',
    'infra',
    'So what is left is the automatic LVM snapshot from 01:00 yesterday. That would be almost a day.',
  ),
  joins('00:12:05', 'staging'),
  says(
    '00:12:30',
    'staging',
    'Only seeing this now. I took a snapshot by hand at 17:20, for the pooler. It is complete, and it is in staging.',
    { reactions: { sunrise: ['oncall', 'second', 'infra', 'backend', 'support'] } },
  ),
  says('00:13:02', 'oncall', 'Say that again?', { under: '00:12:30' }),
  says('00:13:40', 'staging', 'Twenty past five. Six hours, not twenty-four.', { under: '00:12:30' }),
  says('00:20:16', 'second', 'Then we bring that one back. It is the newest thing that exists.'),
  joins('00:24:51', 'comms'),
  says(
    '00:31:44',
    'infra',
    'The copy from staging runs at about 60 Mbit/s. Those disks were never meant for this. It will take until the afternoon.',
  ),
  joins('00:38:20', 'chief'),
  says(
    '00:40:08',
    'chief',
    'We say what we know, in public, as we come to know it: the document can be open to everybody. And please sleep in turns.',
    { reactions: { '+1': ['comms', 'second', 'support'] } },
  ),
  says(
    '02:11:37',
    'oncall',
    'Handing over to <@U03SECOND>. The copy is running, where it stands is in the document. I will lie down and be back at six.',
  ),
  says('06:04:19', 'oncall', 'Back. Still copying, I see.'),
  says(
    '09:32:50',
    'comms',
    'The live stream of the work has about 5,000 people watching. They are kind. Some are better at PostgreSQL than I am at anything.',
    { reactions: { smile: ['support', 'backend', 'infra'] } },
  ),
  joins('11:13:26', 'late'),
  says(
    '11:15:44',
    'late',
    'I have read from the top. About 23:14: pg_basebackup says nothing at all until the primary begins to send, verbose or not. It can be minutes. I have had that before, and I did not know that nobody else here had.',
    { edited: '11:16:20' },
  ),
  says('11:17:31', 'oncall', 'So it was working.'),
  says('11:19:02', 'late', 'It was waiting. From outside the two look the same.', {
    reactions: { bulb: ['second', 'staging'] },
  }),
  says(
    '14:41:15',
    'backend',
    'Raising all sequences by 100,000 before we open, so that no new row takes a number that somebody already has in a link or a mail.',
  ),
  says(
    '17:03:28',
    'infra',
    'The database is back. Webhooks are not in this copy, we are bringing them separately.',
  ),
  says('18:01:55', 'backend', 'Webhooks are in. That is everything we know how to bring back.', {
    reactions: { tada: ['support'], heart: ['comms', 'oncall', 'second', 'staging'] },
  }),
];
