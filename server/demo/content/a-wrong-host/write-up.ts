import type { WriteUp } from '#domain/write-up.ts';
import type { Quote } from '../writing.ts';
import { contributors } from './contributors.ts';
import { momentsEvening } from './moments-evening.ts';
import { momentsNextDay } from './moments-next-day.ts';
import { momentsRemoved } from './moments-removed.ts';
import { momentsRepair } from './moments-repair.ts';
import { otherFindings } from './other-findings.ts';
import { questionsAndRisks } from './questions-and-risks.ts';
import { sectionsEvening } from './sections-evening.ts';
import { sectionsNight } from './sections-night.ts';

/** A: a large incident, retold from public sources, with an invented chat beside it. */
export const wrongHost = (quote: Quote): WriteUp => ({
  title: 'A database deleted on the wrong host',
  standfirst:
    'An evening of sensible repairs, a tool that kept quiet, and a night in which a test nobody had planned brought most of it back.',
  sections: [...sectionsEvening(quote), ...sectionsNight(quote)],
  findings: [...contributors(quote), ...otherFindings(quote), ...questionsAndRisks(quote)],
  moments: [
    ...momentsEvening(quote),
    ...momentsRepair(quote),
    ...momentsRemoved(quote),
    ...momentsNextDay(quote),
  ],
});
