import { BackupRefused } from '#db/backup/backup-refused.ts';
import { keyText } from '#db/backup/pieces.ts';
import { type Head, isRow, type Position, readControl, type Section } from './backup-lines.ts';
import type { Progress } from './write-backup-file.server.ts';

/** What was said about one table after its rows had been read: by key the row as it is now, null where it is gone. */
export type ReadAgain = Map<string, Map<string, string | null>>;

export interface Heard {
  head: Head;
  position: Position;
  again: ReadAgain;
  /** numbers of edits that must be in the backup */
  mustHold: number[];
}

const ENDED_EARLY = 'The backup ended before it was whole. Nothing was written.';

/**
 * Listens to a backup to its end. Heads, sections and their rows go on to `keep` as they come; what is said about rows again, the
 * position and the checks are kept in hand. Throws BackupRefused when the other side refuses or stops.
 */
export async function hearBackup(
  source: AsyncIterable<string[]>,
  keep: (lines: string[]) => Promise<void>,
  onProgress: Progress,
): Promise<Heard> {
  const again: ReadAgain = new Map();
  const sections = new Map<string, Section>();
  const mustHold: number[] = [];
  let head: Head | null = null;
  let position: Position | null = null;
  let target: { section: Section; changed: Map<string, string | null> | null } | null = null;
  let rows = 0;
  for await (const lines of source) {
    const kept: string[] = [];
    for (const line of lines) {
      if (isRow(line)) {
        if (target?.changed) target.changed.set(keyOfLine(line, target.section), line);
        else kept.push(line);
        rows++;
        continue;
      }
      const said = readControl(line);
      if ('refused' in said) throw new BackupRefused(said.refused);
      if ('soak' in said) head = said;
      if ('table' in said) sections.set(said.table, said);
      if ('soak' in said || 'table' in said) kept.push(line);
      if ('table' in said) target = { section: said, changed: null };
      if ('again' in said) target = beginAgain(said, sections, again);
      if ('position' in said) position = said.position;
      if ('check' in said) for (const number of said.check) mustHold.push(number);
      if ('finished' in said && head && position) {
        // what came in one piece with the end belongs to the backup too
        await keep(kept);
        if (sections.size !== head.tables) throw new BackupRefused(ENDED_EARLY);
        return { head, position, again, mustHold };
      }
    }
    await keep(kept);
    if (head && target)
      onProgress({ table: target.section.table, done: sections.size, of: head.tables, rows });
  }
  throw new BackupRefused(ENDED_EARLY);
}

function beginAgain(
  { again: table, gone }: { again: string; gone: string[] },
  sections: ReadonlyMap<string, Section>,
  again: ReadAgain,
) {
  const section = sections.get(table);
  if (!section) throw new BackupRefused(ENDED_EARLY);
  const changed = again.get(table) ?? new Map<string, string | null>();
  again.set(table, changed);
  for (const key of gone) changed.set(key, null);
  return { section, changed };
}

/** The key of a row, as `gone` names it. */
export const keyOfLine = (line: string, { columns, key }: Section): string => {
  const values = JSON.parse(line) as (string | null)[];
  return keyText(key.map((name) => values[columns.indexOf(name)]));
};
