import { isZone } from '#domain/soak/wall-clock.ts';

/** Abbreviations people write, read as the place whose clock they mean: "PST" in July still means Los Angeles. */
const PLACES: Readonly<Record<string, string>> = {
  UTC: 'UTC',
  GMT: 'UTC',
  Z: 'UTC',
  PST: 'America/Los_Angeles',
  PDT: 'America/Los_Angeles',
  PT: 'America/Los_Angeles',
  MST: 'America/Denver',
  MDT: 'America/Denver',
  MT: 'America/Denver',
  CST: 'America/Chicago',
  CDT: 'America/Chicago',
  CT: 'America/Chicago',
  EST: 'America/New_York',
  EDT: 'America/New_York',
  ET: 'America/New_York',
  BST: 'Europe/London',
  WET: 'Europe/Lisbon',
  WEST: 'Europe/Lisbon',
  CET: 'Europe/Berlin',
  CEST: 'Europe/Berlin',
  EET: 'Europe/Helsinki',
  EEST: 'Europe/Helsinki',
  MSK: 'Europe/Moscow',
  IST: 'Asia/Kolkata',
  SGT: 'Asia/Singapore',
  JST: 'Asia/Tokyo',
  KST: 'Asia/Seoul',
  AEST: 'Australia/Sydney',
  AEDT: 'Australia/Sydney',
  NZST: 'Pacific/Auckland',
  NZDT: 'Pacific/Auckland',
};

/** A zone as a regular expression's source: `UTC-7`, an abbreviation, or `Z`. */
export const ZONE = `(?:(?:UTC|GMT)[+-]\\d{1,2}(?::?00)?|${Object.keys(PLACES)
  .sort((one, other) => other.length - one.length)
  .join('|')})`;

const NAMED = `(?:\\b${ZONE}(?![\\w/])|\\b[A-Z][a-z]+/[A-Z][A-Za-z_]+)`;
const SAID = new RegExp(
  `\\b(?:[Aa]ll [Tt]imes?|[Tt]imes?|[Tt]ime ?[Zz]one|[Tt]ime ?[Ll]ine)\\b[^.\\n]{0,24}?(${NAMED})`,
);

/** The zone a sentence such as "All times in PST" names, with the words that named it. */
export function findZone(words: string): { name: string; words: string } | null {
  const said = SAID.exec(words);
  const zone = said?.[1] ? readZone(said[1]) : null;
  return said && zone ? { name: zone, words: said[0] + closeOf(said[0], words.slice(said.index)) } : null;
}

/** The bracket that ends what these words begin: "Timeline (UTC)" is quoted whole. */
const closeOf = (said: string, whole: string): string =>
  /[([][^)\]]*$/.test(said) ? (/^[)\]]/.exec(whole.slice(said.length))?.[0] ?? '') : '';

/** IANA name for an abbreviation, an offset from UTC, or an IANA name itself. Null when it is none. */
export function readZone(name: string): string | null {
  const offset = /^(?:UTC|GMT)([+-])(\d{1,2})/.exec(name);
  // POSIX turns the sign round: Etc/GMT+7 is seven hours behind UTC.
  if (offset && Number(offset[2]) === 0) return 'UTC';
  if (offset) return known(`Etc/GMT${offset[1] === '-' ? '+' : '-'}${Number(offset[2])}`);
  return PLACES[name] ?? (name.includes('/') ? known(name) : null);
}

const known = (zone: string): string | null => (isZone(zone) ? zone : null);
