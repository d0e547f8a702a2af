/**
 * The write-up as plain values: what import proposes, what the demo is written in, what reading view, exports and agenda read.
 * The shared Y document (`collab/document`) holds the same, cut into fragments; its reader and its seed speak this shape.
 */
export const REVIEW_KINDS = ['incident', 'near-miss', 'surprise', 'success'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

export const FINDING_KINDS = [
  'contributor',
  'mitigator',
  'risk',
  'difficulty',
  'red-herring',
  'surprise',
  'open-question',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export const MOMENT_KINDS = [
  'observation',
  'working-theory',
  'decision-or-action',
  'call-for-help-or-hand-over',
  'change-in-the-system',
] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

export type Mark = { type: 'bold' | 'italic' | 'code' | 'strike' } | { type: 'link'; href: string };

/** A run of text with its marks; "\n" inside a run is a line break. */
export interface Inline {
  text: string;
  marks?: Mark[];
}

export const TEXT_KINDS = ['paragraph', 'heading', 'quote', 'bullet', 'numbered', 'code'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** One textblock; lists and quotations are attributes of it, never wrappers, so that structure never eats words. */
export interface TextBlock {
  type: 'text';
  id: string;
  kind: TextKind;
  /** Heading level inside a section, 1 to 3; 1 otherwise. */
  level: number;
  /** Depth of a list item or of what belongs to it, 0 to 6. */
  indent: number;
  /** True inside a quotation whatever the kind, so that a quoted list stays a list. */
  quoted?: boolean;
  /** An item's own number, where counting on from the one before would not give it. */
  number?: number;
  content: Inline[];
}
export interface TableCell {
  header: boolean;
  content: Inline[];
}
export interface TableBlock {
  type: 'table';
  id: string;
  rows: TableCell[][];
}
export interface PictureBlock {
  type: 'picture';
  id: string;
  /** Upload id, scoped to the review. */
  upload: string;
  alt: string;
}
/** An imported message quoted unchanged; the words are the message's, this holds its id and a copy to show without a query. */
export interface EvidenceBlock {
  type: 'evidence';
  id: string;
  message: string;
  /** Derived copy: who, when (ISO instant or null) and the unchanged words. */
  speaker: string;
  at: string | null;
  text: string;
}
/** A link to a moment or finding whose words were taken out of this place by an import. */
export interface PointerBlock {
  type: 'pointer';
  id: string;
  to: 'moment' | 'finding' | 'evidence';
  target: string;
}
export interface RuleBlock {
  type: 'rule';
  id: string;
}
export type Block = TextBlock | TableBlock | PictureBlock | EvidenceBlock | PointerBlock | RuleBlock;

export interface Section {
  id: string;
  title: string;
  blocks: Block[];
}

export interface Finding {
  id: string;
  kind: FindingKind;
  title: string;
  /** A red herring's first part: what it was. */
  blocks: Block[];
  /** A red herring's second part: what made it reasonable at the time. Empty for other kinds. */
  reasonable: Block[];
  /** A red herring's third part: what ended it. */
  ended: Block[];
  /** Ids of messages it rests on. */
  evidence: string[];
  /** Ids of moments it rests on. */
  moments: string[];
  /** Ids of the systems it names, each owned by a team of the workspace. */
  systems: string[];
}

/** `order` only: the sequence is known, the time is not. Instants are ISO strings in UTC. */
export type MomentTime =
  | { certainty: 'exact' | 'about'; start: string; end: string | null }
  | { certainty: 'order-only' };

export interface Account {
  id: string;
  /** Whose telling, as the write-up names them: a role or a name. */
  teller: string;
  /** An account's own time where it differs from the moment's. */
  time: MomentTime | null;
  blocks: Block[];
}

export interface Moment {
  id: string;
  kind: MomentKind;
  time: MomentTime;
  /** Lane of the timeline: person, role, team or system; empty when nobody said. */
  lane: string;
  /** Its words: what happened. */
  blocks: Block[];
  accounts: Account[];
  evidence: string[];
  /** A working theory that led nowhere: the red herring that says so. */
  herring: string | null;
}

/** Everything in reading order; removed parts are not in it. */
export interface WriteUp {
  title: string;
  standfirst: string;
  sections: Section[];
  findings: Finding[];
  moments: Moment[];
}
