import * as Y from 'yjs';
import { ELEMENT } from '#collab/document/block-elements.ts';
import { WORDS } from '#collab/document/field-names.ts';
import { readBlocks, readLine } from '#collab/document/read-blocks.ts';
import type { WriteUpPlaces } from '#collab/document/write-up-places.ts';
import { firstWords } from '#domain/first-words.ts';

const LONGEST_NAME = 80;

/** What people call a part of the write-up; empty for title and standfirst. */
export function partName({ doc }: WriteUpPlaces, part: string): string {
  const at = part.indexOf('-');
  const [kind, id] = [part.slice(0, at), part.slice(at + 1)];
  const line = (place: string) => readLine(doc.getXmlFragment(place));
  const body = (place: string) => firstWords(readBlocks(doc.getXmlFragment(place)), LONGEST_NAME);
  switch (kind) {
    case 'section':
      return line(WORDS.sectionTitle(id)) || 'A section not named yet';
    case 'finding':
      return line(WORDS.findingTitle(id)) || body(WORDS.finding(id)) || 'A finding not named yet';
    case 'moment':
      return body(WORDS.moment(id)) || 'A moment not written yet';
    default:
      return 'The title';
  }
}

export interface FoundPicture {
  block: string;
  upload: string;
  alt: string;
  part: string;
}

/** A picture by its block; where that is gone, by what it shows: cut and put in elsewhere it is a new block (K5). */
export function findPicture(
  places: WriteUpPlaces,
  block: string | null,
  upload: string | null,
): FoundPicture | null {
  const pictures = listPictures(places);
  return pictures.find((one) => one.block === block) ?? pictures.find((one) => one.upload === upload) ?? null;
}

/** Every picture in the write-up, in reading order. */
export const listPictures = (places: WriteUpPlaces): FoundPicture[] =>
  places.present.flatMap(({ place, part }) =>
    places.doc.share.has(place) ? picturesIn(places.doc.getXmlFragment(place), part) : [],
  );

const picturesIn = (fragment: Y.XmlFragment, part: string): FoundPicture[] =>
  fragment.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement) || child.nodeName !== ELEMENT.picture) return [];
    const { id, upload, alt } = child.getAttributes() as Record<string, unknown>;
    return typeof id === 'string' && typeof upload === 'string'
      ? [{ block: id, upload, alt: typeof alt === 'string' ? alt : '', part }]
      : [];
  });
