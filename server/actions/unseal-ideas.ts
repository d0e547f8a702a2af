import { markUnsealed } from '#db/action-sessions.ts';
import { insertErasure } from '#db/erasing.ts';
import { insertOpenedIdeas } from '#db/opened-ideas.ts';
import { lockReview } from '#db/reviews.ts';
import { takeSealedIdeas } from '#db/sealed-ideas.ts';
import { openAll } from '#domain/action-session/idea.ts';
import { asId, type ReviewId } from '#domain/ids.ts';
import { showBox } from '../soak/reflect-unsigned.ts';
import type { SessionAsk } from './run-session-command.ts';

/**
 * C7, C8: takes every closed note of the review out of its table and writes the words into another, in random order under new ids,
 * in one transaction: no time, no serial order, no id that an event or key could be matched with, no author where the name was withheld.
 */
export async function unsealIdeas(ask: SessionAsk): Promise<true> {
  const { tx, app, meeting } = ask;
  // whoever seals meanwhile waits here, and is then told that the ideas have been opened
  await lockReview(tx, meeting.review);
  const sealed = await takeSealedIdeas(tx, meeting.review, app.random.shuffle);
  await insertOpenedIdeas(tx, { meeting: meeting.id, review: meeting.review }, openAll(sealed, app.random));
  await markUnsealed(tx, meeting.id);
  await askForSweep(ask);
  // the last to be shown of what came without a name: no reflection waits beyond this
  await showBox(tx, app, meeting.review);
  return true;
}

/** What sealing left elsewhere (keys of presses, ideas as they read before they were changed) leaves the files as erased words do. */
const askForSweep = ({ tx, app, actor }: SessionAsk) =>
  insertErasure(tx, {
    id: app.random.uuid(),
    // of no write-up: nothing of one has been erased
    review: asId<ReviewId>(app.random.uuid()),
    person: actor,
    epoch: 0,
    at: app.clock.now(),
    keepsDumps: true,
  });
