export type CsvRow = readonly (string | number)[];

/** Lines as RFC 4180 has them. */
export const csv = (rows: readonly CsvRow[]): string =>
  `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/** A title that begins like a formula is text: spreadsheets would run it. */
function cell(value: string | number): string {
  const text = /^[=+\-@\t\r]/.test(String(value)) && typeof value === 'string' ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
