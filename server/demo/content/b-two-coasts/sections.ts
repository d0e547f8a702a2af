import type { Section } from '#domain/write-up.ts';
import { REVIEWS } from '../ids.ts';
import { bullet, numbered, quotation, writing } from '../writing.ts';

export const b = writing('two coasts, two truths');

export const sections: Section[] = [
  b.section(
    'Forty-three seconds',
    'On a Sunday evening in October an ageing optic on a 100 G link was replaced, routine work on a piece of equipment with spares beside it. For 43 seconds the network hub on the US East coast and the data centre it serves could not see each other. Then they could, and everything that anyone had touched was as it should be.',
    'Within those 43 seconds another part had done its work as designed. The databases run in clusters, each with one host that accepts writes, watched by an orchestrator whose parts vote on who that should be. The parts on the West coast and in the cloud could still see one another, agreed that the East was gone, and promoted hosts in the West. Applications followed them within seconds.',
    'The East had not been idle. In the moments before and during the cut it had accepted writes that never reached the West. When the link came back there were two histories of the same data: a few seconds of writes on one coast that the other lacked, and from then on, minute by minute, a growing number the other way round. Both were true. They could not both be kept as they were.',
  ),
  b.section(
    'From alerts to a lock',
    'At 22:54 the monitoring began to say that many things were wrong at once. Several responders spent the next minutes reading it. At 23:02 they saw that the clusters had shapes nobody expected: asked for a picture of the topology, the orchestrator showed hosts from the West only.',
    'At 23:07 the responders locked deployments by hand. It is a small sentence in a log and one of the best decisions of the night: before anyone knew what had happened, they saw to it that nothing further would change while they found out. The status went to yellow at 23:09, and the incident’s coordinator set it to red at 23:11.',
    'Database engineers were called in at 23:13. One can read their dilemma off the clock: by then the West had taken about half an hour of people’s work, and the applications, which had moved with it, were slow because every question to the database now crossed a continent.',
  ),
  b.section(
    'Choosing slow',
    'There was a fast way back. It was to make the East the place for writes again at once and to let go of what one of the coasts had taken. Minutes, perhaps, instead of a day. They did not choose it. The priority was written down early and held for 24 hours: _integrity of the data before speed of recovery_.',
    'At 23:19 webhooks and the building of Pages were paused, so that jobs would stop adding to a state that had to be repaired. People using the site saw old data, and queues that grew. The ones who decided could see that too.',
    quotation(
      'A database engineer, in an account invented for this retelling: “The hard part was not deciding it once. It was deciding it again at four in the morning, when somebody quite reasonable asked again, and I had to notice that nothing had changed but our mood.”',
    ),
  ),
  b.section(
    'A day of copying',
    'Going back meant restoring the East’s clusters from backups, letting them follow the West until they were level, and only then turning round. The backups existed, and were known to work because they are restored every day by a machine that does nothing else. What they were not was near. Several terabytes had to come from remote storage, be unpacked, checked and loaded, and that took hours.',
    'At 11:12 the next morning all primaries were in the East again. That looked like the end and was the beginning of the second half: some replicas were hours behind, so a reader might see Monday or Sunday depending on which host answered. Replicas follow at a rate that falls as people wake up. More were added to share the reading.',
    'By 23:03 everything was level, the queues were worked off, and the status went green: 24 hours and 11 minutes after the optic. No data that people had written was lost. A few seconds of writes, left behind on the East coast, were set aside to be reconciled by hand.',
  ),
  b.section(
    'Beside our own',
    'We retell this one because it is a trade-off that was handled well and hurt all the same. Read it together with [A database deleted on the wrong host](/reviews/' +
      `${REVIEWS.wrongHost}): there restores were practised by nobody, here every day; both nights ended in many hours of copying. Practice tells you _that_ it works. Whether it is quick is another question, and neither house had asked it of itself at full size.`,
    'Three places for conversation:',
    numbered('Where do we have a part that decides faster than we can follow, and is right to?'),
    numbered('What is our deploy lock: the thing one may do before understanding?'),
    numbered('Which sentence would we want to have written down beforehand, for four in the morning?'),
  ),
  b.section(
    'About this write-up',
    'This retells a public incident: the degradation of GitHub.com on 21 and 22 October 2018, from the company’s own analysis of 30 October 2018. The wording is ours, people appear as roles.',
    bullet('Invented: the words in quotations, the meeting, the action session, its items.'),
    bullet('All times are UTC.'),
  ),
];
