import type { WriteUp } from '#domain/write-up.ts';
import { REVIEWS } from './ids.ts';
import { about, bullet, exactly, orderOnly, writing } from './writing.ts';

const e = writing('a region moved, and nobody noticed');

/** E: a success, and the adjustments that made it one. Invented. */
export const evacuation: WriteUp = {
  title: 'A region moved, and nobody noticed',
  standfirst: 'An evacuation that went well, told for the dozen small things people did so that it could.',
  sections: [
    e.section(
      'The plan, and the day',
      'The company is invented, the kind of day is not. A cooling problem at a provider made it wise to leave a region before the evening. There was a plan, practised twice a year: drain, wait, move the writers, wait, switch off. It took two hours and ten minutes, and in the customers’ graphs it is a line of the usual width.',
      'It would be easy to write “the plan worked” and stop. We asked the six people involved what they had done that is _not_ in the plan. Each said “nothing, really”. Then each named two or three things.',
    ),
    e.section(
      'What people did that is not in the plan',
      bullet(
        'The traffic engineer drained a twentieth first and had a cup of tea, because last time a cache had been cold. The plan says a quarter.',
      ),
      bullet(
        'Support looked up who had something large planned that afternoon, found a customer’s product launch at four, and asked whether the writers could move before or after. They moved before.',
      ),
      bullet(
        'The database engineer stopped the nightly report by hand. It would have started in the middle and made the replicas late. It was not on any list of writers; she had once been late because of it.',
      ),
      bullet(
        'When one service came up slowly, two people said “wait” within the same minute. The coordinator had told everybody at the start that one “wait” was enough and needed no reason.',
      ),
      'None of these is a deviation to be corrected. They are the work.',
    ),
    e.section(
      'Where it came from',
      `Three of the six had read [Two coasts, two truths](/reviews/${REVIEWS.twoCoasts}) and used its sentence in the first five minutes: integrity before speed, we have until evening. The question “where will we be able to _stay_, not only to go?” is from there too. And the person who stopped the report mentioned [The day the images were gone](/reviews/${REVIEWS.imagesGone}): look at what has been waiting before you let it run again.`,
      'Invented: the company, the people, the day.',
    ),
  ],
  findings: [
    e.finding('mitigator', 'One “wait” is enough', ['Said at the start, used twice, argued about never.'], {
      moments: ['said', 'wait'],
    }),
    e.finding(
      'mitigator',
      'A twentieth and a cup of tea',
      ['A smaller first step than the plan’s, and time to look at it.'],
      { moments: ['twentieth'] },
    ),
    e.finding('mitigator', 'Support knew what four o’clock meant', [
      'The calendar of customers’ big days is kept by support for its own use. It steered the order of the whole move.',
    ]),
    e.finding('difficulty', 'The report that is on no list', [
      'A writer by accident: it began life as a reader. It was known to one person, through having been late once.',
    ]),
    e.finding('surprise', 'Everyone thought they had followed the plan', [
      'All six, and all six had improved on it. Work as written and work as done part company quietly on good days too.',
    ]),
    e.finding('open-question', 'Do we write these into the plan?', [
      'A plan with a dozen more lines may be one that fewer people read. What keeps the habit of adjusting alive?',
    ]),
  ],
  moments: [
    e.moment('said', 'decision-or-action', exactly('2026-10-06T12:30Z'), 'Coordinator', [
      'Opens with two sentences: we have until evening; one “wait” is enough.',
    ]),
    e.moment('twentieth', 'decision-or-action', exactly('2026-10-06T12:40Z'), 'Traffic engineer', [
      'A twentieth of the traffic is drained, then nothing for ten minutes.',
    ]),
    e.moment('launch', 'call-for-help-or-hand-over', about('2026-10-06T13:00Z'), 'Support', [
      'Support asks to keep clear of four o’clock.',
    ]),
    e.moment('report', 'decision-or-action', orderOnly, 'Database engineer', [
      'The nightly report is held back by hand.',
    ]),
    e.moment('wait', 'observation', exactly('2026-10-06T13:48Z'), 'Two people', [
      'One service is slow to come up. “Wait.” “Wait.” It is given four minutes and is fine.',
    ]),
    e.moment('moved', 'change-in-the-system', exactly('2026-10-06T14:40Z'), 'Whole system', [
      'The region is empty. The graphs show a line of the usual width.',
    ]),
  ],
};
