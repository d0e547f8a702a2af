import { useEffect, useRef, useState } from 'react';
import { useRoom } from '../room-context.ts';
import { forgetAside, forgetDraft, forgetKept, readAside, readDraft, writeDraft } from './kept-draft.ts';

interface Draft<T> {
  draft: T;
  change(part: Partial<T>): void;
  /** These words were kept where everyone sees them. @returns false where others were typed meanwhile: those stay */
  forget(kept: T): boolean;
  /** What waits from now on is written upon something else: the form that will show that finds it. @returns takes it back */
  carry(base: string, empty: T, draft: T): () => void;
  /** What was written here upon something else, by whoever sits at this screen: not lost, and in no form. */
  aside: Partial<T>[];
  throwAway(aside: Partial<T>): void;
}

const NOTHING_TO_MISS = () => false;

/**
 * What this person writes here and has not kept, one for each `what`. Stays in this tab through going away, coming back and a reload.
 * Of a draft only what this hand changed is stored.
 * @param base what it is written upon; a draft upon something else is put aside, as far as it `isWorthIt`
 */
export function useDraft<T extends { [Key in keyof T]: string }>(
  what: string,
  base: string,
  empty: T,
  isWorthIt: (draft: Partial<T>) => boolean = NOTHING_TO_MISS,
): Draft<T> {
  const waiting = `${useRoom().own.actor.id}:${what}`;
  const [draft, setDraft] = useState(empty);
  const [aside, setAside] = useState<Partial<T>[]>([]);
  // a press that is answered after more was typed asks what is there now
  const now = useRef(draft);
  const put = (next: T) => {
    now.current = next;
    setDraft(next);
  };
  // the page as the server made it knows of no draft; `empty` says the same for the same base
  useEffect(() => {
    setAside(readAside(sessionStorage, waiting, base, isWorthIt));
    put(readDraft(sessionStorage, waiting, base, empty));
  }, [waiting, base]);
  return {
    draft,
    change: (part) => {
      const next = { ...now.current, ...part };
      put(next);
      store(waiting, base, partOf(next, empty));
    },
    forget: (kept) => {
      const isAsKept = partsAreSame(now.current, kept);
      return forgetKept(sessionStorage, waiting, base, partOf(kept, empty)) && isAsKept;
    },
    carry: (onto, from, next) => {
      const part = partOf(next, from);
      store(waiting, onto, part);
      return () => {
        if (forgetKept(sessionStorage, waiting, onto, part)) store(waiting, base, partOf(now.current, empty));
      };
    },
    aside,
    throwAway: (one) => {
      forgetAside(sessionStorage, waiting, one);
      setAside(aside.filter((each) => each !== one));
    },
  };
}

function store<T extends { [Key in keyof T]: string }>(waiting: string, base: string, part: Partial<T>) {
  if (Object.keys(part).length === 0) forgetDraft(sessionStorage, waiting);
  else writeDraft(sessionStorage, waiting, base, part as Record<string, string>);
}

/** What this hand has changed. */
const partOf = <T extends object>(draft: T, empty: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(draft).filter(([key, words]) => words !== empty[key as keyof T]),
  ) as Partial<T>;

const partsAreSame = <T extends object>(one: T, other: T): boolean =>
  Object.keys(partOf(one, other)).length === 0;
