import { MINUTE } from '#domain/soak/wall-clock.ts';

/** A pause this long between two messages is named. */
export const SILENCE = 15 * MINUTE;

/** Milliseconds of silence before each message; 0 where it is not worth naming or a time is unknown. */
export function silencesBefore(instants: readonly (Date | null)[]): number[] {
  let before: number | null = null;
  return instants.map((at) => {
    if (!at) return 0;
    const gap = before === null ? 0 : at.getTime() - before;
    before = at.getTime();
    return gap >= SILENCE ? gap : 0;
  });
}

/** "Nothing for 47 minutes", "Nothing for 3 hours", "Nothing for 2 days". */
export function silenceWords(gap: number): string {
  const minutes = Math.round(gap / MINUTE);
  if (minutes < 90) return `Nothing for ${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 36 ? `Nothing for ${hours} hours` : `Nothing for ${Math.round(hours / 24)} days`;
}
