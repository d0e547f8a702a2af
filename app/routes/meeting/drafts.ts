import { type DraftStore, forgetDraft, readDraft, writeDraft } from './action-session/kept-draft.ts';
import type { Composing } from './composing.ts';

/** What captures and parked things share moves from one to the other; an idea's words never go where others would read them (C6). */
export type DraftName = 'said' | 'seal' | 'hand';
const NAMES: readonly DraftName[] = ['said', 'seal', 'hand'];

/** What somebody began to write in the room and has not kept. */
export interface Draft {
  words: string;
  /** What it is about, as `anchor.ts` writes it down; empty until a form was opened. */
  about: string;
  /** Whose words, or whose hand; of an idea, whether its author's name is withheld. */
  whose: string;
  /** The form it stood in last; a hand's type. */
  type: string;
}

export type Drafts = Record<DraftName, Draft>;

export const NO_DRAFT: Draft = { words: '', about: '', whose: '', type: '' };
export const NO_DRAFTS: Drafts = { said: NO_DRAFT, seal: NO_DRAFT, hand: NO_DRAFT };

const DRAFT_OF: Record<Composing, DraftName | null> = {
  question: 'said',
  insight: 'said',
  'different-view': 'said',
  park: 'said',
  seal: 'seal',
  hand: 'hand',
  signal: null,
};

/** Which draft a form writes; null: it has no words. */
export const draftOf = (form: Composing | null): DraftName | null => (form === null ? null : DRAFT_OF[form]);

/** The form in which a draft is gone on with. */
export const formOf = (name: DraftName, { type }: Draft): Composing =>
  name === 'said' ? (SAYING.find((form) => form === type) ?? 'question') : name;
const SAYING: readonly Composing[] = ['question', 'insight', 'different-view', 'park'];

/** Whether there is something to lose: words, or for whom a hand was to go up. */
export const isBegun = (name: DraftName, { words, whose }: Draft): boolean =>
  words.trim() !== '' || (name === 'hand' && whose.trim() !== '');

/** Drafts with something in them, but for the one in the open form. */
export const waitingOf = (drafts: Drafts, open: Composing | null): DraftName[] =>
  NAMES.filter((name) => name !== draftOf(open) && isBegun(name, drafts[name]));

/** @param place says person and meeting: another who signs in here finds nothing of it */
export const readDrafts = (store: DraftStore, place: string): Drafts => ({
  said: readDraft(store, `${place}:said`, '', NO_DRAFT),
  seal: readDraft(store, `${place}:seal`, '', NO_DRAFT),
  hand: readDraft(store, `${place}:hand`, '', NO_DRAFT),
});

/** What has not been begun is not worth a place: what it would be about is taken anew. */
export function storeDraft(store: DraftStore, place: string, name: DraftName, draft: Draft): void {
  if (!isBegun(name, draft)) forgetDraft(store, `${place}:${name}`);
  else writeDraft(store, `${place}:${name}`, '', draft);
}
