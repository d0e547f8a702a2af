import type * as Y from 'yjs';
import { WORDS } from '#collab/document/field-names.ts';
import { type PlaceText, readPlaceText } from '#collab/document/place-text.ts';
import { readStructure, type Structure } from '#collab/document/read-structure.ts';

/** The part of a write-up a place of words belongs to, as its anchor on the page: `finding-<id>`; empty for the title's lines. */
export interface WriteUpPlace {
  place: string;
  part: string;
}

/** A document's places of words, read once each and only when asked for. */
export class WriteUpPlaces {
  readonly doc: Y.Doc;
  readonly structure: Structure;
  /** What is in the write-up now, in reading order. */
  readonly present: readonly WriteUpPlace[];
  private readonly texts = new Map<string, PlaceText>();
  private readonly parts: ReadonlyMap<string, string>;

  constructor(doc: Y.Doc) {
    this.doc = doc;
    this.structure = readStructure(doc);
    this.present = presentPlaces(this.structure);
    this.parts = new Map(this.present.map(({ place, part }) => [place, part]));
  }

  text(place: string): PlaceText {
    const text = this.texts.get(place) ?? readPlaceText(this.doc, place);
    this.texts.set(place, text);
    return text;
  }

  /** Undefined where the place has been taken out, or never was. */
  partOf(place: string): string | undefined {
    return this.parts.get(place);
  }

  /** Where a place comes in the write-up; what is not in it comes last. */
  orderOf(place: string): number {
    const at = this.present.findIndex((one) => one.place === place);
    return at === -1 ? this.present.length : at;
  }
}

function presentPlaces({ sections, findings, moments }: Structure): WriteUpPlace[] {
  const within = (part: string, ...places: string[]) => places.map((place) => ({ place, part }));
  return [
    ...within('', WORDS.title, WORDS.standfirst),
    ...sections.flatMap(({ id }) => within(`section-${id}`, WORDS.sectionTitle(id), WORDS.section(id))),
    ...findings.flatMap(({ id }) =>
      within(
        `finding-${id}`,
        WORDS.findingTitle(id),
        WORDS.finding(id),
        WORDS.findingReasonable(id),
        WORDS.findingEnded(id),
      ),
    ),
    ...moments.flatMap(({ id, accounts }) =>
      within(`moment-${id}`, WORDS.moment(id), ...accounts.map((account) => WORDS.account(account.id))),
    ),
  ];
}
