import { markUnsealed } from '#db/action-sessions.ts';
import { insertOpenedIdeas } from '#db/opened-ideas.ts';
import { lockReview } from '#db/reviews.ts';
import { takeSealedIdeas } from '#db/sealed-ideas.ts';
import { openAll } from '#domain/action-session/idea.ts';
import { showBox } from '../soak/reflect-unsigned.ts';
import type { SessionAsk } from './run-session-command.ts';

/**
 * C7, C8: takes every closed note of the review out of its table and writes the words into another, in random order under new ids,
 * in one transaction: no time, no serial order, no id that an event or key could be matched with, no author where the name was withheld.
 */
export async function unsealIdeas({ tx, app, meeting }: SessionAsk): Promise<true> {
  // whoever seals meanwhile waits here, and is then told that the ideas have been opened
  await lockReview(tx, meeting.review);
  const sealed = await takeSealedIdeas(tx, meeting.review);
  await insertOpenedIdeas(tx, { meeting: meeting.id, review: meeting.review }, openAll(sealed, app.random));
  await markUnsealed(tx, meeting.id);
  // the last to be shown of what came without a name: no reflection waits beyond this
  await showBox(tx, app, meeting.review);
  return true;
}
