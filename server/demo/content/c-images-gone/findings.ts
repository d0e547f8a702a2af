import type { Finding } from '#domain/write-up.ts';
import { REVIEWS } from '../ids.ts';
import { c } from './sections.ts';

export const findings: Finding[] = [
  c.finding(
    'contributor',
    'A page that was taken for the whole',
    [
      'The catalogue returned the newest hundred. For years that was everything, so the difference could not be seen.',
    ],
    { systems: ['catalogue'], moments: ['tests', 'deleted'] },
  ),
  c.finding(
    'contributor',
    'Absence as the reason to delete',
    ['“Not on the list” was read as “not wanted”. A list can be short for other reasons.'],
    { systems: ['cleanUp'], moments: ['deleted'] },
  ),
  c.finding(
    'contributor',
    'A pause is easy, the way back is not looked at',
    [
      `Pausing was one switch. Resuming was the same switch, and nobody is asked to look at what has gathered meanwhile. We name our own part here: after [Two coasts, two truths](/reviews/${REVIEWS.twoCoasts}) we decided on “One switch that pauses every job that deletes or rewrites”. It does what we wanted, and it has made this pattern available to every team. (This finding is about us and is invented, like the item.)`,
    ],
    { systems: ['cleanUp'], moments: ['paused', 'resumed'] },
  ),
  c.finding(
    'mitigator',
    'The next images were almost ready',
    [
      'Someone had been preparing newer images for weeks. Rolling forward was possible because of work that was meant for another day.',
    ],
    { moments: ['forward'] },
  ),
  c.finding('difficulty', 'Nine months of drift', [
    'A recipe that has not been followed for nine months describes the past. The only way to know was to try, and the trying took most of the ninety minutes.',
  ]),
  c.redHerring(
    'Build them again',
    {
      was: ['The stable images can be rebuilt from their recipes.'],
      reasonable: [
        'That is what recipes are for, they were at hand, and it would have given everyone exactly what they had the day before.',
      ],
      ended: [
        'The first results were not the same: nine months of changes had come in through the packages they are made of.',
      ],
    },
    { moments: ['rebuild theory', 'forward'] },
  ),
  c.finding('risk', 'Other lists with a hundred in them', [
    'Anything that asks an interface for “all” may be getting a page. We do not know how many of our jobs do.',
  ]),
  c.finding('surprise', 'Few people minded the newer images', [
    'The unplanned change that was feared for months went by with a handful of questions.',
  ]),
  c.finding('open-question', 'What would a clean-up say before it deletes more than usual?', [
    'Would anyone have been reading, on the day after a pause?',
  ]),
];
