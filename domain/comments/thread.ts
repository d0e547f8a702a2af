/** What a thread is about: some words, or a whole part of the write-up. */
export const COMMENT_ABOUT = ['words', 'section', 'finding', 'moment', 'picture'] as const;
export type CommentAbout = (typeof COMMENT_ABOUT)[number];

export interface CommentAuthor {
  id: string;
  name: string;
  faceLetters: string;
  faceHue: number;
}

/** One comment as a reader sees it. */
export interface ShownComment {
  id: string;
  author: CommentAuthor;
  /** Empty once its author has taken it back; its place stays while others have answered. */
  words: string;
  /** ISO instants. */
  writtenAt: string;
  editedAt: string | null;
  removed: boolean;
  /** Names that stand behind an @ in the words and were told. */
  mentions: string[];
  /** Somebody else's, not seen by this reader yet. */
  isNew: boolean;
}

/** A stretch of one block's words; `key` is the block's id, or table, row and column of a cell. */
export interface WordsSegment {
  key: string;
  from: number;
  to: number;
  /** What stands there: a page that was read a while ago may have it elsewhere, or no longer. */
  words: string;
}

/** Where a thread stands in the write-up now. */
export interface ThreadPlace {
  /** Anchor of the part on the page: `section-<id>`, `finding-<id>`, `moment-<id>`; empty for title and standfirst. */
  part: string;
  /** What people call that part. */
  name: string;
  segments: WordsSegment[];
  /** The words have been edited since: they now read otherwise than the quotation. */
  changed: boolean;
}

/** Where words are kept track of: a place of the shared document and two relative positions in it. */
export interface KeptAnchor {
  place: string;
  start: unknown;
  end: unknown;
  /** The block its first word stood in. */
  block: string;
  /** The words as last verified there. */
  words: string;
}

/** A thread as a reader sees it: what it is about, where that is now, who said what. */
export interface ShownThread {
  id: string;
  about: CommentAbout;
  /** Section, finding or moment; a picture's block; null for words. */
  target: string | null;
  /** The words, or the part's name, as they read when the thread began. */
  quote: string;
  /** Null: nowhere in the write-up any more. The thread stays and says so (K6). */
  at: ThreadPlace | null;
  anchor: KeptAnchor | null;
  resolved: { by: string; at: string } | null;
  comments: ShownComment[];
}

/** All threads of a review at one `rev`. */
export interface CommentsNow {
  rev: number;
  /** K2: false once its analysts have closed the comments. */
  open: boolean;
  may: { comment: boolean; manage: boolean };
  threads: ShownThread[];
}

/** Open ones first, each half in the order of the write-up; what has lost its place comes last. */
export const openFirst = <Thread extends Pick<ShownThread, 'resolved' | 'at'>>(
  threads: readonly Thread[],
  isOpen: (thread: Thread) => boolean = ({ resolved }) => resolved === null,
): Thread[] => {
  const rank = (thread: Thread) => (isOpen(thread) ? 0 : 2) + (thread.at === null ? 1 : 0);
  return [...threads].sort((one, other) => rank(one) - rank(other));
};

export const QUOTE_MAX = 2000;
export const COMMENT_MAX = 4000;
/** More than anybody can follow in one write-up, or in one thread; a sentence says so. */
export const THREADS_MAX = 500;
export const COMMENTS_MAX = 200;
