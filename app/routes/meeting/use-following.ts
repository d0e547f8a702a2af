import { useCallback, useEffect, useRef, useState } from 'react';
import type { CurrentShown } from '#domain/meeting/projection.ts';
import type { Target } from '#domain/meeting/target.ts';
import {
  atTheStart,
  bringing,
  type Following,
  type FollowingMode,
  keystroke,
  lookAround,
  mayMove,
  modeOf,
  returnToGroup,
  waitMs,
} from './following.ts';
import { takesText } from './keys.ts';
import { restoreScroll, type Scrolled, scrolledTo } from './scrolled-to.ts';

export interface View {
  /** Where the group is, as this person's stage shows it: held while they are typing. */
  shown: CurrentShown | null;
  /** What they opened for themselves; null while with the group. */
  around: Target | null;
  mode: FollowingMode;
  /** The group went on while this person was typing or looking around. */
  isElsewhere: boolean;
  /** "Bring everyone" was pressed while this view could not be moved; until they return. */
  isAsked: boolean;
  /** "Bring everyone" moved this view: how to go back to where it was. Null once they moved it themselves. */
  goBack: (() => void) | null;
  /** "Never move my view", kept in this browser. */
  stays: boolean;
  setStays(stays: boolean): void;
  open(target: Target): void;
  /** A scroll of one's own: the view stays where it was put. */
  scrolled(): void;
  back(): void;
}

/** Where a view was before everyone was brought. */
interface Before {
  around: Target | null;
  held: CurrentShown | null;
  scrolled: Scrolled;
}

/** Soft following, kept together: the group's place, this person's own, and when the first may change the second. */
export function useFollowing(group: CurrentShown | null): View {
  const [following, setFollowing] = useState<Following>(atTheStart);
  const [around, setAround] = useState<Target | null>(null);
  const [held, setHeld] = useState(group);
  const [before, setBefore] = useState<Before | null>(null);
  const [isAsked, setAsked] = useState(false);
  const [stays, setStays] = useStaysChoice();
  const [, setBeat] = useState(0);
  const moved = placeOf(group) !== placeOf(held);
  const now = Date.now();
  const mode = modeOf(following, now);
  // who never moves and has seen no stage yet has nowhere to stay
  const holds = stays && held !== null && group !== null;

  useKeystrokes(useCallback((at: number) => setFollowing((state) => keystroke(state, at)), []));
  useEffect(() => {
    if (moved && holds) return;
    // where everyone was brought is behind the group now
    if (moved && before !== null) setBefore(null);
    if (!moved || around !== null || mayMove(following, Date.now())) return setHeld(group);
    const wait = waitMs(following, Date.now());
    if (!following.following || wait === null) return;
    const timer = setTimeout(() => setBeat((beat) => beat + 1), wait);
    return () => clearTimeout(timer);
  });
  const back = () => {
    setBefore(null);
    setAsked(false);
    setAround(null);
    setHeld(group);
    setFollowing(returnToGroup);
  };
  const isElsewhere = mode === 'browsing' || moved;
  useBrought(group, () => {
    if (bringing(following, stays, Date.now()) === 'be asked') return setAsked(isElsewhere);
    const was = isElsewhere ? { around, held, scrolled: scrolledTo() } : null;
    back();
    setBefore(was);
  });
  const goBack = before && {
    to: () => {
      setBefore(null);
      setAround(before.around);
      setHeld(before.held);
      setFollowing(lookAround);
      restoreScroll(before.scrolled);
    },
  };
  return {
    shown: held,
    around,
    mode: mode === 'following' && moved && holds ? 'staying' : mode,
    isElsewhere,
    isAsked: isAsked && isElsewhere,
    goBack: goBack && !moved ? goBack.to : null,
    stays,
    setStays,
    open: (target) => {
      setBefore(null);
      setAround(target);
      setFollowing(lookAround);
    },
    scrolled: () => {
      setBefore(null);
      setFollowing(lookAround);
    },
    back,
  };
}

/** "Bring everyone" asks once: each press is met once, however long it is known. */
function useBrought(group: CurrentShown | null, onBrought: () => void) {
  const seen = useRef(group?.broughtRev ?? 0);
  useEffect(() => {
    if (!group || group.broughtRev === seen.current) return;
    seen.current = group.broughtRev;
    onBrought();
  });
}

function useKeystrokes(onKeystroke: (at: number) => void) {
  useEffect(() => {
    const onWriting = (event: Event) => {
      const isWritten = event instanceof KeyboardEvent || event instanceof InputEvent;
      if (isWritten && takesText(event.target as Element | null)) onKeystroke(Date.now());
    };
    document.addEventListener('keydown', onWriting, true);
    // words also come without a key: spoken, swiped, chosen from a list; a choice that is clicked is none. Heard last of all: a page drawn anew before its field has
    // told React of them would take them out again
    window.addEventListener('input', onWriting);
    return () => {
      document.removeEventListener('keydown', onWriting, true);
      window.removeEventListener('input', onWriting);
    };
  }, [onKeystroke]);
}

const STAYS_CHOICE = 'soak.never-move-my-view';

function useStaysChoice(): [boolean, (stays: boolean) => void] {
  const [stays, setStays] = useState(false);
  useEffect(() => setStays(localStorage.getItem(STAYS_CHOICE) === 'on'), []);
  const keep = (next: boolean) => {
    setStays(next);
    if (next) localStorage.setItem(STAYS_CHOICE, 'on');
    else localStorage.removeItem(STAYS_CHOICE);
  };
  return [stays, keep];
}

const placeOf = (current: CurrentShown | null) =>
  current && `${current.stage} ${current.spotlight?.type} ${current.spotlight?.id}`;
