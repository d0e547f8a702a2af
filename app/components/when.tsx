import {
  dayOf,
  dayTimeOf,
  type Instant,
  longDayOf,
  nearOf,
  spanOf,
  timeOf,
  zoneWords,
} from './clock-words.ts';
import { useRoot } from './use-root.ts';

/** The reader's zone: the profile's; UTC for someone without one. */
export const useZone = (): string => useRoot()?.person?.zone ?? 'UTC';

type Shape = 'time' | 'day' | 'long day' | 'day and time' | 'near';

/** An instant in the reader's zone. `named` adds the zone's name, for times that people arrange to meet at; `near` needs `now`. */
export function When({
  at,
  as = 'day and time',
  zone,
  named = false,
  now,
}: {
  at: Instant;
  as?: Shape;
  zone?: string;
  named?: boolean;
  now?: Instant;
}) {
  const readers = useZone();
  const inZone = zone ?? readers;
  return (
    <time dateTime={new Date(at).toISOString()} className="num">
      {words(at, as, inZone, now)}
      {named && ` (${zoneWords(inZone)})`}
    </time>
  );
}

/** "Thursday 19 November, 10:00 to 11:00 (Berlin time)" */
export function WhenSpan({
  start,
  end,
  zone,
  now,
}: {
  start: Instant;
  end: Instant;
  zone?: string;
  now?: Instant;
}) {
  const readers = useZone();
  const inZone = zone ?? readers;
  return (
    <time dateTime={new Date(start).toISOString()} className="num">
      {spanOf(start, end, inZone, now)} ({zoneWords(inZone)})
    </time>
  );
}

function words(at: Instant, as: Shape, zone: string, now: Instant | undefined): string {
  switch (as) {
    case 'time':
      return timeOf(at, zone);
    case 'day':
      return dayOf(at, zone, now);
    case 'long day':
      return longDayOf(at, zone, now);
    case 'day and time':
      return dayTimeOf(at, zone, now);
    case 'near':
      return nearOf(at, zone, now ?? at);
  }
}
