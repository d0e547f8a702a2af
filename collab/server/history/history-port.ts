import type { Changes, Letters } from '#domain/history/changes.ts';
import type { PutBack } from '#domain/history/version.ts';
import type { WriteUp } from '#domain/write-up.ts';

/** What deeds may ask about a document's past. A version is every row up to and with a number; 0 is before the first. */
export interface HistoryPort {
  show(document: string, seq: number): Promise<WriteUp>;
  /** What differs between a version and a later one, and who wrote it. */
  compare(document: string, earlier: number, later: number): Promise<Changes>;
  /** The last version in which most of a passage between two versions stood; null where none had any of it. */
  beforeTakenOut(
    document: string,
    letters: Letters,
    between: { after: number; upTo: number },
  ): Promise<number | null>;
  /**
   * The edit that makes a document, or a part of it, read as it did: for `edit`. "same" where it does already, null where the
   * version has no such part.
   */
  editBack(document: string, seq: number, part: PutBack): Promise<Uint8Array | 'same' | null>;
}
