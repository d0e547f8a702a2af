import { firstWords } from '../first-words.ts';
import type { PointerBlock, WriteUp } from '../write-up.ts';

const LONGEST = 80;

/** What a pointer leads to, in words: a finding's title or first words, a moment's first words. */
export function pointerWords({ to, target }: PointerBlock, { findings, moments }: WriteUp): string {
  const finding = findings.find(({ id }) => id === target);
  if (finding) return finding.title || firstWords(finding.blocks, LONGEST) || to;
  const moment = moments.find(({ id }) => id === target);
  return (moment && firstWords(moment.blocks, LONGEST)) || (to === 'evidence' ? 'the evidence' : to);
}
