import type { Finding } from '#domain/write-up.ts';
import { REVIEWS } from '../ids.ts';
import { b } from './sections.ts';

/** Findings that an item of the action session answers, by title. */
export const PAUSING = 'Pausing what adds to the damage';
export const ONE_COAST_KNEW = 'Half the knowledge on each coast';

export const findings: Finding[] = [
  b.finding(
    'contributor',
    'An election that saw half the country',
    [
      'The orchestrator did what its rules say: a majority of its voters could not see the East. The rules know whether a host can be seen. They do not know whether an application could live with its database a continent away.',
    ],
    { systems: ['orchestrator', 'network'], moments: ['link', 'promoted'] },
  ),
  b.finding(
    'contributor',
    'Writes that had not crossed yet',
    [
      'Replication between the coasts runs behind by moments, always. On any other evening a few seconds of writes are nothing. At the instant of an election they are a second truth.',
    ],
    { systems: ['primary'], moments: ['promoted', 'two truths'] },
  ),
  b.finding('contributor', ONE_COAST_KNEW, [
    'The people who know how the network behaves when a hub is serviced and the people who know what the orchestrator concludes from it are different people, and they read different write-ups. Neither half was secret.',
  ]),
  b.finding(
    'mitigator',
    'A lock before an explanation',
    [
      'Deployments were stopped at 23:07, when nobody knew yet what was wrong. It cost nothing and kept the picture still.',
    ],
    { systems: ['deploys'], moments: ['lock'] },
  ),
  b.finding(
    'mitigator',
    PAUSING,
    [
      'Webhooks and Pages builds were paused at 23:19. It was visible, unpopular and right: every job that did not run was one that did not have to be untangled.',
    ],
    { moments: ['paused'] },
  ),
  b.finding('mitigator', 'Backups that are restored every day', [
    `Nobody had to wonder whether the backups could be read. Set that beside the search for a copy in [A database deleted on the wrong host](/reviews/${REVIEWS.wrongHost}).`,
  ]),
  b.finding(
    'mitigator',
    'A priority in one sentence',
    [
      '“Integrity before speed” was said early, and could be repeated to anyone who arrived later, at any hour.',
    ],
    { moments: ['integrity'] },
  ),
  b.finding(
    'difficulty',
    'Terabytes from far away',
    [
      'The daily test restores one cluster at a time, at leisure. Restoring many at once, over the distance to remote storage, took hours that no test had measured.',
    ],
    { systems: ['backups'], moments: ['restoring'] },
  ),
  b.finding(
    'difficulty',
    'Telling people how long',
    [
      'Replicas catch up along a curve, and the curve bends with the traffic. Two estimates were published and passed by.',
    ],
    { moments: ['east again', 'behind'] },
  ),
  b.finding('risk', 'Failing over to where one cannot stay', [
    'The West could be primary. It could not be primary _comfortably_. There may be other places we can reach and not live in.',
  ]),
  b.redHerring(
    'Primaries back, so it is over',
    {
      was: ['At 11:12 the primaries were in the East again, and the end seemed near.'],
      reasonable: [
        'It had been the goal for twelve hours, everyone had counted towards it, and each graph of the primaries was healthy.',
      ],
      ended: [
        'People reported seeing yesterday. The replicas were hours behind and were what most readers met.',
      ],
    },
    { moments: ['east again', 'behind'] },
  ),
  b.finding('surprise', 'The maintenance was fine', [
    'The optic was replaced as planned, the spare worked, the link came back by itself in under a minute. One may look long for a mistake there.',
  ]),
  b.finding('open-question', 'How long is too long to be honest about old data?', [
    'Reading an old state for hours is better for some uses and worse for others. Who would know which, and could people have chosen?',
  ]),
];
