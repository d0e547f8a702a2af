import type * as Y from 'yjs';
import { restoreEntry } from '#collab/document/entries.ts';
import { FACT, type FactFamily, factsOf } from '#collab/document/field-names.ts';

/** The entry whose words a fragment holds. */
export interface PlaceEntry {
  family: FactFamily;
  id: string;
}

const FAMILY_OF: Record<string, FactFamily> = {
  'section-title': 'sections',
  section: 'sections',
  'finding-title': 'findings',
  finding: 'findings',
  'finding-reasonable': 'findings',
  'finding-ended': 'findings',
  moment: 'moments',
  account: 'accounts',
};
const LINES = new Set(['title', 'standfirst', 'section-title', 'finding-title']);

/** Null for the title and the standfirst, which belong to the whole, and for what is no place of words. */
export function entryOfPlace(place: string): PlaceEntry | null {
  const [kind = '', id = ''] = place.split(':');
  const family = FAMILY_OF[kind];
  return family && id ? { family, id } : null;
}

/** True for a fragment that holds words people type. */
export const isPlace = (name: string): boolean =>
  name === 'title' || name === 'standfirst' || entryOfPlace(name) !== null;

/** True where a place is one line of plain words. */
export const isLine = (place: string): boolean => LINES.has(place.split(':')[0] ?? '');

/** The removed entries a place lies in: its own, and an account's moment. Nothing: it is in sight. */
export function hidingEntries(doc: Y.Doc, place: string): PlaceEntry[] {
  const own = entryOfPlace(place);
  if (!own) return [];
  const facts = factsOf(doc, own.family).get(own.id);
  if (!facts) return [];
  const moment = own.family === 'accounts' ? facts.get(FACT.moment) : null;
  const entries: PlaceEntry[] = typeof moment === 'string' ? [own, { family: 'moments', id: moment }] : [own];
  return entries.filter(({ family, id }) => factsOf(doc, family).get(id)?.get(FACT.removed) === true);
}

export const isHidden = (doc: Y.Doc, place: string): boolean => hidingEntries(doc, place).length > 0;

/** Brings the entries a place lies in back into sight. */
export function showPlace(doc: Y.Doc, place: string): void {
  for (const { family, id } of hidingEntries(doc, place)) restoreEntry(doc, family, id);
}
