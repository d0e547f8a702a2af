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
const nameOf = (stage: string) => `soak.box:${stage}`;

export function useTabBox(stage: string) {
  const [held, setHeld] = useState<Held>(NOTHING);
  useEffect(() => setHeld(read(stage)), [stage]);
  const change = useCallback(
    (next: (before: Held) => Held) =>
      setHeld((before) => {
        const after = next(before);
        write(stage, after);
        return after;
      }),
    [stage],
  );
  return {
    ...held,
    type: useCallback((draft: string) => change((before) => ({ ...before, draft })), [change]),
    keep: useCallback(
      (one: PutHere) =>
        change(({ put }) => ({ put: [...put.filter(({ id }) => id !== one.id), one], draft: '' })),
      [change],
    ),
    forget: useCallback(
      (id: string) => change((before) => ({ ...before, put: before.put.filter((one) => one.id !== id) })),
      [change],
    ),
  };
}

/** Once a box is opened its texts are nobody's any more, here neither (U5). */
export function forgetTabBox(stage: string): void {
  try {
    const { draft } = read(stage);
    if (draft) write(stage, { put: [], draft });
    else sessionStorage.removeItem(nameOf(stage));
  } catch {
    // switched off
  }
}

function read(stage: string): Held {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(nameOf(stage)) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return NOTHING;
    const { put, draft } = stored as Partial<Held>;
    return { put: Array.isArray(put) ? put : [], draft: typeof draft === 'string' ? draft : '' };
  } catch {
    return NOTHING;
  }
}

function write(stage: string, held: Held): void {
  try {
    sessionStorage.setItem(nameOf(stage), JSON.stringify(held));
  } catch {
    // full, or switched off: a reload then forgets what this tab put in
  }
}
