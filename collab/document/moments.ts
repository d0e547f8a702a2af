import type * as Y from 'yjs';
import {
  type After,
  addEntry,
  fillWords,
  moveEntry,
  removeEntry,
  restoreEntry,
  setFact,
} from '#collab/document/entries.ts';
import { FACT, WORDS } from '#collab/document/field-names.ts';
import { linkFacts } from '#collab/document/links.ts';
import type { Account, Moment, MomentKind, MomentTime } from '#domain/write-up.ts';

type NewMoment = Pick<Moment, 'id' | 'kind' | 'time'> & Partial<Moment>;
type NewAccount = Pick<Account, 'id' | 'teller'> & Partial<Account>;

/** Adds a moment with its words and accounts; at the end unless told behind which. */
export function addMoment(doc: Y.Doc, moment: NewMoment, after?: After): void {
  addEntry(doc, 'moments', { id: moment.id, facts: momentFacts(moment), after }, () => {
    fillWords(doc, WORDS.moment(moment.id), moment.blocks ?? []);
    for (const account of moment.accounts ?? []) addAccount(doc, moment.id, account);
  });
}

export const momentFacts = ({ kind, time, lane = '', evidence = [], herring = null }: NewMoment) => ({
  kind,
  time,
  lane,
  herring,
  ...linkFacts('evidence', evidence),
});

/** Adds one person's telling; it stands beside the others and is never merged with them. */
export function addAccount(doc: Y.Doc, moment: string, account: NewAccount): void {
  const { id, teller, time = null } = account;
  addEntry(doc, 'accounts', { id, facts: { moment, teller, time } }, () =>
    fillWords(doc, WORDS.account(id), account.blocks ?? []),
  );
}

export const setMomentKind = (doc: Y.Doc, id: string, kind: MomentKind): void =>
  setFact(doc, 'moments', id, FACT.kind, kind);
/** The time is one value, so that two people's changes never blend into a third. */
export const setMomentTime = (doc: Y.Doc, id: string, time: MomentTime): void =>
  setFact(doc, 'moments', id, FACT.time, time);
export const setMomentLane = (doc: Y.Doc, id: string, lane: string): void =>
  setFact(doc, 'moments', id, FACT.lane, lane);
/** The red herring that says where this theory led; null when none does. */
export const setMomentHerring = (doc: Y.Doc, id: string, finding: string | null): void =>
  setFact(doc, 'moments', id, FACT.herring, finding);
export const moveMoment = (doc: Y.Doc, id: string, after: After): void =>
  moveEntry(doc, 'moments', id, after);
export const removeMoment = (doc: Y.Doc, id: string): void => removeEntry(doc, 'moments', id);
export const restoreMoment = (doc: Y.Doc, id: string): void => restoreEntry(doc, 'moments', id);

export const setAccountTeller = (doc: Y.Doc, id: string, teller: string): void =>
  setFact(doc, 'accounts', id, FACT.teller, teller);
export const setAccountTime = (doc: Y.Doc, id: string, time: MomentTime | null): void =>
  setFact(doc, 'accounts', id, FACT.time, time);
export const removeAccount = (doc: Y.Doc, id: string): void => removeEntry(doc, 'accounts', id);
export const restoreAccount = (doc: Y.Doc, id: string): void => restoreEntry(doc, 'accounts', id);
