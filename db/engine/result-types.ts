/**
 * How PostgreSQL's text becomes a value, for both engines, so that a row is the same whichever of them returned it:
 * int8 a number, date a string, timestamptz a Date, json parsed, bytea a plain Uint8Array.
 */
export const RESULT_TYPES: Readonly<Record<number, (text: string) => unknown>> = {
  16: (text) => text === 't',
  17: parseBytes,
  20: Number,
  21: Number,
  23: Number,
  114: JSON.parse,
  700: Number,
  701: Number,
  1082: asText,
  1114: asText,
  1184: (text) => new Date(text),
  1186: asText,
  1700: asText,
  3802: JSON.parse,
};

/** Array types and what their elements are. */
export const ARRAY_TYPES: Readonly<Record<number, number>> = {
  1000: 16,
  1001: 17,
  1005: 21,
  1007: 23,
  1009: 25,
  1015: 1043,
  1016: 20,
  1021: 700,
  1022: 701,
  1182: 1082,
  1185: 1184,
  2951: 2950,
  3807: 3802,
};

/** bytea in hex form, `\x00ff`. */
function parseBytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'));
}

function asText(text: string): string {
  return text;
}
