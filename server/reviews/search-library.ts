import { listTeamChoices } from '#db/choices.ts';
import { type LibraryEntry, searchLibrary } from '#db/readable-reviews.ts';
import { asId, isUuid, type TeamId } from '#domain/ids.ts';
import { REVIEW_KINDS, type ReviewKind } from '#domain/write-up.ts';
import type { App, SignedIn } from '../app.ts';

const WORDS_MAX = 200;

/** Where a found passage is told apart: plain runs and found ones, in order. */
export type Passage = { text: string; found: boolean }[];

export interface FoundReview extends Omit<LibraryEntry, 'passage'> {
  passage: Passage;
}

/** Published write-ups this person may read, filtered and searched as the address says; anything odd in it is ignored. */
export async function readLibrary(app: App, person: SignedIn, asked: URLSearchParams) {
  const wordsAsked = (asked.get('words') ?? '')
    .replaceAll('\u0000', '')
    .toWellFormed()
    .slice(0, WORDS_MAX)
    .trim();
  const kind = REVIEW_KINDS.find((each): each is ReviewKind => each === asked.get('kind')) ?? null;
  const teamAsked = asked.get('team');
  const team = isUuid(teamAsked) ? asId<TeamId>(teamAsked) : null;
  const [entries, teams] = await Promise.all([
    searchLibrary(app.db, person.id, { words: wordsAsked, kind, team }),
    listTeamChoices(app.db),
  ]);
  const found = entries.map(
    ({ passage, ...entry }): FoundReview => ({ ...entry, passage: cutPassage(passage ?? '') }),
  );
  return { found, teams, asked: { words: wordsAsked, kind, team } };
}

/** Titles for the `[[` link, best first. */
export async function findReviewTitles(app: App, person: SignedIn, words: string) {
  const { found } = await readLibrary(app, person, new URLSearchParams({ words }));
  if (found.length > 0 || words === '')
    return found.slice(0, 8).map(({ id, title, kind }) => ({ id, title, kind }));
  const all = await readLibrary(app, person, new URLSearchParams());
  const part = words.toLocaleLowerCase('en');
  return all.found
    .filter((entry) => entry.title.toLocaleLowerCase('en').includes(part))
    .slice(0, 8)
    .map(({ id, title, kind }) => ({ id, title, kind }));
}

const cutPassage = (passage: string): Passage =>
  passage
    .split(/(\ue000[^\ue001]*\ue001)/)
    .filter((run) => run !== '')
    .map((run) =>
      run.startsWith('\ue000') ? { text: run.slice(1, -1), found: true } : { text: run, found: false },
    );
