import type { CaptureKind } from '#domain/meeting/capture.ts';

export type Composing = CaptureKind | 'hand' | 'park' | 'seal' | 'signal';

/** Which form is open for writing, and what is said in thanks where the last one stood. Never both. */
export interface Composed {
  open: Composing | null;
  thanks: string | null;
  /** Counts the presses that opened a form: each brings the focus to its field. */
  presses: number;
}

export const NOTHING_COMPOSED: Composed = { open: null, thanks: null, presses: 0 };

/** A button's or a key's press: its form at once, whatever stood there; pressed again, puts it away. */
export const pressed = (before: Composed, what: Composing): Composed =>
  before.open === what
    ? { ...before, open: null }
    : { open: what, thanks: null, presses: before.presses + 1 };

/** From within the form: another kind for the words typed, or null to put it away. The focus stays where it is. */
export const changed = (before: Composed, open: Composing | null): Composed => ({
  ...before,
  open,
  thanks: null,
});

/** Kept: thanks, where there are any, take the form's place, unless another was opened while the words were on their way. */
export const kept = (before: Composed, what: Composing | null, thanks: string | null): Composed =>
  before.open === what ? { ...before, open: null, thanks } : before;
