import { firstOf, firstWords } from '../first-words.ts';
import type { Finding, Moment, PointerBlock } from '../write-up.ts';
import type { ExportedReview } from './exported-review.ts';
import { findMessage } from './message-words.ts';
import { timeInWords } from './words.ts';

const LONGEST = 80;

/** What a finding is called: its title, or its first words where it has none; empty while neither is written. */
export const findingName = ({ title, blocks }: Finding): string => title || firstWords(blocks, LONGEST);

/** What a pointer leads to, in words: a finding's name, a moment's first words, where a chat came from and how it begins. */
export function pointerWords(
  { to, target }: Pick<PointerBlock, 'to' | 'target'>,
  review: ExportedReview,
): string {
  if (to === 'evidence') return evidenceName(target, review);
  const { findings, moments } = review.writeUp;
  const finding = findings.find(({ id }) => id === target);
  if (finding) return findingName(finding) || to;
  const moment = moments.find(({ id }) => id === target);
  return (moment && firstWords(moment.blocks, LONGEST)) || to;
}

/** What a finding rests on, in a line: when it was, and what happened. */
export const momentName = ({ time, blocks }: Moment, zone: string): string =>
  [timeInWords(time, zone), firstWords(blocks, LONGEST)].filter(Boolean).join(': ');

function evidenceName(id: string, review: ExportedReview): string {
  const found = findMessage(review, id);
  if (!found) return 'the evidence';
  const begins = firstOf(found.message.text, LONGEST);
  return [found.source, begins && `“${begins}”`].filter(Boolean).join(': ') || 'the evidence';
}
