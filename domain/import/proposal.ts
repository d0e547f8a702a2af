import type { Block, FindingKind, MomentKind } from '#domain/write-up.ts';

/**
 * What an import proposes, before anything is stored: the source in its own order, each stretch of it either
 * kept as text or *taken* as a moment, a finding or a chat. Every taking holds the text it came from, so that
 * refusing it puts that text back where it was.
 */
export interface Proposal {
  /** File name or "Pasted text". */
  source: string;
  title: string;
  /** True when the title is the file's name, not words of the text. */
  titleMade: boolean;
  /** Day the text is about, 'YYYY-MM-DD', where the title, file name or text says so. */
  day: string | null;
  /** IANA zone the text names ("All times in PST"), with the words it used; null where it names none. */
  zone: { name: string; words: string; line: number } | null;
  sections: ProposedSection[];
  /** Relative pictures the text uses, once each; to be found in the same selection of files. */
  pictures: ProposedPicture[];
  leftOut: LeftOut[];
  /** Link definitions no kept text uses; a refused chat may still use one. */
  unusedLinks: { identifier: string; line: number; text: string }[];
}

export interface ProposedSection {
  id: string;
  title: string;
  /** True for text before the first heading: the title is the program's. */
  titleMade: boolean;
  pieces: Piece[];
}

export type Piece = { type: 'kept'; blocks: Block[] } | Taking;
export type Taking = MomentTaking | FindingTaking | ChatTaking;

interface TakingBase {
  id: string;
  /** First line in the source, counted from 1. */
  line: number;
  /** The text as it stays when the proposal is refused. */
  original: Block[];
  /** False where the text is so slight that staying text is the better proposal. */
  proposed: boolean;
}

export interface MomentTaking extends TakingBase {
  type: 'moment';
  kind: MomentKind;
  stated: StatedTime;
  /** What happened: the original without its stated time. */
  blocks: Block[];
  /** Day the text gives by a line above or in its heading; null where only the review's day can be proposed. */
  dayAbove: string | null;
}

export interface FindingTaking extends TakingBase {
  type: 'finding';
  kind: FindingKind;
  /** The first sentence where it is plain words; empty where it holds a link, so that none is lost. */
  title: string;
  blocks: Block[];
}

export interface ChatTaking extends TakingBase {
  type: 'chat';
  /** Name of the source: the heading above it. */
  name: string;
  messages: ChatMessage[];
  /** What is left out only when the chat stays text. */
  leftOutAsText: LeftOut[];
  /** Link definitions the chat uses only when it stays text. */
  linksAsText: string[];
}

/** A time as the text states it. `words` are the very words; what was not said is null. */
export interface StatedTime {
  words: string;
  /** 'HH:MM' or 'HH:MM:SS'; null when unknown (`[???]`). */
  clock: string | null;
  year: number | null;
  /** 1 to 12, with `dayOfMonth`. */
  month: number | null;
  dayOfMonth: number | null;
  /** IANA zone said beside this very time. */
  zone: string | null;
  about: boolean;
  /** End of a stated span, 'HH:MM'. */
  until: string | null;
}

/** One message of a chat, unchanged, in its place. */
export interface ChatMessage {
  speaker: string;
  /** The time as pasted ("8:27 AM", "3 hours ago"); empty for an export, which has instants. */
  stated: string;
  clock: string | null;
  text: string;
  line: number;
  /** Pictures pasted into the message, by their path in the source. */
  pictures: { path: string; alt: string }[];
}

export interface ProposedPicture {
  path: string;
  alt: string;
  line: number;
}

/** Something of the source that goes nowhere, with its words and its line. */
export interface LeftOut {
  line: number;
  why:
    | 'comment'
    | 'html'
    | 'front-matter'
    | 'unused-link'
    | 'unsafe-link'
    | 'picture-elsewhere'
    | 'picture-in-words'
    | 'link-title'
    | 'title-link'
    | 'code-language';
  text: string;
}
