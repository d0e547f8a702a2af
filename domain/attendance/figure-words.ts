import type { ShownKinds } from './figures.ts';
import {
  HOW_WORDS,
  type MeetingFigures,
  MODE_WORDS,
  SIDE_WORDS,
  type SideFigures,
  shownWords,
} from './markers.ts';
import type { Shown } from './shown.ts';

/** What stands where figures will be (A6). */
export const NO_FIGURES_YET = 'Counts come a day after the end.';

/** A6: what is published of one meeting, a sentence a side, then those who chose to be named; no more than the figures themselves. */
export function whoCameWords({ changedAt, sides }: Pick<MeetingFigures, 'changedAt' | 'sides'>): string[] {
  const named = namedWords(sides);
  return [
    ...(changedAt === null ? [NO_FIGURES_YET] : sides.flatMap(sideWords)),
    ...(named === '' ? [] : [`By their own choice with their name: ${named}.`]),
  ];
}

/** A7: "Grace (outside, by choice, remote); Otto (…)". */
export const namedWords = (sides: readonly SideFigures[]): string =>
  sides
    .flatMap(({ side, named }) =>
      named.map(
        ({ name, how, mode }) =>
          `${name} (${SIDE_WORDS[side].toLowerCase()}, ${HOW_WORDS[how]}, ${MODE_WORDS[mode]})`,
      ),
    )
    .join('; ');

/** "Outside: 8. 5 by choice (3 in the room, 2 remote), 3 asked. For 3 it was a first review." */
function sideWords({ side, shown }: SideFigures): string[] {
  if (shown.all === undefined) return [];
  const hows = (['choice', 'asked'] as const).flatMap((how) => {
    const value = shown[how];
    return value === undefined ? [] : [`${words(value)} ${HOW_WORDS[how]}${modeWords(shown, how)}`];
  });
  const parts = [
    `${SIDE_WORDS[side]}: ${shownWords(shown.all)}`,
    hows.join(', '),
    typeof shown.new === 'number' && `For ${shown.new} it was a first review`,
  ];
  return [`${parts.filter(Boolean).join('. ')}.`];
}

const modeWords = (shown: ShownKinds, how: 'choice' | 'asked'): string => {
  const modes = (['room', 'remote', 'later'] as const).flatMap((mode) => {
    const value = shown[`${how} ${mode}`];
    return typeof value === 'number' ? [`${value} ${MODE_WORDS[mode]}`] : [];
  });
  return modes.length === 0 ? '' : ` (${modes.join(', ')})`;
};

/** Beside others of its side nobody is nobody, and no more than that. */
const words = (value: Shown): string => (value === 'nobody' ? 'nobody' : shownWords(value));
