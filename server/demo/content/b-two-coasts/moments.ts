import type { Moment } from '#domain/write-up.ts';
import { about, exactly, orderOnly } from '../writing.ts';
import { b } from './sections.ts';

export const moments: Moment[] = [
  b.moment('link', 'change-in-the-system', about('2018-10-21T22:52Z'), 'Network', [
    'An optic is replaced. For 43 seconds the East coast hub and its data centre cannot see each other.',
  ]),
  b.moment('promoted', 'change-in-the-system', about('2018-10-21T22:52Z'), 'Orchestrator', [
    'West coast hosts are promoted to primaries; applications send their writes there.',
  ]),
  b.moment('two truths', 'change-in-the-system', orderOnly, 'Databases', [
    'Each coast holds writes that the other lacks.',
  ]),
  b.moment('alerts', 'observation', exactly('2018-10-21T22:54Z'), 'Responders', [
    'Alerts of many kinds arrive together.',
  ]),
  b.moment('topology', 'observation', exactly('2018-10-21T23:02Z'), 'Responders', [
    'The clusters have unexpected shapes: the picture shows hosts from the West only.',
  ]),
  b.moment('lock', 'decision-or-action', exactly('2018-10-21T23:07Z'), 'Responders', [
    'Deployments are locked by hand.',
  ]),
  b.moment('yellow', 'decision-or-action', exactly('2018-10-21T23:09Z'), 'Responders', ['Status: yellow.']),
  b.moment('red', 'decision-or-action', exactly('2018-10-21T23:11Z'), 'Incident coordinator', [
    'The coordinator joins and sets the status to red.',
  ]),
  b.moment('integrity', 'call-for-help-or-hand-over', exactly('2018-10-21T23:13Z'), 'Database engineers', [
    'Database engineers are called in. Integrity is put before speed.',
  ]),
  b.moment(
    'paused',
    'decision-or-action',
    exactly('2018-10-21T23:19Z'),
    'Incident coordinator',
    ['Webhooks and Pages builds are paused.'],
    {
      accounts: [
        b.account(
          'paused, coordinator',
          'Incident coordinator',
          null,
          'It felt like making it worse on purpose. I still think it was the cheapest hour we bought.',
        ),
        b.account(
          'paused, integrations',
          'Engineer on integrations',
          null,
          'From our side it was five hours of silence about queues that grew. I would have paused as well; I would have said sooner that nothing in them is lost.',
        ),
      ],
    },
  ),
  b.moment(
    'restoring',
    'change-in-the-system',
    about('2018-10-22T00:05Z', '2018-10-22T11:12Z'),
    'Databases',
    ['Clusters in the East are restored from remote backups and begin to follow the West.'],
  ),
  b.moment(
    'nearly theory',
    'working-theory',
    exactly('2018-10-22T11:12Z', '2018-10-22T12:30Z'),
    'Responders',
    ['With the primaries back in the East, the end is near.'],
    { herring: 'Primaries back, so it is over' },
  ),
  b.moment('east again', 'change-in-the-system', exactly('2018-10-22T11:12Z'), 'Databases', [
    'All primaries are in the East again.',
  ]),
  b.moment('behind', 'observation', orderOnly, 'Responders', [
    'Some replicas are hours behind; what a reader sees depends on which one answers.',
  ]),
  b.moment('green', 'change-in-the-system', exactly('2018-10-22T23:03Z'), 'Incident coordinator', [
    'Everything is level, the queues are worked off. Status: green.',
  ]),
];
