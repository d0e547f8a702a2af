import type { PersonId } from '#domain/ids.ts';
import type { Decision } from './idea.ts';
import type { OutcomeKind } from './outcome.ts';
import type { TakenBack } from './take-back.ts';

/** What `decide` brings along for a *do*. */
export interface ItemBody {
  title: string;
  owner: PersonId | null;
  finding: string | null;
  noFindingReason: string;
  dueOn: string | null;
  shows: string;
  /** When its owner is asked whether it worked; null or left out: never. */
  reviewOn?: string | null;
}

/** The bodies an action session adds to `POST /meetings/:id/commands`. Everything but `add-idea`, `already-fixed` and `link-idea` steers. */
export interface SessionCommandBodies {
  /** C8: opens every sealed idea at once. */
  unseal: object;
  /** Which idea the room looks at; null: none. */
  'open-idea': { idea: string | null };
  /** The next nobody has decided on, after this one; what a screen holds may be older than the last decision. */
  'open-next-idea': { after: string | null };
  /** Puts an idea under a heading; '' lets it stand alone. */
  'group-idea': { idea: string; group: string };
  /** Two that are one: words and author of both stay. */
  'merge-idea': { idea: string; into: string };
  /** It stands by itself again. */
  'split-idea': { idea: string };
  /** The finding it answers, before anything is decided on: what bears on it then stands before everybody. */
  'link-idea': { idea: string; finding: string | null };
  /** `was`: the idea's mark as it was read; what was changed meanwhile is not written over unseen. */
  decide: { idea: string; was?: string; decision: Decision; reason: string; item?: ItemBody | null };
  /** Takes back what is named, and nothing else: the decision, with its item, or what was noted beside it as done already. */
  undecide: { idea: string; was?: string; what: TakenBack };
  /** An idea that came up in the session, by whoever says it. */
  'add-idea': { words: string };
  /** S11: a fact beside an idea, or on its own; the same words beside one idea are one fact. Said by who steers, it closes the open idea. */
  'already-fixed': { idea: string | null; words: string };
  /** S10: how it ends; the review is done with it. */
  conclude: { outcome: OutcomeKind; reason: string };
  /** Takes the ending back while the meeting still runs, to go on deciding. */
  'go-on': object;
}

export type SessionCommandName = keyof SessionCommandBodies;
export type SessionCommand = {
  [Name in SessionCommandName]: { command: Name } & SessionCommandBodies[Name];
}[SessionCommandName];

/** What everyone in the room sees of it; the ideas themselves come over HTTP by `rev`. */
export interface SessionShown {
  unsealed: boolean;
  openIdea: string | null;
  ideas: number;
  decided: number;
  groups: number;
  outcome: OutcomeKind | null;
}
