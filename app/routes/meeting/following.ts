/**
 * Soft following: where my view is, against where the group is (product.md, "Following is soft").
 * Nobody's view moves within 8 s of their own keystroke; nobody who looks around is pulled back.
 */
export const BUSY_MS = 8000;

export interface Following {
  /** False while looking around: a manual scroll or opening something else; only Return ends it. */
  following: boolean;
  /** Millisecond of the last keystroke in a text field; null before the first. */
  lastKeystroke: number | null;
}

/** `staying`: the group went on and the view stayed, as its owner has chosen. */
export type FollowingMode = 'following' | 'browsing' | 'busy' | 'staying';

export const atTheStart: Following = { following: true, lastKeystroke: null };

export const lookAround = (state: Following): Following => ({ ...state, following: false });
export const returnToGroup = (state: Following): Following => ({
  ...state,
  following: true,
  lastKeystroke: null,
});
export const keystroke = (state: Following, now: number): Following => ({ ...state, lastKeystroke: now });

export function modeOf(state: Following, now: number): FollowingMode {
  if (!state.following) return 'browsing';
  return isBusy(state, now) ? 'busy' : 'following';
}

/** May the view be moved to where the group went? */
export const mayMove = (state: Following, now: number): boolean => modeOf(state, now) === 'following';

/** When a busy view may catch up, in milliseconds from `now`; null when it need not wait. */
export const waitMs = (state: Following, now: number): number | null =>
  state.lastKeystroke !== null && isBusy(state, now) ? state.lastKeystroke + BUSY_MS - now : null;

const isBusy = (state: Following, now: number) =>
  state.lastKeystroke !== null && now - state.lastKeystroke < BUSY_MS;

/** What "Bring everyone" does to a view: whoever types, or has said "never move my view", is asked and not moved. */
export const bringing = (state: Following, stays: boolean, now: number): 'come along' | 'be asked' =>
  stays || waitMs(state, now) !== null ? 'be asked' : 'come along';
