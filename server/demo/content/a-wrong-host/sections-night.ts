import type { Section } from '#domain/write-up.ts';
import { REVIEWS } from '../ids.ts';
import { bullet, message, numbered, type Quote, quotation, table } from '../writing.ts';
import { a } from './names.ts';

/** The narrative from the removed directory to the next evening, and what surrounds it. */
export const sectionsNight = (quote: Quote): Section[] => [
  a.section(
    'Two windows',
    'At about half past eleven the directory was removed once more. It was meant to be the standby’s. It was the primary’s.',
    'Two terminals were open, as the plan had said they would be, because the work needs both hosts. The names differ in one digit. The prompts had the same shape and the same colour. For the past half hour the hands had been moving back and forth between them, since raising the number of senders and lowering the number of connections happen on the primary, and emptying and copying happen on the standby. The last successful thing had been on the primary.',
    'After a second or two the engineer noticed and stopped the command. Of about 310 GB, some 4.5 GB were left.',
    message(quote('production 23:31:20')),
    'Read the four words “I think I ran” slowly. They were written within minutes, in a channel with many readers, by the person who had the most reason to wish that it were not so. Everything that went well afterwards begins with that message. The answer came 42 seconds after the number was known, and it began with “we are with you”.',
    'There are two times for this moment. The first public note, written the same night, says 23:27; the later and longer one says about 23:30. We have not picked one. Both accounts stand on the timeline, and the gap between them is a fair measure of how well anyone knows the minute in which something like this happens.',
    quotation(
      'A different view, kept as said, from the back-end engineer: “We all talk about the wrong host. To me the host is the small part. At that minute we had decided to remove a directory by hand for the third time because a program was quiet. On the right host it would have been the same decision, and nobody would have learned anything from it.”',
    ),
  ),
  a.section(
    'What there was to restore from',
    'Over the next forty minutes one copy after another was looked for. This is what people had believed they had, and what they found.',
    table(
      ['Copy', 'What it was taken for', 'What it was'],
      [
        'Nightly `pg_dump` to a bucket',
        'The backup',
        'Empty. The dump ran from an application server with client version 9.2 against a 9.6 server, and refused each time',
      ],
      [
        'Mail about failed dumps',
        'The alarm',
        'Sent, and rejected on arrival by a mail rule (DMARC) that the sender did not meet',
      ],
      [
        'Disk snapshots in the cloud',
        'A second net, for everything',
        'On for the file servers, never switched on for database hosts; the other copies were thought enough',
      ],
      ['Log archive', 'Nothing', 'There was none'],
      ['Automatic LVM snapshot, 01:00', 'Staging data', 'There, and almost a day old'],
      ['LVM snapshot by hand, 17:20', 'Somebody’s test', 'There, whole, six hours old'],
    ),
    'You may have heard this night retold as “all five backups were broken”. It is a good line and it is not so. One copy worked, and a second, older one stood behind it. Neither was called a backup. The saying hides the more interesting finding: the copy that turned a lost day into six lost hours existed because someone cared whether a staging test was realistic.',
    message(quote('production +00:12:30')),
    'Restores were tested by nobody, and that was nobody’s neglect. Several teams had a part in making copies. Bringing one back was in no team’s description, so its absence looked like nothing at all. For a house where restores are practised every day and the night was long all the same, read [Two coasts, two truths](/reviews/' +
      `${REVIEWS.twoCoasts}).`,
  ),
  a.section(
    'Eighteen hours of copying',
    'The snapshot was in staging, on disks chosen to be cheap. It came back at about 60 Mbit a second, through the night and the morning. There was nothing to make it faster and a great deal to do beside it: deciding in which order things would come back, raising every sequence by 100,000 so that new rows could not take numbers already quoted in someone’s mail, and working out how to bring the webhooks separately.',
    'The working document was opened to everyone. The work was streamed live, with some 5,000 people watching at a time, and the status account pointed at both. The support team stopped composing a second version of the truth and linked to the first.',
    message(quote('support +00:27:48')),
    'People slept in turns and handed over in writing. Late in the morning, someone who had not been there the night before read the channel from the top and explained the silence.',
    message(quote('production +11:15:44')),
    'At about 17:00 on 1 February the database was back, without webhooks; by about 18:00 those were back too. What had been written to the database between 17:20 and midnight was lost: around 5,000 projects, 5,000 comments and 700 new accounts. Repositories and wikis live elsewhere and were whole. Installations that people run themselves never noticed.',
  ),
  a.section(
    'What we would like to talk about',
    'The meeting will not read this aloud. These are the three places where we most want to hear how it looked to you:',
    numbered('How do you tell working from waiting, in the tools that you use at night?'),
    numbered('What tells you which machine you are on, once you have stopped reading the prompt?'),
    numbered('Who would you call at half past eleven, and how would you know that they know?'),
    'Ideas for changes are welcome and can be sealed at any time. They will be opened when this has soaked.',
  ),
  a.section(
    'About this write-up',
    'This retells a public incident: the database outage of GitLab.com on 31 January 2017. The facts are those of the company’s own post-mortem of 10 February 2017 and of the shorter note it published on 1 February. The wording is ours.',
    bullet(
      'Invented: every chat message, every account in somebody’s own words, and what people said about each other. They fit the known outline and nothing more should be read into them.',
    ),
    bullet('Roles instead of names, throughout. Whoever you may recognise: you do not.'),
    bullet(
      'All times are UTC. A time with “about” is as exact as the source has it; some moments have an order only.',
    ),
  ),
];
