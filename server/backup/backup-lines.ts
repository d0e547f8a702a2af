import { z } from 'zod';
import { BackupRefused } from '#db/backup/backup-refused.ts';
import type { Piece } from '#db/backup/pieces.ts';

/**
 * A backup as lines of text, between two processes and in the file: what starts with `{` says something, what starts with `[` is a
 * row of the table named last. A file ends with `end`; between processes a backup ends with `finished` or `refused`.
 */
const NAME = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);
const COUNT = z.number().int().min(0);

const Head = z.strictObject({
  soak: z.literal('backup'),
  format: z.literal(1),
  at: z.iso.datetime(),
  migrations: z.array(z.tuple([z.string().max(200), z.string().regex(/^[0-9a-f]{64}$/)])).max(10_000),
  tables: COUNT,
});
const Section = z.strictObject({
  table: NAME,
  columns: z.array(NAME).min(1).max(100),
  key: z.array(NAME).min(1).max(20),
});
const Again = z.strictObject({ again: NAME, gone: z.array(z.string()) });
const Check = z.strictObject({ check: z.array(COUNT) });
const Position = z.strictObject({
  position: z.strictObject({ log: COUNT, sequences: z.record(NAME, COUNT.nullable()) }),
});
const End = z.strictObject({
  end: z.strictObject({ rows: COUNT, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
});
const Finished = z.strictObject({ finished: z.literal(true) });
const RefusedLine = z.strictObject({ refused: z.string() });

export const Control = z.union([Head, Section, Again, Check, Position, End, Finished, RefusedLine]);
export type Control = z.infer<typeof Control>;
export type Head = z.infer<typeof Head>;
export type Section = z.infer<typeof Section>;
export type Position = z.infer<typeof Position>['position'];

/** No line of a backup is longer: twice a picture of ten megabytes with room beside it. */
export const LINE_MOST = 128 * 1024 * 1024;

export const isRow = (line: string): boolean => line.startsWith('[');

/** What a line says. Throws BackupRefused for what is no line of a backup. */
export function readControl(line: string): Control {
  try {
    return Control.parse(JSON.parse(line));
  } catch {
    throw new BackupRefused('This is not a backup of Soak, or it is damaged.');
  }
}

export const control = (said: Control): string => JSON.stringify(said);

/** A piece's lines, as they go over the socket or straight to whoever writes the file. */
export function linesOfPiece(piece: Piece): string[] {
  switch (piece.kind) {
    case 'head': {
      const { at, migrations, tables } = piece;
      return [control({ soak: 'backup', format: 1, at, migrations, tables })];
    }
    case 'section':
      return [control({ table: piece.table, columns: piece.columns, key: piece.key })];
    case 'rows':
      return piece.lines;
    case 'again':
      return [control({ again: piece.table, gone: piece.gone }), ...piece.lines];
    case 'position':
      return [control({ position: { log: piece.log, sequences: piece.sequences } })];
    case 'check':
      return [control({ check: piece.numbers })];
  }
}
