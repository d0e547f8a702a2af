import { timeOf } from '../clock-words.ts';
import { MOMENT_WORDS } from '../export/words.ts';
import type { StageId } from '../ids.ts';
import type { Moment, MomentTime, WriteUp } from '../write-up.ts';
import { textOf } from './claim.ts';
import { type Found, findTarget } from './find-target.ts';
import type { Target } from './target.ts';

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

/** Where something was said: the stage, and what was on stage then. */
export interface Placed {
  stage: StageId | null;
  target: Target | null;
}

/**
 * Where that was, in words: "at 23:15, The copy …", "about Three windows", "in “Walk”"; empty where neither is there any more.
 * @param claim what was on stage, quoted where the write-up does not have it: a guest sees no write-up
 */
export function placeWords(
  { stage, target }: Placed,
  writeUp: WriteUp,
  stages: readonly { id: StageId; title: string }[],
  zone: string,
  claim = '',
): string {
  const found = findTarget(writeUp, target);
  const isTimed = found?.type === 'moment' && momentTime(found.moment.time, zone) !== null;
  if (found) return `${isTimed ? 'at' : 'about'} ${wordsFor(found, zone)}`;
  if (claim !== '') return `about “${cut(claim)}”`;
  const title = stages.find(({ id }) => id === stage)?.title;
  return title ? `in “${title}”` : '';
}

/** "23:15, The copy still prints not a line …", as a moment is called in lists. */
export function momentWords({ kind, time, blocks }: Moment, zone: string): string {
  const when = momentTime(time, zone);
  const what = cut(textOf(blocks)) || MOMENT_WORDS[kind];
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
