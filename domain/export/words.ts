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

function dayAndClock(instant: string, zone: string): [string, string] {
  const at = new Date(instant);
  const day = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  return [day.format(at), clock.format(at)];
}
