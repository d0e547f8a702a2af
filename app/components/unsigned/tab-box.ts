import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { createStore } from '#collab/client/store.ts';

/** What this tab put into a box without names. Known here alone: no other page of mine, and no server, can say it was me (U1). */
export interface PutHere {
  id: string;
  words: string;
  /** What it was to stand beside, as its field writes it down. */
  beside?: string;
}

/** What this tab holds of one box. */
export interface Held {
  put: readonly PutHere[];
  /** Typed and not put in yet. */
  draft: string;
  /** What the draft is to stand beside, as its field writes it down; empty: nothing in particular. */
  beside: string;
}

export const NOTHING_HELD: Held = { put: [], draft: '', beside: '' };
type Boxes = Readonly<Record<string, Held>>;
const NO_BOXES: Boxes = {};
/** One for all parts of a page: what is typed in one place is there in the other. */
const boxes = createStore(NO_BOXES);
const noBoxes = () => NO_BOXES;

/** Of one person in this tab: another who signs in here finds nothing of it. */
const nameOf = (stage: string, person: string) => `soak.box:${person}:${stage}`;

export function useTabBox(stage: string, person: string) {
  const held = useTabBoxes([stage], person)(stage);
  const change = useCallback(
    (next: (before: Held) => Held) => keep(stage, person, next(heldIn(stage, person))),
    [stage, person],
  );
  return {
    ...held,
    type: useCallback((draft: string) => change((before) => ({ ...before, draft })), [change]),
    choose: useCallback((beside: string) => change((before) => ({ ...before, beside })), [change]),
    keep: useCallback(
      (one: PutHere) =>
        change(({ put, draft, beside }) => {
          // typed further while it was on its way: that stays
          const isAsSent = draft.trim() === one.words;
          return {
            put: [...put.filter(({ id }) => id !== one.id), { ...one, beside }],
            draft: isAsSent ? '' : draft,
            beside: isAsSent ? '' : beside,
          };
        }),
      [change],
    ),
    /** Out of the box again: where nothing else is being typed, its words are gone on with. */
    takeBack: useCallback(
      (id: string) =>
        change((before) => {
          const one = before.put.find((put) => put.id === id);
          const put = before.put.filter((other) => other.id !== id);
          return one === undefined || before.draft !== ''
            ? { ...before, put }
            : { put, draft: one.words, beside: one.beside ?? '' };
        }),
      [change],
    ),
  };
}

/** What this tab holds of several boxes, by their stage. */
export function useTabBoxes(stages: readonly string[], person: string): (stage: string) => Held {
  const all = useSyncExternalStore(boxes.subscribe, boxes.get, noBoxes);
  const asked = stages.join(' ');
  useEffect(() => {
    for (const stage of asked.split(' ')) heldIn(stage, person);
  }, [asked, person]);
  return (stage) => all[nameOf(stage, person)] ?? NOTHING_HELD;
}

/** Once a box is opened its texts are nobody's any more, here neither (U5). */
export function forgetTabBox(stage: string, person: string): void {
  keep(stage, person, { ...heldIn(stage, person), put: [] });
}

function heldIn(stage: string, person: string): Held {
  const name = nameOf(stage, person);
  const known = boxes.get()[name];
  if (known) return known;
  const held = read(name);
  boxes.set({ ...boxes.get(), [name]: held });
  return held;
}

function keep(stage: string, person: string, held: Held): void {
  const name = nameOf(stage, person);
  boxes.set({ ...boxes.get(), [name]: held });
  try {
    if (held.draft === '' && held.beside === '' && held.put.length === 0) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(held));
  } catch {
    // full, or switched off: a reload then forgets what this tab put in
  }
}

function read(name: string): Held {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(name) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return NOTHING_HELD;
    const { put, draft, beside } = stored as Partial<Held>;
    return {
      put: Array.isArray(put) ? put : [],
      draft: typeof draft === 'string' ? draft : '',
      beside: typeof beside === 'string' ? beside : '',
    };
  } catch {
    return NOTHING_HELD;
  }
}
