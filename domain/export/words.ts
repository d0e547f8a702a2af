import type { FindingKind, MomentKind, MomentTime, ReviewKind } from '../write-up.ts';

/** The field's names as they stand on screen and in exports. */
export const KIND_WORDS: Record<ReviewKind, string> = {
  incident: 'Incident',
  'near-miss': 'Near miss',
  surprise: 'Surprise',
  success: 'Success',
};

export const FINDING_WORDS: Record<FindingKind, string> = {
  contributor: 'Contributor',
  mitigator: 'Mitigator',
  risk: 'Risk',
  difficulty: 'Difficulty in handling',
  'red-herring': 'Red herring',
  surprise: 'Surprise',
  'open-question': 'Open question',
};

export const MOMENT_WORDS: Record<MomentKind, string> = {
  observation: 'Observation',
  'working-theory': 'Working theory',
  'decision-or-action': 'Decision or action',
  'call-for-help-or-hand-over': 'Call for help or hand-over',
  'change-in-the-system': 'Change in the system',
};

/** A moment's time in words, in one zone with its name: "31 Jan 2017, about 23:30 UTC". */
export function timeInWords(time: MomentTime, zone: string): string {
  if (time.certainty === 'order-only') return 'time not known';
  const about = time.certainty === 'about' ? 'about ' : '';
  const [day, clock] = dayAndClock(time.start, zone);
  if (time.end === null) return `${day}, ${about}${clock} ${zone}`;
  const [endDay, endClock] = dayAndClock(time.end, zone);
  return `${day}, ${about}${clock} to ${endDay === day ? '' : `${endDay}, `}${endClock} ${zone}`;
}

/** An instant in words, in one zone with its name: "31 Jan 2017, 23:30 UTC". */
export const instantInWords = (instant: string, zone: string): string =>
  `${dayAndClock(instant, zone).join(', ')} ${zone}`;

/** From when to when a meeting was, in one zone with its name; empty for one that has not begun. */
export const lastedInWords = (
  { startedAt, endedAt }: { startedAt: string | null; endedAt: string | null },
  zone: string,
): string =>
  startedAt === null
    ? ''
    : `${instantInWords(startedAt, zone)} to ${endedAt === null ? 'now' : instantInWords(endedAt, zone)}`;

function dayAndClock(instant: string, zone: string): [string, string] {
  const at = new Date(instant);
  const { day, clock, told } = formattersOf(zone);
  const minute = Math.floor(at.getTime() / 60_000);
  const known = told.get(minute);
  if (known) return known;
  if (told.size === MOST_TOLD) told.clear();
  const words: [string, string] = [day.format(at), clock.format(at)];
  told.set(minute, words);
  return words;
}

interface Formatters {
  day: Intl.DateTimeFormat;
  clock: Intl.DateTimeFormat;
  /** Minutes since 1970 in words: in a chat many messages share one. */
  told: Map<number, [string, string]>;
}

const MOST_TOLD = 5_000;

/** Kept per zone: one for each of five thousand moments held up everybody for seconds. */
const formatters = new Map<string, Formatters>();

function formattersOf(timeZone: string): Formatters {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = {
    day: new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'short', year: 'numeric' }),
    clock: new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }),
    told: new Map<number, [string, string]>(),
  };
  formatters.set(timeZone, made);
  return made;
}

/** What a finding is about, in a line; empty where it names no system, or none that is known by name. */
export function systemWords(
  { systems }: { systems: readonly string[] },
  { systems: names }: { systems: Readonly<Record<string, string>> },
): string {
  const named = systems.flatMap((id) => (Object.hasOwn(names, id) ? (names[id] ?? []) : []));
  return named.length === 0 ? '' : `${named.length === 1 ? 'System' : 'Systems'}: ${named.join(', ')}`;
}

/** Whether the meeting came to a question that was brought to it. */
export const touchedWords = (touched: boolean): string =>
  touched ? 'the meeting came to it' : 'not come to';

/** Who led a meeting and who took notes: "led by Felicity, Amir; scribe: Otto", or empty. `written`: as the file has words. */
export const rolesInWords = (
  { facilitators, scribe }: { facilitators: readonly string[]; scribe: string | null },
  written: (words: string) => string,
): string =>
  [
    facilitators.length > 0 && `led by ${facilitators.map(written).join(', ')}`,
    scribe !== null && `scribe: ${written(scribe)}`,
  ]
    .filter(Boolean)
    .join('; ');

/** Whose words these are, and where the group was: "Priya, at 23:15, The copy …". `written`: as the file has words. */
export const whoAndWhere = (
  { by, about }: { by: string; about: string },
  written: (words: string) => string,
): string => [by, about].filter(Boolean).map(written).join(', ');
/** What one file has no room for; empty where it holds every picture. */
export function picturesLeftWords({ picturesInSoak }: { picturesInSoak: Record<string, string> }): string {
  const count = Object.keys(picturesInSoak).length;
  if (count === 0) return '';
  return count === 1
    ? 'One picture is too large for this file and stays in Soak; a link stands in its place.'
    : `${count} pictures are more than this file has room for and stay in Soak; a link stands in the place of each.`;
}
