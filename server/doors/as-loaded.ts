import { AS_LOADED, type Loaded } from '#domain/join-changes.ts';

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

const isPieces = (value: unknown): value is Loaded =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
