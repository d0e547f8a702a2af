import { CsvError, parse } from 'csv-parse/sync';
import type { PeopleRow } from '#domain/people-list/judge-rows.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import { type DecodedText, decodeText } from '../doors/decode-text.ts';

export const PEOPLE_ROWS_MOST = 10_000;
export const PEOPLE_FILE_BYTES = 8_000_000;
/** A cell may hold line ends, and spreadsheets leave empty rows; a million of them are not read to find that out. */
const LINES_MOST = 10 * PEOPLE_ROWS_MOST;

/** The words of a list: UTF-8, UTF-16 with or without its mark, else what older spreadsheets write. */
export function decodePeople(bytes: Uint8Array): DecodedText | Refused {
  if (bytes.length === 0) return refuse('That file is empty.');
  if (bytes.length > PEOPLE_FILE_BYTES)
    return refuse('That file is larger than any list of people that fits here. Please take it in parts.');
  const decoded = decodeText(bytes);
  return decoded === null || decoded.text.includes('\0') ? NO_LIST : decoded;
}

const NO_LIST = refuse(
  'That is not a list in text. In a spreadsheet, save it as “CSV UTF-8” and choose that file.',
);

type Column = Exclude<keyof PeopleRow, 'line'>;

const COLUMNS: Readonly<Record<string, Column>> = {
  name: 'name',
  'full name': 'name',
  email: 'email',
  'e-mail': 'email',
  mail: 'email',
  address: 'email',
  'email address': 'email',
  'e-mail address': 'email',
  start: 'startedOn',
  started: 'startedOn',
  'start date': 'startedOn',
  'started on': 'startedOn',
  'start day': 'startedOn',
  team: 'teams',
  teams: 'teams',
};

export interface ReadPeople {
  rows: PeopleRow[];
  /** Columns nothing is taken from. */
  unknown: string[];
}

/** The rows of a list, whatever its cells are parted by. A list that cannot be read as a whole is a sentence. */
export function readPeopleRows(text: string): ReadPeople | Refused {
  if (hasMoreLines(text, LINES_MOST))
    return refuse(
      `That holds more than ${LINES_MOST.toLocaleString('en')} lines, perhaps empty ones at its end. Up to ${PEOPLE_ROWS_MOST.toLocaleString('en')} people can be taken at once; please take it in parts.`,
    );
  const parsed = recordsOf(text);
  if ('refused' in parsed) return parsed;
  const [heading, ...records] = parsed.records;
  if (!heading)
    return refuse(
      'Nothing was found in it. The first row names the columns: name, email, start date, teams.',
    );
  const names = heading.cells.map((cell) => cell.trim());
  const columns = names.map((name) => COLUMNS[name.toLowerCase().replace(/[\s_]+/g, ' ')] ?? null);
  const twice = names.find((_, at) => columns[at] !== null && columns.indexOf(columns[at] ?? null) !== at);
  if (twice !== undefined)
    return refuse(`Two columns say the same: “${twice}” is one of them. Please leave one of them out.`);
  for (const needed of ['name', 'email'] as const)
    if (!columns.includes(needed))
      return refuse(
        `The first row names no column “${needed}”. It is to name the columns: name, email, and if you like start date and teams.`,
      );
  if (records.length > PEOPLE_ROWS_MOST)
    return refuse(
      `That holds more than ${PEOPLE_ROWS_MOST.toLocaleString('en')} rows, and no more can be taken at once. Please take it in parts.`,
    );
  const cellOf = (cells: readonly string[], column: Column) => cells[columns.indexOf(column)] ?? '';
  return {
    rows: records.map(({ line, cells }) => ({
      line,
      name: cellOf(cells, 'name'),
      email: cellOf(cells, 'email'),
      startedOn: cellOf(cells, 'startedOn'),
      teams: cellOf(cells, 'teams'),
      ...(cells.slice(names.length).some((cell) => cell.trim() !== '') && { hasMore: true }),
    })),
    unknown: names.filter((name, at) => columns[at] === null && name !== ''),
  };
}

/** However they end. */
function hasMoreLines(text: string, most: number): boolean {
  const ends = /\r\n?|\n/g;
  for (let lines = 0; ends.test(text); lines += 1) if (lines >= most) return true;
  return false;
}

interface ListRow {
  line: number;
  cells: string[];
}

function recordsOf(text: string): { records: ListRow[] } | Refused {
  const firstLine = text.replace(/^\ufeff/, '').match(/^[^\r\n]*/)?.[0] ?? '';
  const delimiter = [',', ';', '\t'].reduce((best, each) =>
    firstLine.split(each).length > firstLine.split(best).length ? each : best,
  );
  try {
    const found = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: 100_000,
      // its heading, and one more than are taken
      to: PEOPLE_ROWS_MOST + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return { records: found.map(({ record, info }) => ({ line: info.lines, cells: record })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : null;
    return refuse(
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? `A quotation mark is opened${line === null ? '' : ` before row ${line}`} and never closed, so where a row ends cannot be told.`
        : 'This cannot be read as a list: a row is far too long. In a spreadsheet, save it as “CSV UTF-8”.',
    );
  }
}
