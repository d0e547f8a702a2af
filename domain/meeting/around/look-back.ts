export const LONGEST_LOOK_BACK = 4_000;

/** A facilitator's own, on a meeting they led. Nobody else reads it, other facilitators neither. */
export interface LookBack {
  helped: string;
  change: string;
}
