import type { ExportedOutcome } from './exported-review.ts';

type Words = (words: string) => string;
type Item = ExportedOutcome['items'][number];

/** S5: why it was opened before the soak's end, in words both exports use. */
export const openedEarlyWords = ({ openedEarly = [] }: ExportedOutcome, plain: Words): string =>
  openedEarly
    .map(
      ({ by, reason, at }) => `Opened early on ${plain(at.slice(0, 10))} by ${plain(by)}: ${plain(reason)}`,
    )
    .join(' ');

/** Ideas that are one with another, each as it was written. */
export const togetherWith = (
  together: ExportedOutcome['ideas'][number]['together'] = [],
  plain: Words,
): string =>
  together.length === 0
    ? ''
    : `; together with ${together.map(({ words, by }) => `“${plain(words)}” (${plain(by)})`).join(', ')}`;

/** Where it is worked on (T6), what was seen once somebody asked whether it worked, and where it is named since (S12). */
export const lookedBack = (
  { askedOn, worked = '', namedIn = [], where = '', whereAddress = '' }: Item,
  plain: Words,
): string => {
  const seen =
    worked !== '' ? `; did it work: ${plain(worked)}` : askedOn ? `; to be asked on ${plain(askedOn)}` : '';
  const named = namedIn.map(({ title, kind }) => `“${plain(title)}” as a ${kind}`).join(', ');
  const there = where && `; ${plain(where)}${whereAddress && ` (${plain(whereAddress)})`}`;
  return `${there}${seen}${named && `; named in ${named}`}`;
};
