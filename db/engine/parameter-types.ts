/**
 * How a value becomes PostgreSQL's text on the embedded engine, as forgiving as `pg` is: anything that is not a string is
 * written down, bytes in hex. Types not named here use PGlite's own.
 */
export const PARAMETER_TYPES: Readonly<Record<number, (value: unknown) => string>> = {
  16: String,
  17: writeBytes,
  25: writeText,
  114: writeText,
  1042: writeText,
  1043: writeText,
  3802: writeText,
};

function writeBytes(value: unknown): string {
  if (value instanceof Uint8Array)
    return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
  return String(value);
}

function writeText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
