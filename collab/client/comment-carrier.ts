import type * as Y from 'yjs';
import { type AnchoredWords, findAnchored } from '#collab/document/find-anchored.ts';
import { findWords, nearest } from '#collab/document/find-words.ts';
import { type PlaceText, readPlaceText } from '#collab/document/place-text.ts';
import {
  anchorWords,
  blockAt,
  type FlatRange,
  resolveAnchor,
  type WordAnchor,
  wordsIn,
} from '#collab/document/word-anchor.ts';
import { WriteUpPlaces } from '#collab/document/write-up-places.ts';
import { bareWords } from '#domain/comments/same-words.ts';
import type { KeptAnchor } from '#domain/comments/thread.ts';

/** A thread on words, as the server keeps it. */
export interface CarriedThread {
  id: string;
  quote: string;
  anchor: KeptAnchor;
  /** False for a resolved thread: its words are carried, and not marked. */
  isMarked: boolean;
}

export interface SentAnchor extends WordAnchor {
  thread: string;
}

/** A stretch this person has just put in, and what they have just taken out of this place: offsets within its words. */
export interface OwnChange {
  ranges: ReadonlyMap<string, FlatRange>;
  inserted: readonly FlatRange[];
  /** Threads whose words went, and where in what was taken out they began. */
  taken: ReadonlyMap<string, number>;
}

type Known = AnchoredWords & { anchors: WordAnchor[]; isMarked: boolean };

/** Enough for the steps that undo takes back in a row. */
const OLDER_ANCHORS = 40;

/**
 * K5: carries comments through the changes this page makes. Editors map each anchor through their own transactions and tell it
 * here; what has moved is reported. Changes by others, and undo, are followed by the anchors, or by the words where those are gone.
 */
export class CommentCarrier {
  private readonly doc: Y.Doc;
  private readonly report: () => void;
  private readonly known = new Map<string, Known>();
  private readonly standing = new Map<string, { place: string; range: FlatRange }>();
  /** Taken out by this person and not put in anywhere yet: offsets in what was taken out. */
  private readonly inHand = new Map<string, number>();
  private readonly unsent = new Set<string>();
  private readonly editors = new Map<string, () => void>();

  /** @param report something is to be sent; may be called many times */
  constructor(doc: Y.Doc, report: () => void) {
    this.doc = doc;
    this.report = report;
  }

  /** The threads as the server has them now. What this page has moved and not sent yet stays as this page has it. */
  set(threads: readonly CarriedThread[]): void {
    const ids = new Set(threads.map(({ id }) => id));
    for (const id of this.known.keys()) if (!ids.has(id)) this.forget(id);
    for (const thread of threads) this.learn(thread);
    this.locateAll();
  }

  /** An editor of this place has opened; `redraw` is called whenever threads may stand elsewhere in it. */
  open(place: string, redraw: () => void): () => void {
    this.editors.set(place, redraw);
    return () => this.editors.delete(place);
  }

  /** Where threads stand in this place, as last known. */
  standingIn(place: string): Map<string, FlatRange> {
    const here = [...this.standing].filter(([, one]) => one.place === place);
    return new Map(here.map(([id, { range }]) => [id, range]));
  }

  /** The document has changed under this place, by somebody else or by undo: finds its threads again, here alone. */
  follow(place: string): Map<string, FlatRange> {
    if (this.known.size === 0) return new Map();
    const places = new WriteUpPlaces(this.doc);
    for (const [id, thread] of this.known) {
      const now = this.standing.get(id);
      const isHere = now ? now.place === place : thread.anchors.some((anchor) => anchor.place === place);
      if (isHere) this.stand(id, findAnchored(places, thread, place));
    }
    return this.standingIn(place);
  }

  /** Finds every thread anew, wherever it is. */
  locateAll(): void {
    const places = new WriteUpPlaces(this.doc);
    for (const [id, thread] of this.known)
      if (!this.inHand.has(id)) this.stand(id, findAnchored(places, thread));
    for (const redraw of this.editors.values()) redraw();
  }

  /** This person has changed a place: what stands elsewhere now is kept, and reported. */
  changed(place: string, { ranges, inserted, taken }: OwnChange): void {
    const text = readPlaceText(this.doc, place);
    for (const [id, offset] of taken) {
      this.inHand.set(id, offset);
      this.standing.delete(id);
    }
    for (const [id, range] of ranges) this.keep(id, text, range);
    for (const range of inserted) this.putIn(text, range);
  }

  /** This person's undo has brought the document back: anchors that held before hold again, and others are told. */
  undone(place: string): void {
    const text = readPlaceText(this.doc, place);
    for (const [id, range] of this.standingIn(place)) this.keep(id, text, range);
  }

  isMarked(id: string): boolean {
    return this.known.get(id)?.isMarked === true;
  }

  /** Nothing to carry. */
  isEmpty(): boolean {
    return this.known.size === 0;
  }

  /** True while lost threads are worth looking for in the whole write-up. */
  hasLost(): boolean {
    return [...this.known.keys()].some((id) => !this.standing.has(id) && !this.inHand.has(id));
  }

  /** What is to be sent now, each thread's newest anchor. */
  takeUnsent(): SentAnchor[] {
    const sent = [...this.unsent].flatMap((id) => {
      const newest = this.known.get(id)?.anchors[0];
      return newest ? [{ thread: id, ...newest }] : [];
    });
    this.unsent.clear();
    return sent;
  }

  /** Not taken yet: to be sent again. */
  sendAgain(threads: readonly string[]): void {
    for (const id of threads) this.unsent.add(id);
  }

  private learn({ id, quote, anchor, isMarked }: CarriedThread): void {
    const { place, start, end, block, words } = anchor;
    const known = this.known.get(id);
    if (known) known.isMarked = isMarked;
    if (known && this.unsent.has(id)) return;
    const older = (known?.anchors ?? []).filter((one) => !isSame(one, anchor));
    this.known.set(id, {
      anchors: [{ place, start, end }, ...older].slice(0, OLDER_ANCHORS),
      block,
      words,
      quote,
      isMarked,
    });
  }

  private forget(id: string): void {
    this.known.delete(id);
    this.standing.delete(id);
    this.inHand.delete(id);
    this.unsent.delete(id);
  }

  private stand(id: string, found: ReturnType<typeof findAnchored>): void {
    if (!found) this.standing.delete(id);
    else if (found.held || !this.inHand.has(id)) {
      this.standing.set(id, { place: found.text.place, range: found.range });
      if (found.held) this.inHand.delete(id);
    }
  }

  private keep(id: string, text: PlaceText, range: FlatRange): void {
    const known = this.known.get(id);
    const anchor = known && anchorWords(text, range);
    if (!known || !anchor) return;
    this.inHand.delete(id);
    this.standing.set(id, { place: text.place, range });
    const words = wordsIn(text, range);
    const newest = known.anchors[0];
    if (newest && isSame(newest, anchor) && words === known.words) return;
    known.anchors = [anchor, ...known.anchors.filter((one) => !isSame(one, anchor))].slice(0, OLDER_ANCHORS);
    known.words = words;
    known.block = blockAt(text, range.from);
    this.unsent.add(id);
    this.report();
  }

  /** What was cut, dragged or lost, and is among the words just put in, stands there now. A copy finds nothing lost. */
  private putIn(text: PlaceText, inserted: FlatRange): void {
    const bare = bareWords(text.flat.slice(inserted.from, inserted.to));
    for (const [id, known] of this.known) {
      if (this.standing.has(id) || this.stillHolds(known) || !bare.includes(bareWords(known.words))) continue;
      const within = findWords(text, known.words).filter(
        ({ from, to }) => from >= inserted.from && to <= inserted.to,
      );
      const range = nearest(within, inserted.from + (this.inHand.get(id) ?? 0));
      if (range) this.keep(id, text, range);
    }
  }

  private stillHolds({ anchors }: Known): boolean {
    return anchors.slice(0, 1).some((anchor) => {
      const range = resolveAnchor(this.doc, readPlaceText(this.doc, anchor.place), anchor);
      return range !== null && range !== 'unknown';
    });
  }
}

const isSame = (one: WordAnchor, other: WordAnchor): boolean =>
  one.place === other.place &&
  JSON.stringify([one.start, one.end]) === JSON.stringify([other.start, other.end]);
