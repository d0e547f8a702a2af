import { findActionSession, isUnsealed } from '#db/action-sessions.ts';
import { listOpenedIdeas } from '#db/opened-ideas.ts';
import { findOutcome, listFixedFacts } from '#db/outcomes.ts';
import type { SessionShown } from '#domain/action-session/command.ts';
import { withMerged } from '#domain/action-session/merge.ts';
import { factsBeside, isOpen } from '#domain/action-session/standing.ts';
import type { Meeting } from '#domain/meeting/meeting.ts';
import type { Database } from '../app.ts';

/** The action session's part of the projection: counts and what is open, no idea's words. Null in a review meeting. */
export async function showSession(
  db: Database,
  { id, reviewId, kind }: Meeting,
): Promise<SessionShown | null> {
  if (kind !== 'action') return null;
  const stored = await findActionSession(db, id);
  const opened = stored === null ? [] : await listOpenedIdeas(db, reviewId);
  const ideas = withMerged(opened);
  const facts = ideas.length === 0 ? [] : await listFixedFacts(db, reviewId);
  const outcome = await findOutcome(db, reviewId);
  return {
    unsealed: stored !== null && (await isUnsealed(db, reviewId)),
    openIdea: stored?.openIdea ?? null,
    ideas: ideas.length,
    decided: ideas.filter((idea) => !isOpen({ ...idea, fixed: factsBeside(facts, idea) })).length,
    groups: new Set(ideas.map(({ group }) => group).filter((group) => group !== '')).size,
    outcome: outcome?.kind ?? null,
  };
}
