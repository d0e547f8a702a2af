import { type EarlyOpening, listEarlyOpenings } from '#db/early-openings.ts';
import { type ItemSend, listItemSends } from '#db/item-sends.ts';
import type { OutcomeKind } from '#domain/action-session/outcome.ts';
import { STANDING_WORDS, STANDINGS, standingOf } from '#domain/action-session/standing.ts';
import type { ReviewId } from '#domain/ids.ts';
import { whereWords } from '#domain/trackers/where-words.ts';
import type { Finding } from '#domain/write-up.ts';
import type { Database } from '../app.ts';
import { readOutcome } from './read-outcome.ts';

/** The record of an action session, as the write-up's last part tells it. */
export interface WhatFollowed {
  kind: OutcomeKind;
  reason: string;
  early: EarlyOpening[];
  decided: {
    id: string;
    decision: string;
    words: string;
    /** What it came from: an idea, or a fact that stands beside none. */
    from: 'idea' | 'fact';
    /** The idea's own words where its item is called otherwise; '' where they are its title. */
    idea: string;
    /** Whose it is; null: unsigned. */
    by: string | null;
    /** Ideas that are one with it, each with its words and author. */
    merged: { id: string; words: string; by: string | null }[];
    /** The heading it was put under; '' while it stands alone. */
    group: string;
    /** The title of the finding it answers; null where none is named. */
    answers: string | null;
    /** Of an item that answers no finding, why. */
    noFindingReason: string;
    reason: string;
    owner: string | null;
    dueOn: string | null;
    finishedAt: Date | null;
    /** What would show that it worked; '' where nothing was said. */
    shows: string;
    /** 'YYYY-MM-DD' on which its owner is asked; null: never. */
    reviewOn: string | null;
    worked: string;
    /** T6: where it is worked on and its state there; '' where it is nowhere else. */
    where: string;
    whereAddress: string;
  }[];
}

const ORDER = STANDINGS.map((standing) => STANDING_WORDS[standing]);

/** Null until a session's ending has been written down. @param findings of the write-up, which items answer */
export async function readWhatFollowed(
  db: Database,
  review: ReviewId,
  findings: readonly Pick<Finding, 'id' | 'title'>[],
): Promise<WhatFollowed | null> {
  const { outcome, ideas, fixed } = await readOutcome(db, review, findings);
  if (outcome === null) return null;
  const sends = await listItemSends(db, review);
  const decided = ideas.map(({ item, ...idea }) => ({
    id: idea.id,
    decision: STANDING_WORDS[standingOf(idea)],
    words: item?.title ?? idea.words,
    from: 'idea' as const,
    idea: item && item.title !== idea.words ? idea.words : '',
    by: idea.authorName,
    merged: idea.merged.map(({ id, words, authorName }) => ({ id, words, by: authorName })),
    group: idea.group,
    answers: item ? item.answers : (findings.find(({ id }) => id === idea.answers)?.title ?? null),
    noFindingReason: item?.noFindingReason ?? '',
    reason: reasonOf(idea.reason, idea.fixed.map((fact) => fact.words).join(' ')),
    owner: item?.ownerName ?? null,
    dueOn: item?.dueOn ?? null,
    finishedAt: item?.finishedAt ?? null,
    shows: item?.shows ?? '',
    reviewOn: item?.reviewOn ?? null,
    worked: item?.worked ?? '',
    ...whereOf(sends.find((send) => send.item === item?.id)),
  }));
  const facts = fixed.map((fact) => ({
    id: fact.id,
    decision: STANDING_WORDS.done,
    words: fact.words,
    from: 'fact' as const,
    idea: '',
    by: fact.byName,
    merged: [],
    group: '',
    answers: null,
    noFindingReason: '',
    reason: '',
    owner: null,
    dueOn: null,
    finishedAt: null,
    shows: '',
    reviewOn: null,
    worked: '',
    where: '',
    whereAddress: '',
  }));
  return {
    kind: outcome.kind,
    reason: outcome.reason,
    early: await listEarlyOpenings(db, review),
    decided: [...decided, ...facts].sort((a, b) => ORDER.indexOf(a.decision) - ORDER.indexOf(b.decision)),
  };
}

const reasonOf = (reason: string, done: string): string =>
  reason === '' || done === '' ? reason || done : `${reason} ${STANDING_WORDS.done}: ${done}`;

const whereOf = (send: ItemSend | undefined) => ({
  where: send ? whereWords({ ...send, tracker: send.trackerName }) : '',
  whereAddress: send?.url ?? '',
});
