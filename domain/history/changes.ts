import type { PersonId } from '../ids.ts';
import type { Mark, TextKind } from '../write-up.ts';
import type { PartKind } from './version.ts';

/** Kept, put in since, or taken out since. */
export type Op = 'same' | 'in' | 'out';

/** Who put something in or took it out; null is the program itself. Empty where nothing was done. */
export type By = (PersonId | null)[];

/** What kind of block words stand in; a table is told cell by cell. */
export interface BlockFace {
  kind: TextKind | 'cell' | 'picture' | 'evidence' | 'pointer' | 'rule';
  level: number;
  indent: number;
  quoted: boolean;
}

export interface ChangedRun {
  op: Op;
  text: string;
  marks: Mark[];
  by: By;
}

export interface ChangedBlock {
  op: Op;
  face: BlockFace;
  /** What it was before, where only that changed. */
  was: BlockFace | null;
  by: By;
  runs: ChangedRun[];
}

/** A place of a part that holds words: `words`, a red herring's other two, or one teller's account. */
export interface ChangedPlace {
  name: 'title' | 'words' | 'reasonable' | 'ended' | 'account';
  /** Whose account; empty otherwise. */
  teller: string;
  blocks: ChangedBlock[];
}

/** A fact nobody types that is another now; told as stored, for the page to word. */
export interface ChangedFact {
  fact: 'kind' | 'time' | 'lane' | 'teller' | 'evidence' | 'moments' | 'systems' | 'place';
  before: unknown;
  after: unknown;
  by: By;
}

/** A part that differs. `in` and `out`: the whole part came or went. */
export interface ChangedPart {
  kind: 'title' | 'standfirst' | PartKind;
  id: string;
  /** Its title as it is later, or was; a moment has none. */
  title: string;
  op: Op;
  by: By;
  facts: ChangedFact[];
  places: ChangedPlace[];
}

/** Letters by the numbers Yjs gives them: from the first to the last one client typed. */
export interface Letters {
  client: number;
  first: number;
  last: number;
}

/** Words put in and taken out again between two versions: neither shows them. */
export interface Passage {
  text: string;
  /** It is longer than what is told of it. */
  isCut: boolean;
  by: By;
  kind: ChangedPart['kind'];
  /** Of the part it stood in, as it is later. */
  title: string;
  letters: Letters;
}

/** What differs between two versions, in reading order. */
export interface Changes {
  parts: ChangedPart[];
  /** Words that never had a place: typed into what somebody else was taking out at that moment (D13). */
  adrift: { text: string; by: By }[];
  /** What came and went; `more` are not told, there were too many. */
  between: { passages: Passage[]; more: number };
}

export const isChangedBlock = ({ op, was, runs }: ChangedBlock): boolean =>
  op !== 'same' || was !== null || runs.some((run) => run.op !== 'same');
