import { useCallback, useEffect, useRef, useState } from 'react';
import type { CurrentShown } from '#domain/meeting/projection.ts';
import type { Target } from '#domain/meeting/target.ts';
import {
  atTheStart,
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

export interface View {
  /** Where the group is, as this person's stage shows it: held while they are typing. */
  shown: CurrentShown | null;
  /** What they opened for themselves; null while with the group. */
  around: Target | null;
  mode: FollowingMode;
  /** The group went on while this person was typing or looking around. */
  isElsewhere: boolean;
  open(target: Target): void;
  /** A scroll of one's own: the view stays where it was put. */
  scrolled(): void;
  back(): void;
}

/** Soft following, kept together: the group's place, this person's own, and when the first may change the second. */
export function useFollowing(group: CurrentShown | null): View {
  const [following, setFollowing] = useState<Following>(atTheStart);
  const [around, setAround] = useState<Target | null>(null);
  const [held, setHeld] = useState(group);
  const [, setBeat] = useState(0);
  const moved = placeOf(group) !== placeOf(held);
  const now = Date.now();

  useKeystrokes(useCallback((at: number) => setFollowing((state) => keystroke(state, at)), []));
  useEffect(() => {
    if (!moved || around !== null || mayMove(following, Date.now())) return setHeld(group);
    const wait = waitMs(following, Date.now());
    if (!following.following || wait === null) return;
    const timer = setTimeout(() => setBeat((beat) => beat + 1), wait);
    return () => clearTimeout(timer);
  });
  useBrought(group, following, () => back());

  const back = () => {
    setAround(null);
    setHeld(group);
    setFollowing(returnToGroup);
  };
  const mode = modeOf(following, now);
  return {
    shown: held,
    around,
    mode,
    isElsewhere: mode === 'browsing' || moved,
    open: (target) => {
      setAround(target);
      setFollowing(lookAround);
    },
    scrolled: () => setFollowing(lookAround),
    back,
  };
}

/** "Bring everyone" asks once: whoever is not typing comes along. */
function useBrought(group: CurrentShown | null, following: Following, back: () => void) {
  const seen = useRef(group?.broughtRev ?? 0);
  useEffect(() => {
    if (!group || group.broughtRev === seen.current) return;
    seen.current = group.broughtRev;
    if (waitMs(following, Date.now()) === null) back();
  });
}

function useKeystrokes(onKeystroke: (at: number) => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (takesText(event.target as Element | null)) onKeystroke(Date.now());
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [onKeystroke]);
}

const placeOf = (current: CurrentShown | null) =>
  current && `${current.stage} ${current.spotlight?.type} ${current.spotlight?.id}`;
