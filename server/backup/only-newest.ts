import { isRow, readControl, type Section } from './backup-lines.ts';
import { keyOfLine, type ReadAgain } from './hear-backup.ts';

/** The lines with each row once: those that changed since they were read as they are now, at the end of their table; those gone left out. */
export async function* onlyNewest(
  source: AsyncIterable<string[]>,
  again: ReadAgain,
): AsyncGenerator<string[]> {
  let section: Section | null = null;
  let changed: Map<string, string | null> | undefined;
  for await (const lines of source) {
    const kept: string[] = [];
    for (const line of lines) {
      if (isRow(line)) {
        if (!changed || !section || !changed.has(keyOfLine(line, section))) kept.push(line);
        continue;
      }
      kept.push(...newest(changed));
      const said = readControl(line);
      section = 'table' in said ? said : null;
      changed = section ? again.get(section.table) : undefined;
      kept.push(line);
    }
    yield kept;
  }
  yield newest(changed);
}

const newest = (changed: Map<string, string | null> | undefined): string[] =>
  changed ? [...changed.values()].filter((line) => line !== null) : [];
