import { createHash } from 'node:crypto';
import { BackupRefused } from '#db/backup/backup-refused.ts';
import { type Control, type Head, isRow, type Position, readControl, type Section } from './backup-lines.ts';

export interface BackupFile {
  head: Head;
  position: Position;
  rows: number;
  sha256: string;
}

/** What a reading of the file is told; rows belong to the section told last. */
export interface Listener {
  section?(section: Section): void;
  rows?(lines: string[]): Promise<void>;
  position?(position: Position): Promise<void>;
}

export const DAMAGED =
  'This backup is damaged or was cut off: it does not end as it should. Nothing was changed.';

interface Heard {
  head: Head | null;
  section: Section | null;
  position: Position | null;
  rows: number;
  ended: BackupFile | null;
}

/** Hears a file's lines in the order they must have, to the end that sums them up. Throws BackupRefused for any other. */
export async function hearFile(source: AsyncIterable<string[]>, listener: Listener): Promise<BackupFile> {
  const heard: Heard = { head: null, section: null, position: null, rows: 0, ended: null };
  const hash = createHash('sha256');
  const portion = gathering(async (lines) => listener.rows?.(lines));
  for await (const lines of source)
    for (const line of lines) {
      if (heard.ended) throw new BackupRefused(DAMAGED);
      if (isRow(line)) {
        if (!heard.section || heard.position) throw new BackupRefused(DAMAGED);
        requireRow(line, heard.section);
        heard.rows++;
        await portion.add(line);
      } else {
        await portion.flush();
        const said = readControl(line);
        if ('end' in said) heard.ended = endOf(said.end, heard, hash.digest('hex'));
        else await hearSaid(said, heard, listener);
      }
      if (!heard.ended) hash.update(line).update('\n');
    }
  if (!heard.ended) throw new BackupRefused(DAMAGED);
  return heard.ended;
}

async function hearSaid(said: Control, heard: Heard, listener: Listener): Promise<void> {
  if ('soak' in said && !heard.head) {
    heard.head = said;
  } else if ('table' in said && heard.head && !heard.position) {
    heard.section = said;
    listener.section?.(said);
  } else if ('position' in said && heard.head && !heard.position) {
    heard.position = said.position;
    await listener.position?.(said.position);
  } else throw new BackupRefused(DAMAGED);
}

function endOf(end: { rows: number; sha256: string }, heard: Heard, sha256: string): BackupFile {
  const { head, position, rows } = heard;
  if (!head || !position || end.rows !== rows || end.sha256 !== sha256) throw new BackupRefused(DAMAGED);
  return { head, position, rows, sha256 };
}

function requireRow(line: string, { columns }: Section): void {
  const values = parsed(line);
  const isRowOfText =
    Array.isArray(values) &&
    values.length === columns.length &&
    values.every((value) => value === null || typeof value === 'string');
  if (!isRowOfText) throw new BackupRefused(DAMAGED);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const PORTION = { rows: 500, characters: 512 * 1024 };

/** Rows go on in portions that one statement takes. */
const gathering = (pass: (lines: string[]) => Promise<void>) => {
  let lines: string[] = [];
  let characters = 0;
  const flush = async () => {
    if (lines.length > 0) await pass(lines);
    lines = [];
    characters = 0;
  };
  return {
    flush,
    async add(line: string) {
      lines.push(line);
      characters += line.length;
      if (lines.length >= PORTION.rows || characters >= PORTION.characters) await flush();
    },
  };
};
