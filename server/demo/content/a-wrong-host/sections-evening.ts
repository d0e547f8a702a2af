import type { Section } from '#domain/write-up.ts';
import { REVIEWS } from '../ids.ts';
import { message, type Quote } from '../writing.ts';
import { a } from './names.ts';

/** The narrative until the copy falls silent. */
export const sectionsEvening = (quote: Quote): Section[] => [
  a.section(
    'An errand in the afternoon',
    'The evening has a quiet beginning that nobody would have put into a report, had the night gone otherwise. At about twenty past five in the afternoon an engineer wanted to try pgpool-II, a connection pooler, in the staging environment. Staging is refilled from a disk snapshot of production that is taken by itself at one in the morning. For a pooler that is poor material: what one wants to see is how it behaves under a busy day’s data, and the copy at hand was from the middle of the night.',
    'So the engineer took another snapshot by hand, out of the usual order, and began to carry it over to staging.',
    message(quote('production 17:22:37')),
    'Nobody had asked for it and no runbook mentions it. It was an ordinary piece of curiosity about whether a test means anything. Keep it in mind; it comes back at midnight, under “What there was to restore from”.',
  ),
  a.section(
    'Load, and a story that fitted',
    'Around seven the load on the primary database rose well above what is usual for a Tuesday evening. Spam was suspected. It was a good suspicion. There had been a wave of it not long before, it had looked the same on the same graph, and there really was spam: accounts made that day were posting snippets in large numbers. Removing them brought the load down a little each time.',
    'It stayed high for hours. By nine, sessions were queueing for locks on writes and people could not post comments any more. Support answered the same question dozens of times with the one word they had.',
    message(quote('support 21:12:55')),
    'What nobody in the conversation could see was that the database was doing a second heavy thing. A background job was deleting an employee’s account, with everything that hung on it: somebody had reported the account for abuse, the report was wrong, and the removal had been accepted and queued like any other. Hard deletion of an account with a long history means a great many rows, and it ran at the busiest moment of the evening. From outside the job was one entry in a queue of ordinary length.',
    message(quote('production 20:17:02')),
    'The question was the right one, and the answer to it was honest. The instruments at hand showed how long the queue was, not what one entry in it weighed. We have met jobs that delete more than their authors pictured elsewhere, too: compare [The day the images were gone](/reviews/' +
      `${REVIEWS.imagesGone}), where a clean-up service did precisely what its query told it.`,
  ),
  a.section(
    'The standby falls behind',
    'There were two database hosts that mattered, one primary and one standby. The standby lives on the stream of changes, the write-ahead log, that the primary produces and keeps only for a while. At about ten in the evening the on-call engineer was paged: the standby was behind and falling further back. The hand-over in the channel is worth reading for what it says about its author.',
    'The engineer who had carried the first three hours told what they knew, named what they had _not_ looked at, and said aloud that they were tired. That is a rare and useful message, and the person taking over later said that it saved them twenty minutes.',
    'For an hour the standby was given the chance to catch up. It could not. The evening’s writes had been so many that the primary had thrown away pieces of log before the standby had fetched them. There was no archive to fetch them from. Around eleven, replication stopped for good.',
    message(quote('production 23:00:31')),
    'From that point there is one way forward, and everybody in the call knew it: empty the standby’s data directory and copy the whole database over from the primary with `pg_basebackup`. It is an ordinary procedure. It also has, as its first step, the removal of a directory that on the other host would be everything.',
  ),
  a.section(
    'A repair, then another, then silence',
    'Put yourself at that keyboard. Within a quarter of an hour the copy was refused because the primary allowed only three replication connections, so `max_wal_senders` went from 3 to 32. That needs a restart. On restart PostgreSQL would not come up, for want of semaphores: `max_connections` stood at 8000, a value of about a year before, and had sat there harmlessly ever since. It came down to 2000 and the primary came up.',
    message(quote('production 23:13:41')),
    'Each repair was right. Each made something move. Each also uncovered the next obstacle, which teaches a person something over half an hour: _that there is always one more thing in the way, and that finding it is the job_.',
    'Then the copy was started again, asked to be verbose, and said nothing.',
    message(quote('production 23:14:20')),
    message(quote('production 23:19:36')),
    'Two experienced people looked at a program that printed no line and, under `strace`, did nothing but poll. Neither the runbook nor the tool’s own manual says what an ordinary beginning looks like. As we learned the next morning, this was one: the tool waits for the primary to be ready to send, and keeps quiet until it is. Someone in the company knew that from experience. They were not in the call, and no one in the call knew that there was somebody to ask.',
    'What was in the call was a half hour in which everything that had stood in the way had been a real obstacle. A directory not quite empty, after two broken tries, was a sensible next candidate.',
  ),
];
