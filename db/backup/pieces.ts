/** What a backup says, in this order: head, sections, again, position, checks. Rows are lines of JSON, arrays of text and null. */
export type Piece =
  | { kind: 'head'; at: string; migrations: [name: string, hash: string][]; tables: number }
  | { kind: 'section'; table: string; columns: string[]; key: string[] }
  /** rows of the section begun last */
  | { kind: 'rows'; lines: string[] }
  /** rows that changed since: those gone by their keys, and those there as they are now; they stand in place of what was said before */
  | { kind: 'again'; table: string; gone: string[]; lines: string[] }
  /** all that was said until here is the database at this position: `log` is the highest number of an edit in it */
  | { kind: 'position'; log: number; sequences: Record<string, number | null> }
  /** numbers of edits that the database has up to the position, for whoever writes the file to find each of them in it */
  | { kind: 'check'; numbers: number[] };

/** One way to write a key down, so that keys can be compared as text. */
export const keyText = (key: readonly (string | null | undefined)[]): string => JSON.stringify(key);
