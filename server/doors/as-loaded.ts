import { AS_LOADED, joinChanges, type Loaded } from '#domain/join-changes.ts';

/**
 * Takes out of a posted form how it was loaded. Where it does not say so, nothing counts as left alone: whatever differs from what is
 * stored is asked about.
 */
export function takeAsLoaded(form: FormData): Loaded {
  const json = form.get(AS_LOADED);
  form.delete(AS_LOADED);
  try {
    const loaded: unknown = JSON.parse(String(json));
    return isPieces(loaded) ? loaded : {};
  } catch {
    return {};
  }
}

/** What two hands have changed, differently: a sentence by field, and the form as it goes on from there. */
export interface AskedAbout<T> {
  asked: Record<string, string>;
  /** What this hand typed, and what others have changed elsewhere in the form. */
  typed: T;
  asLoaded: string;
}

/**
 * Of a form kept whole only what this hand has changed since it was loaded, or a question where another has changed the same.
 * @param loaded absent: what is typed is taken whole
 * @param nowWords a piece as it is stored now, in words; null where they would not help
 */
export function joinForm<T extends object>(
  loaded: Loaded | undefined,
  stored: T,
  typed: T,
  nowWords: (piece: keyof T & string) => string | null = () => null,
): T | AskedAbout<T> {
  if (loaded === undefined) return typed;
  const { joined, both } = joinChanges(loaded, stored, typed);
  if (both.length === 0) return joined;
  const asked = both.map((piece) => {
    const now = nowWords(piece);
    return [piece, `Somebody else has changed this meanwhile${now ? `, to ${now}` : ''}. ${YOURS}`];
  });
  return { asked: Object.fromEntries(asked), typed: joined, asLoaded: JSON.stringify(stored) };
}

const YOURS = 'Yours is still here: keep it again, and it counts.';

const isPieces = (value: unknown): value is Loaded =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
