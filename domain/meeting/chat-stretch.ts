/** What was said around a moment in one place, unchanged and in order. */
export interface ChatStretch {
  /** Where it was said: a channel, a file. */
  source: string;
  lines: readonly ChatLine[];
  /** More lines than these belong to it. */
  isCut: boolean;
}

export interface ChatLine {
  id: string;
  speaker: string;
  /** ISO instant; null where only the order is known. */
  at: string | null;
  text: string;
  /** "Nothing for 47 minutes", before this line; empty otherwise. */
  silence: string;
}

/** The chat a moment rests on; null where whoever looks is not to see it. */
export type ChatOf = (moment: string) => readonly ChatStretch[] | null;

/** Lines shown before the first and after the last that a moment rests on: an answer means little without its question. */
export const LINES_AROUND = 2;
export const MOST_CHAT_LINES = 40;
