import { instantAt } from '#domain/soak/wall-clock.ts';
import { nextDay, timeOfDay } from './place-moments.ts';
import type { ChatMessage } from './proposal.ts';

/**
 * Instants for pasted messages, in their order. Pasted chat has clocks and no days: it begins on `day`, and where the
 * clock falls back it is the day after. "3 hours ago" has a place and no time: null.
 */
export function placeMessages(
  messages: readonly ChatMessage[],
  day: string,
  zone: string,
): (string | null)[] {
  let today = day;
  let before = -1;
  return messages.map(({ clock }) => {
    if (clock === null) return null;
    const time = timeOfDay(clock);
    if (time < before) today = nextDay(today);
    before = time;
    return instantAt({ day: today, time }, zone).toISOString();
  });
}
