import { csv, type CsvRow as Row } from '../csv.ts';
import type { Side } from './figures.ts';
import { SIDE_WORDS } from './markers.ts';

/** What is published only as a word, and so is in no sum. */
export interface InWords {
  /** Figures that read “a few” or “nearly everybody”: somebody came. */
  inWords: number;
  /** Figures of so few people that nothing is said. */
  untold: number;
}
export interface MonthSide extends InWords {
  people: number;
  byChoice: number;
  asked: number;
  /** Counted, but whether by choice or asked is not said. */
  notSaid: number;
  newFaces: number;
  /** Counted, but of how many it was the first review is not said. */
  newNotSaid: number;
}
export interface MonthReads extends InWords {
  readers: number;
}

/** Sums over open, published reviews of what they publish, and how much of that is in no sum (A6). */
export interface MonthMarkers extends Record<Side, MonthSide> {
  month: string;
  meetings: number;
  reads: Record<'outside' | 'closest', MonthReads>;
}

/** A side, and readers, of a month in which nobody is published. */
export const NOBODY: MonthSide = {
  people: 0,
  byChoice: 0,
  asked: 0,
  notSaid: 0,
  newFaces: 0,
  newNotSaid: 0,
  inWords: 0,
  untold: 0,
};
export const NO_READS: MonthReads = { readers: 0, inWords: 0, untold: 0 };

/** One place of a picture by month: a sum, and what stands beside it that no number tells. */
export interface MonthCell {
  count: number;
  /** `some`: somebody, in words. `untold`: maybe somebody. */
  beside: 'nothing' | 'some' | 'untold';
}

/** By choice and asked as far as it is said; whoever is counted or in words without it is in `howNotSaid`, so nobody is left out. */
export function monthCells(
  side: MonthSide,
): Record<'people' | 'byChoice' | 'asked' | 'howNotSaid' | 'newFaces', MonthCell> {
  const rest = besideOf(side);
  const isHowSaid = side.notSaid === 0 && rest === 'nothing';
  const isNewSaid = side.newNotSaid === 0 && rest === 'nothing';
  return {
    people: { count: side.people, beside: rest },
    byChoice: { count: side.byChoice, beside: isHowSaid ? 'nothing' : 'untold' },
    asked: { count: side.asked, beside: isHowSaid ? 'nothing' : 'untold' },
    howNotSaid: { count: side.notSaid, beside: rest },
    newFaces: { count: side.newFaces, beside: isNewSaid ? 'nothing' : 'untold' },
  };
}

export const readsCell = (reads: MonthReads): MonthCell => ({
  count: reads.readers,
  beside: besideOf(reads),
});

/** Whether the place says anything but that nobody came. */
export const isAnySaid = ({ count, beside }: MonthCell): boolean => count > 0 || beside === 'some';

export function cellWords({ count, beside }: MonthCell): string {
  if (count > 0) return beside === 'some' ? `${count}, and some in words` : String(count);
  return { nothing: 'nobody yet', some: 'some, in words', untold: 'not said' }[beside];
}

/** Enough said of everybody, that more of them by choice than not is true whatever is not said. */
export const isMostByChoice = (sides: readonly MonthSide[]): boolean =>
  sides.every((side) => besideOf(side) === 'nothing') &&
  sides.reduce((sum, side) => sum + side.byChoice - side.asked - side.notSaid, 0) > 0;

/** One month a line; a place of which nothing is a number is words, as in the picture. */
export function monthsCsv(months: readonly MonthMarkers[]): string {
  const sides = ['outside', 'closest', 'unknown'] as const;
  const readers = ['outside', 'closest'] as const;
  const counted = [
    'people',
    'by choice',
    'asked',
    'how not said',
    'new faces',
    'figures in words',
    'figures not told',
  ];
  return csv([
    [
      'month',
      'meetings',
      ...sides.flatMap((side) => counted.map((what) => `${SIDE_WORDS[side].toLowerCase()}, ${what}`)),
      ...readers.flatMap((side) => [
        `readers ${side}, summed by week`,
        `readers ${side}, weeks in words`,
        `readers ${side}, weeks not told`,
      ]),
    ],
    ...months.map(
      (month): Row => [
        month.month,
        month.meetings,
        ...sides.flatMap((side) => {
          const { people, byChoice, asked, howNotSaid, newFaces } = monthCells(month[side]);
          const { inWords, untold } = month[side];
          return [people, byChoice, asked, howNotSaid, newFaces].map(plain).concat([inWords, untold]);
        }),
        ...readers.flatMap((side) => {
          const { inWords, untold } = month.reads[side];
          return [plain(readsCell(month.reads[side])), inWords, untold];
        }),
      ],
    ),
  ]);
}

/** A number where there is one: a column is to be added up; how many figures are words stands beside it. */
const plain = (cell: MonthCell): number | string =>
  cell.count > 0 || cell.beside === 'nothing' ? cell.count : cellWords(cell);

const besideOf = ({ inWords, untold }: InWords): MonthCell['beside'] => {
  if (inWords > 0) return 'some';
  return untold > 0 ? 'untold' : 'nothing';
};
