import type { Finding } from '#domain/write-up.ts';
import type { Quote } from '../writing.ts';
import { a, LEFTOVERS, SPAM } from './names.ts';

export const otherFindings = (quote: Quote): Finding[] => [
  a.finding(
    'mitigator',
    'A snapshot nobody had planned',
    [
      'Taken by hand at 17:20 for a test. It made the loss six hours and some instead of nearly a day. It was luck in its timing and not in its cause: a person wanted a test to mean something, and had the rights and the room to make it so.',
    ],
    {
      systems: ['backups'],
      moments: ['snapshot', 'choice'],
      evidence: [quote('production 17:22:37'), quote('production +00:12:30')],
    },
  ),
  a.finding(
    'mitigator',
    'Stopped within seconds, said within minutes',
    [
      'The command was noticed and stopped after a second or two, and told to everybody soon after, by the person who had typed it. Both depend on something that was there long before: that saying such a thing is met with help.',
    ],
    { moments: ['stopped hand', 'told'], evidence: [quote('production 23:31:20')] },
  ),
  a.finding('mitigator', 'Repositories lived elsewhere', [
    'Code and wikis are stored on file servers, apart from the database. Whatever the night took, it could not take those. An old decision about storage, made for size, paid out as safety.',
  ]),
  a.finding(
    'mitigator',
    'Room left in the numbers',
    [
      'Every sequence was raised by 100,000 before the site opened, so that nothing new could answer to a number that a link, a mail or another system still remembered. Someone thought about the day after while the night was not over.',
    ],
    { moments: ['sequences'] },
  ),
  a.finding(
    'mitigator',
    'Work done in the open',
    [
      'One document, written by those doing the work and read by all; a stream with around 5,000 people watching; a status account that pointed to both. Support could stop guessing. Outside engineers sent useful hints. And nobody inside had to spend the night making it sound better.',
    ],
    {
      systems: ['news'],
      moments: ['open'],
      evidence: [quote('support +00:27:48'), quote('production +09:32:50')],
    },
  ),
  a.finding(
    'difficulty',
    'Several troubles, one after another, late',
    [
      'Spam, a deletion job, locks, lag, a dead standby, two refusals and a silence, over six hours, for some after sixteen hours awake. Each was handled sensibly with what could be seen. There was no moment that would have announced itself as the one at which to stop and sleep on it.',
    ],
    { moments: ['load', 'locks', 'page', 'stopped'] },
  ),
  a.finding(
    'difficulty',
    'Every repair uncovered the next obstacle',
    [
      'Half an hour of that trains an expectation: something is in the way, find it. When at last nothing was in the way, the expectation went on working.',
    ],
    { moments: ['senders error', 'senders', 'semaphores', 'connections', 'silence'] },
  ),
  a.finding(
    'difficulty',
    'Eighteen hours with little to do',
    [
      'The copy could be neither hurried nor left alone. What to do with a dozen worried people for a whole night turned out to be a skill of its own: sleep in turns, hand over in writing, work on the next day’s questions.',
    ],
    { systems: ['backups'], moments: ['copying'], evidence: [quote('production +00:31:44')] },
  ),
  a.redHerring(
    SPAM,
    {
      was: ['The load comes from spam. Take the spam away and the evening is over.'],
      reasonable: [
        'There was spam, plenty of it, and the same picture had meant spam two weeks before. Each round of removals was followed by a dip. The queue that might have told another story showed its length and not its weight.',
      ],
      ended: [
        'Nothing ended it that night: the page about the standby changed the question. That an account was being deleted at the same time was found when the days were put together afterwards.',
      ],
    },
    { moments: ['spam theory', 'job'], evidence: [quote('production 19:06:52')] },
  ),
  a.redHerring(
    LEFTOVERS,
    {
      was: [
        'The copy hangs on files that the two broken tries left behind. Clear the directory once more and it will run.',
      ],
      reasonable: [
        'Everything else found that half hour had been a real obstacle, and this was the one step not yet repeated. Two tries had indeed been broken off. A quiet program with verbose on looks stuck to anyone who has not seen it quiet before, and the two who looked had not.',
      ],
      ended: [
        'The directory was removed, on the other host. That the wait had been an ordinary one was explained at 11:15 the next morning, by someone who had not known that it needed explaining.',
      ],
    },
    {
      moments: ['leftover theory', 'removed', 'explained'],
      evidence: [quote('production 23:22:10'), quote('production 23:23:48')],
    },
  ),
];
