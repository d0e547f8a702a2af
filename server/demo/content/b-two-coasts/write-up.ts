import type { WriteUp } from '#domain/write-up.ts';
import { findings } from './findings.ts';
import { moments } from './moments.ts';
import { sections } from './sections.ts';

/** B: a trade-off handled well, retold; its meeting and action session are over. */
export const twoCoasts: WriteUp = {
  title: 'Two coasts, two truths',
  standfirst: 'Forty-three seconds without a link, and a day of choosing the slow way back, again and again.',
  sections,
  findings,
  moments,
};
