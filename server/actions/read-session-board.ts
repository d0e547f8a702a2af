import { type KeptCapture, listKeptCaptures } from '#db/meeting-captures.ts';
import { listTrackerNames } from '#db/trackers.ts';
import type { AsRead } from '#domain/action-session/as-it-stands.ts';
import { mayWithReview } from '#domain/permissions.ts';
import type { App, SignedIn } from '../app.ts';
import { requireMeeting } from '../meetings/require-meeting.ts';
import { offerChoices } from '../reviews/offer-choices.ts';
import { markOf } from './idea-mark.ts';
import { readOutcome } from './read-outcome.ts';

export type { KeptCapture };

/** An opened idea as the room shows it; plain JSON. */
export interface IdeaShown {
  id: string;
  /** Another once its decision, item or facts have changed. */
  mark: string;
  words: string;
  /** Null: unsigned, and nobody can ever say by whom. */
  by: string | null;
  group: string;
  /** The finding it answers, as said while it is open; an item has its own. */
  answers: string | null;
  decision: 'do' | 'not-now' | 'no' | null;
  reason: string;
  item: (NonNullable<AsRead['item']> & { ownerName: string }) | null;
  /** Ideas that are one with it, each with its own words and author. */
  merged: { id: string; words: string; by: string | null }[];
  /** Already fixed, as facts (S11). */
  fixed: { id: string; words: string; by: string }[];
}

/** What an action session works on, whole; it comes over HTTP, since it may be longer than a projection. */
export interface SessionBoard {
  /** Of the room: everything up to it is on this board. */
  rev: number;
  captures: KeptCapture[];
  ideas: IdeaShown[];
  outcome: { kind: 'decided' | 'nothing-to-do'; reason: string } | null;
  /** People who may read the review, and so may own what follows from it. */
  owners: { id: string; name: string }[];
  /** How the trackers that are connected are called: what is agreed can be sent there. */
  trackers: string[];
}

export async function readSessionBoard(
  app: App,
  person: SignedIn,
  id: string | undefined,
): Promise<SessionBoard> {
  // read before all else: what is changed meanwhile may be on the board, and nothing is missing
  const { review, access, meeting } = await requireMeeting(app, person, id);
  const { outcome, ideas } = await readOutcome(app.db, review.id, []);
  const { people } = await offerChoices(app);
  return {
    rev: meeting.rev,
    captures: await listKeptCaptures(app.db, review.id),
    ideas: ideas.map(({ item, fixed, merged, author: _author, authorName, mergedInto: _into, ...idea }) => ({
      ...idea,
      mark: markOf({ ...idea, item, fixed }),
      merged: merged.map((each) => ({ id: each.id, words: each.words, by: each.authorName })),
      by: authorName,
      item: item && {
        title: item.title,
        owner: item.owner,
        ownerName: item.ownerName,
        finding: item.finding,
        noFindingReason: item.noFindingReason,
        dueOn: item.dueOn,
        shows: item.shows,
        reviewOn: item.reviewOn,
      },
      fixed: fixed.map((fact) => ({ id: fact.id, words: fact.words, by: fact.byName })),
    })),
    outcome: outcome && { kind: outcome.kind, reason: outcome.reason },
    owners: people.filter((each) =>
      mayWithReview({ id: each.id, role: 'member', active: true }, 'read', access),
    ),
    trackers: (await listTrackerNames(app.db)).map(({ name }) => name),
  };
}
