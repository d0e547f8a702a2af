import { timeOf } from '#app/components/clock-words.ts';
import { MOMENT_WORD } from '#app/components/moment-mark.tsx';
import { textOf } from '#domain/meeting/claim.ts';
import type { Found } from '#domain/meeting/find-target.ts';
import type { Moment, MomentTime } from '#domain/write-up.ts';

export { textOf } from '#domain/meeting/claim.ts';
export { type Found, findTarget, hasTarget } from '#domain/meeting/find-target.ts';

const LONG = 64;

/** A few words for where someone is: "23:15, The copy still prints not a line …". */
export function wordsFor(found: Found | null, zone: string): string {
  switch (found?.type) {
    case undefined:
      return 'this stage';
    case 'section':
      return found.section.title || 'a part of the write-up';
    case 'finding':
      return found.finding.title || 'a finding';
    case 'block':
      return cut(textOf([found.block])) || found.section.title;
    case 'moment':
      return momentWords(found.moment, zone);
    case 'chat':
      return `the chat at ${momentWords(found.moment, zone)}`;
  }
}

/** "23:15, The copy still prints not a line …", as a moment is called in lists. */
export function momentWords({ kind, time, blocks }: Moment, zone: string): string {
  const when = momentTime(time, zone);
  const what = cut(textOf(blocks)) || MOMENT_WORD[kind];
  return when === null ? what : `${when}, ${what}`;
}

/**
 * "23:15", "about 23:15"; null where only the order is known. Where it began only: when a theory ended is not known yet where the
 * group stands, and hindsight must not leak.
 */
export function momentTime(time: MomentTime, zone: string): string | null {
  if (time.certainty === 'order-only') return null;
  const about = time.certainty === 'about' ? 'about ' : '';
  return `${about}${timeOf(time.start, zone)}`;
}

/** Short, and without the full stop that would stand before the sentence's own. */
export const cut = (words: string) =>
  words.length > LONG ? `${words.slice(0, LONG - 1).trimEnd()}…` : words.replace(/[.\s]+$/, '');
