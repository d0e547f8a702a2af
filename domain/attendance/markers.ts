import { csv, type CsvRow as Row } from '../csv.ts';
import type { Attendance } from '../meeting/attendance.ts';
import type { ShownKinds, Side } from './figures.ts';
import type { Shown } from './shown.ts';

/** Somebody who chose to be shown (A7). */
export interface NamedStatement {
  name: string;
  how: Attendance['how'];
  mode: Attendance['mode'];
}

export interface SideFigures {
  side: Side;
  /** Without those shown by name. */
  shown: ShownKinds;
  named: NamedStatement[];
}

/** One meeting's attendance as every door gives it. */
export interface MeetingFigures {
  meeting: string;
  kind: 'review' | 'action';
  title: string;
  endedAt: string;
  /** When the figures last changed; null while nothing is published. */
  changedAt: string | null;
  sides: SideFigures[];
}

export interface ReadWeek {
  /** Its Monday. */
  week: string;
  outside: Shown;
  closest: Shown;
}

export interface ConfidenceAnswers {
  when: 'before' | 'after';
  question: string;
  /** From not at all to quite; null: one or two of a kind. */
  counts: (number | null)[];
}

/** R1 to R5, A6: what a review shows of learning. No severity, no duration, nobody ranked. */
export interface ReviewMarkers {
  review: string;
  title: string;
  publishedAt: string | null;
  asOf: string;
  reads: ReadWeek[];
  links: { from: { id: string; title: string }[]; to: { id: string; title: string }[] };
  attendance: MeetingFigures[];
  confidence: ConfidenceAnswers[];
}

export const SHOWN_WORDS: Record<Exclude<Shown, number>, string> = {
  nobody: 'nobody yet',
  'a-few': 'a few',
  most: 'nearly everybody',
  hidden: 'too few people to show',
};
export const shownWords = (shown: Shown): string =>
  typeof shown === 'number' ? String(shown) : SHOWN_WORDS[shown];

export const SIDE_WORDS: Record<Side, string> = {
  outside: 'Outside',
  closest: 'Closest',
  unknown: 'Team not known',
};
export const HOW_WORDS: Record<Attendance['how'], string> = { choice: 'by choice', asked: 'asked' };
export const MODE_WORDS: Record<Attendance['mode'], string> = {
  room: 'in the room',
  remote: 'remote',
  later: 'read later',
};

/** One figure a line, for a spreadsheet: the same words and withholding as the page. */
export function markersCsv(markers: ReviewMarkers): string {
  const rows: Row[] = [['what', 'when', 'who', 'kind', 'figure']];
  for (const { week, outside, closest } of markers.reads)
    rows.push(
      ['readers', week, 'outside', 'week', shownWords(outside)],
      ['readers', week, 'closest', 'week', shownWords(closest)],
    );
  for (const { endedAt, sides } of markers.attendance)
    for (const { side, shown, named } of sides) {
      const who = SIDE_WORDS[side].toLowerCase();
      for (const [kind, value] of Object.entries(shown))
        rows.push(['attendance', endedAt.slice(0, 10), who, kind, shownWords(value)]);
      for (const { name, how, mode } of named)
        rows.push([
          'attendance by name',
          endedAt.slice(0, 10),
          who,
          `${HOW_WORDS[how]}, ${MODE_WORDS[mode]}`,
          name,
        ]);
    }
  for (const { title } of markers.links.from) rows.push(['link', '', 'from a write-up', '', title]);
  for (const { title } of markers.links.to) rows.push(['link', '', 'to a write-up', '', title]);
  for (const { when, counts } of markers.confidence)
    for (const [at, count] of counts.entries())
      rows.push(['confidence', when, '', at + 1, count ?? SHOWN_WORDS['a-few']]);
  return csv(rows);
}
