import { LOG, LOG_ARCHIVE } from '#db/backup/left-out.ts';
import { isRow, readControl } from './backup-lines.ts';

/** Finds the numbers of edits among lines that come in order, whether they lie in the log or in its archive. */
export const logNumbers = (): ((lines: readonly string[]) => number[]) => {
  let place = -1;
  return (lines) => {
    const numbers: number[] = [];
    for (const line of lines) {
      if (isRow(line)) {
        if (place >= 0) numbers.push(Number((JSON.parse(line) as string[])[place]));
        continue;
      }
      const said = readControl(line);
      const isLog = 'table' in said && (said.table === LOG || said.table === LOG_ARCHIVE);
      place = isLog ? said.columns.indexOf('seq') : -1;
    }
    return numbers;
  };
};
