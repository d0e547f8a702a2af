import { useCallback, useEffect, useState } from 'react';

/** What this tab put into a box without names. Known here alone: no other page of mine, and no server, can say it was me (U1). */
export interface PutHere {
  id: string;
  words: string;
}

interface Held {
  put: readonly PutHere[];
  /** Typed and not put in yet. */
  draft: string;
}

const NOTHING: Held = { put: [], draft: '' };
/** Of one person in this tab: another who signs in here finds nothing of it. */
const nameOf = (stage: string, person: string) => `soak.box:${person}:${stage}`;

export function useTabBox(stage: string, person: string) {
  const [held, setHeld] = useState<Held>(NOTHING);
  useEffect(() => setHeld(read(stage, person)), [stage, person]);
  const change = useCallback(
    (next: (before: Held) => Held) =>
      setHeld((before) => {
        const after = next(before);
        write(stage, person, after);
        return after;
      }),
    [stage, person],
  );
  return {
    ...held,
    type: useCallback((draft: string) => change((before) => ({ ...before, draft })), [change]),
    keep: useCallback(
      (one: PutHere) =>
        change(({ put, draft }) => ({
          put: [...put.filter(({ id }) => id !== one.id), one],
          // typed further while it was on its way: that stays
          draft: draft.trim() === one.words ? '' : draft,
        })),
      [change],
    ),
    forget: useCallback(
      (id: string) => change((before) => ({ ...before, put: before.put.filter((one) => one.id !== id) })),
      [change],
    ),
  };
}

/** Once a box is opened its texts are nobody's any more, here neither (U5). */
export function forgetTabBox(stage: string, person: string): void {
  try {
    const { draft } = read(stage, person);
    if (draft) write(stage, person, { put: [], draft });
    else sessionStorage.removeItem(nameOf(stage, person));
  } catch {
    // switched off
  }
}

function read(stage: string, person: string): Held {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(nameOf(stage, person)) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return NOTHING;
    const { put, draft } = stored as Partial<Held>;
    return { put: Array.isArray(put) ? put : [], draft: typeof draft === 'string' ? draft : '' };
  } catch {
    return NOTHING;
  }
}

function write(stage: string, person: string, held: Held): void {
  try {
    sessionStorage.setItem(nameOf(stage, person), JSON.stringify(held));
  } catch {
    // full, or switched off: a reload then forgets what this tab put in
  }
}
