import { isUnsealed } from '#db/action-sessions.ts';
import { lockReview } from '#db/reviews.ts';
import { changeSealedIdea, insertSealedIdea, listOwnIdeas, withdrawSealedIdea } from '#db/sealed-ideas.ts';
import { maySeal } from '#domain/action-session/session.ts';
import type { ReviewId } from '#domain/ids.ts';
import { isRefused, type Refused, refuse } from '#domain/refused.ts';
import type { App, Database, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { requireReview } from '../reviews/require-review.ts';

/**
 * S6: whoever may read seals an idea, outside a room. Nothing about it is written anywhere but in its row (C7). The same words from
 * the same person are one idea, however often they are sent.
 */
export async function sealIdea(
  app: App,
  person: SignedIn,
  review: string | undefined,
  { words, withheld }: { words: string; withheld: boolean },
): Promise<true | Refused> {
  return whileClosed(app, person, review, async (tx, id) => {
    const own = await listOwnIdeas(tx, id, person.id);
    if (own.some((idea) => idea.words === words && idea.withheld === withheld)) return;
    await insertSealedIdea(tx, {
      id: app.random.uuid(),
      review: id,
      meeting: null,
      stage: null,
      author: person.id,
      words,
      withheld,
      seenInNotes: false,
      at: app.clock.now(),
    });
  });
}

/** C7: until it is opened its author may say it better. */
export async function changeIdea(
  app: App,
  person: SignedIn,
  review: string | undefined,
  { idea, words }: { idea: string; words: string },
): Promise<true | Refused> {
  return whileClosed(app, person, review, async (tx, id) => {
    if (!(await changeSealedIdea(tx, { id: idea, review: id, author: person.id }, { words })))
      throw notFound();
  });
}

/** C7: or withhold the name, so that opening erases it from the row; or show it again. */
export async function withholdName(
  app: App,
  person: SignedIn,
  review: string | undefined,
  { idea, withheld }: { idea: string; withheld: boolean },
): Promise<true | Refused> {
  return whileClosed(app, person, review, async (tx, id) => {
    const own = await listOwnIdeas(tx, id, person.id);
    if (!own.some((each) => each.id === idea)) throw notFound();
    const changed = await changeSealedIdea(tx, { id: idea, review: id, author: person.id }, { withheld });
    return (
      changed || refuse('Others have seen these words in the notes, so the name cannot be withheld any more.')
    );
  });
}

/** C7: or take it back, for ever. */
export async function withdrawIdea(
  app: App,
  person: SignedIn,
  review: string | undefined,
  { idea }: { idea: string },
): Promise<true | Refused> {
  return whileClosed(app, person, review, async (tx, id) => {
    if (!(await withdrawSealedIdea(tx, { id: idea, review: id, author: person.id }))) throw notFound();
  });
}

async function whileClosed(
  app: App,
  person: SignedIn,
  id: string | undefined,
  change: (tx: Database, review: ReviewId) => Promise<unknown>,
): Promise<true | Refused> {
  const { review } = await requireReview(app, person, id);
  return app.db.transaction().execute(async (tx) => {
    // opening waits for this row too: no idea is sealed while the others are being opened
    await lockReview(tx, review.id);
    const may = maySeal({ unsealed: await isUnsealed(tx, review.id), done: review.done_at !== null });
    if (isRefused(may)) return may;
    const said = await change(tx, review.id);
    return isRefused(said) ? said : true;
  });
}
