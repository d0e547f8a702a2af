import type { LostWords } from '#collab/document/put-back.ts';

/** What the server says to a person's tabs when words offered to them have changed. */
export const RESCUED = 'rescued';

/** Words of one's own that somebody's change took away unseen. */
export interface OfferedWords extends LostWords {
  id: number;
}

/** What is offered to one person in a write-up. */
export interface Offered {
  offers: readonly OfferedWords[];
  /** Putting back is writing. */
  mayPutBack: boolean;
}

/** What a person says to an offer; "ask-again" takes "let-go" back. */
export const RESCUE_ANSWERS = ['put-back', 'let-go', 'ask-again'] as const;
export type RescueAnswer = (typeof RESCUE_ANSWERS)[number];

export interface RescueAnswered {
  /** What was written, as Yjs numbers it; null: nothing, or it had been answered before. */
  written: { client: number; length: number } | null;
}
