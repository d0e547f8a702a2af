import type { Document } from '@hocuspocus/server';

/** Distinct people with a tab on a document, as the server stamped them. */
export const presentIn = (document: Document | undefined): string[] => {
  const states = [...(document?.awareness.getStates().values() ?? [])];
  const ids = states.map((state) => (state as { user?: { id: string } }).user?.id);
  return [...new Set(ids.filter((id) => id !== undefined))];
};
