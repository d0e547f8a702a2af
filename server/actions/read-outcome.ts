import { listItems, type StoredItem } from '#db/items.ts';
import { type ListedIdea, listOpenedIdeas } from '#db/opened-ideas.ts';
import { type FixedFact, findOutcome, listFixedFacts, type Outcome } from '#db/outcomes.ts';
import { withMerged } from '#domain/action-session/merge.ts';
import { factsBeside } from '#domain/action-session/standing.ts';
import type { ReviewId } from '#domain/ids.ts';
import type { Finding } from '#domain/write-up.ts';
import type { Database } from '../app.ts';

/** What an action session has opened, decided and left; readable by whoever may read the review. */
export interface SessionOutcome {
  outcome: Outcome | null;
  ideas: (ListedIdea & {
    item: (StoredItem & { answers: string | null }) | null;
    fixed: FixedFact[];
    /** Ideas that are one with it, each with its own words and author. */
    merged: ListedIdea[];
  })[];
  /** Facts that stand beside no idea. */
  fixed: FixedFact[];
}

/** @param findings of the write-up, for the titles that items answer */
export async function readOutcome(
  db: Database,
  review: ReviewId,
  findings: readonly Pick<Finding, 'id' | 'title'>[],
): Promise<SessionOutcome> {
  const ideas = await listOpenedIdeas(db, review);
  const items = await listItems(db, review);
  const facts = await listFixedFacts(db, review);
  const answers = (item: StoredItem) => findings.find(({ id }) => id === item.finding)?.title ?? null;
  return {
    outcome: await findOutcome(db, review),
    ideas: withMerged(ideas).map((idea) => {
      const item = items.find((each) => each.idea === idea.id);
      return {
        ...idea,
        item: item ? { ...item, answers: answers(item) } : null,
        fixed: factsBeside(facts, idea),
      };
    }),
    fixed: facts.filter((fact) => fact.idea === null),
  };
}
