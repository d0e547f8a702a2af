import type { Moment } from '#domain/write-up.ts';
import { about, orderOnly, type Quote } from '../writing.ts';
import { a } from './names.ts';

/** 1 February 2017. */
export const momentsNextDay = (quote: Quote): Moment[] => [
  a.moment(
    'copying',
    'change-in-the-system',
    about('2017-02-01T00:30Z', '2017-02-01T17:00Z'),
    'Staging',
    ['The copy travels back from staging’s slow disks at about 60 Mbit a second.'],
    { evidence: [quote('production +00:31:44')] },
  ),
  a.moment(
    'open',
    'decision-or-action',
    orderOnly,
    'Communications',
    ['The working document is opened to everyone; later the work is streamed live.'],
    { evidence: [quote('support +00:27:48'), quote('production +09:32:50')] },
  ),
  a.moment(
    'night watch',
    'call-for-help-or-hand-over',
    orderOnly,
    'Second database engineer',
    ['The watch is handed over in writing, so that people can sleep in turns.'],
    { evidence: [quote('production +06:04:19')] },
  ),
  a.moment(
    'explained',
    'call-for-help-or-hand-over',
    orderOnly,
    'Engineer who joined later',
    ['Someone who was not there explains the silence: an ordinary wait, for the primary to be ready.'],
    {
      evidence: [quote('production +11:15:44'), quote('production +11:19:02')],
      accounts: [
        a.account(
          'explained, later',
          'Engineer who joined later',
          null,
          'I had waited through it three or four times and thought of it as the tool’s manners. It had never crossed my mind to write it down.',
        ),
        a.account(
          'explained, on call',
          'Database engineer, on call',
          null,
          'It took me a while to be glad of the explanation. It means that the second try was already the good one.',
        ),
      ],
    },
  ),
  a.moment(
    'sequences',
    'decision-or-action',
    orderOnly,
    'Back-end engineer',
    ['All sequences are raised by 100,000 before the site opens.'],
    { evidence: [quote('production +14:41:15')] },
  ),
  a.moment(
    'back',
    'change-in-the-system',
    about('2017-02-01T17:00Z'),
    'Primary',
    ['The database is back, without webhooks.'],
    { evidence: [quote('production +17:03:28')] },
  ),
  a.moment(
    'webhooks',
    'change-in-the-system',
    about('2017-02-01T18:00Z'),
    'Primary',
    ['Webhooks are brought back too. Everything that could be restored is.'],
    { evidence: [quote('production +18:01:55')] },
  ),
];
