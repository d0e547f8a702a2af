import { namedItems } from '#domain/action-session/named-items.ts';
import { storable } from '#domain/import/storable.ts';
import type { WriteUp } from '#domain/write-up.ts';
import { linksOf } from '#domain/write-up-links.ts';
import { writeUpText } from '#domain/write-up-text.ts';

/** What lists, search and links read off a write-up, for `saveDerived`. */
export const derivedFrom = (writeUp: WriteUp) => ({
  title: storable(writeUp.title.trim().slice(0, 300)) || 'Untitled',
  standfirst: storable(writeUp.standfirst.trim().slice(0, 600)),
  searchText: storable(writeUpText(writeUp)),
  linksTo: linksOf(writeUp),
  namedItems: namedItems(writeUp),
});
