import type { Decision } from '#domain/action-session/idea.ts';
import { ONE_COAST_KNEW, PAUSING } from '../b-two-coasts/findings.ts';
import { twoCoasts } from '../b-two-coasts/write-up.ts';
import { findingIn, type MeetingStory, type Name, sectionIn } from './story.ts';

export const SWITCH = 'One switch that pauses every job that deletes or rewrites';
export const HAND_OVER =
  'Put one other team’s write-up, and why it may matter, into each week’s on-call hand-over';
const AT_ONCE = 'Restore everything at once, on rented hardware, once a year';
const TIME_ONE = 'Time the restore of one cluster at full size, and write the figure beside the runbook';
const NO_FAILOVER = 'Stop failing over between coasts by itself';

/** B's review meeting. Invented, like everybody in it. */
export const twoCoastsMeeting: MeetingStory = {
  captures: [
    {
      by: 'otto',
      kind: 'insight',
      words:
        'We have a part that moves by itself to a place where we have never spent a day. Until this morning I did not count it as one of those.',
      target: sectionIn(twoCoasts, 'Forty-three seconds'),
    },
    {
      by: 'grace',
      kind: 'question',
      words:
        'Who tells support that nothing in a growing queue is lost? I would have had something true to say for five hours.',
      target: findingIn(twoCoasts, PAUSING),
    },
    {
      by: 'tomas',
      kind: 'different-view',
      words:
        'I do not think the pause was cheap. Queues that stand for hours are worked off in an order nobody chose, and whoever builds on us meets that the next morning. It may have been right and dear.',
      target: findingIn(twoCoasts, PAUSING),
      claim:
        'It was visible, unpopular and right: every job that did not run was one that did not have to be untangled.',
    },
    {
      by: 'priya',
      kind: 'insight',
      words:
        'Their daily restores told them that it works. Only the night told them how long it takes. Ours are tested one at a time as well.',
      target: findingIn(twoCoasts, 'Terabytes from far away'),
    },
    {
      by: 'vera',
      kind: 'question',
      words:
        'What did those who had to say the priority again at four in the morning need from someone in my chair?',
      target: sectionIn(twoCoasts, 'Choosing slow'),
    },
    {
      by: 'amir',
      kind: 'question',
      words: 'How would one rehearse a decision whose whole difficulty is that it has to be taken again?',
      target: null,
    },
  ],
  parked: [
    {
      by: 'otto',
      words: 'What our bank would expect to hear from us in such a night. A talk for payments and support.',
    },
  ],
  ideas: [
    { by: 'tomas', words: SWITCH },
    { by: 'grace', words: HAND_OVER },
    { by: 'priya', words: AT_ONCE },
    { by: 'otto', words: TIME_ONE },
    { by: 'vera', words: NO_FAILOVER, withheld: true },
  ],
  attendance: [
    { by: 'priya', statement: { how: 'choice', mode: 'room' } },
    { by: 'grace', statement: { how: 'choice', mode: 'remote' } },
    { by: 'otto', statement: { how: 'choice', mode: 'remote' } },
    { by: 'vera', statement: { how: 'choice', mode: 'remote', named: true } },
    { by: 'felicity', statement: { how: 'choice', mode: 'remote' } },
  ],
  reflections: [
    {
      by: 'grace',
      words:
        'I read it again on the train. The lock at 23:07 is the line I keep: nobody understood anything yet, and that was the reason.',
    },
  ],
};

/** One decided idea of B's action session. */
export interface DecidedIdea {
  words: string;
  decision: Decision;
  reason: string;
  item?: { owner: Name; finding: string; dueInDays: number | null; finished: boolean; shows: string };
}

export const twoCoastsDecisions: DecidedIdea[] = [
  {
    words: SWITCH,
    decision: 'do',
    reason:
      'The pause was possible that night because someone knew four places by heart. We would not have known ours.',
    item: {
      owner: 'tomas',
      finding: findingIn(twoCoasts, PAUSING).id,
      dueInDays: 30,
      finished: true,
      shows:
        'In an exercise, someone who has never used it pauses everything within a minute and can say what is waiting.',
    },
  },
  {
    words: HAND_OVER,
    decision: 'do',
    reason: 'It costs a minute a week. What it brings cannot be planned, and that is rather the point.',
    item: {
      owner: 'priya',
      finding: findingIn(twoCoasts, ONE_COAST_KNEW).id,
      dueInDays: 14,
      finished: true,
      shows: 'By spring, someone tells of a page they would not have opened, and of what it changed.',
    },
  },
  {
    words: AT_ONCE,
    decision: 'not-now',
    reason:
      'The right question, and a month of work. First we time one cluster at full size; then we ask again.',
  },
  {
    words: TIME_ONE,
    decision: 'do',
    reason: 'A figure for one is the smallest honest answer to “how long would all of it take?”.',
    item: {
      owner: 'priya',
      finding: findingIn(twoCoasts, 'Terabytes from far away').id,
      dueInDays: null,
      finished: false,
      shows: 'The runbook names hours, and the day on which they were measured.',
    },
  },
  {
    words: NO_FAILOVER,
    decision: 'no',
    reason:
      'Moving kept the site writable. What hurt was that nobody knew it could not stay there, and that is a thing to know, not to switch off.',
  },
];
