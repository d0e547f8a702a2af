import { STANDING_WORDS } from '../action-session/standing.ts';
import { dayTimeOf, zoneWords } from '../clock-words.ts';
import { upToTheMinute } from '../soak/soak.ts';
import type { ExportedOutcome } from './exported-review.ts';

type Words = (words: string) => string;
/** How an export says that an idea is done already. */
export const DONE_WORDS = STANDING_WORDS.done.toLowerCase();

type Item = ExportedOutcome['items'][number];

/** S5: why it was opened before the soak's end, in words both exports use. */
export const openedEarlyWords = ({ openedEarly = [] }: ExportedOutcome, plain: Words): string =>
  openedEarly
    .map(({ by, reason, at, wouldEndAt, zone = 'UTC' }) => {
      const until =
        wouldEndAt === undefined
          ? ''
          : ` (it would have soaked until ${dayTimeOf(upToTheMinute(new Date(wouldEndAt)), zone, at)}, ${zoneWords(zone)})`;
      return `Opened early on ${plain(at.slice(0, 10))} by ${plain(by)}: ${plain(reason)}${plain(until)}`;
    })
    .join(' ');

/** S11: what was noted beside an idea as done already; after another decision it says what it is. */
export const doneWords = (
  { decision, done = [] }: Pick<ExportedOutcome['ideas'][number], 'decision' | 'done'>,
  plain: Words,
): string => {
  const said = done.map(({ words, by }) => `${plain(words)} (${plain(by)})`).join('; ');
  return said === '' || decision === DONE_WORDS ? said : `${DONE_WORDS}: ${said}`;
};

/** Ideas that are one with another, each as it was written. */
export const togetherWith = (
  together: ExportedOutcome['ideas'][number]['together'] = [],
  plain: Words,
): string =>
  together.length === 0
    ? ''
    : `; together with ${together.map(({ words, by }) => `“${plain(words)}” (${plain(by)})`).join(', ')}`;

/** From which idea it came, where it is worked on (T6), whether it is finished, what was seen once somebody asked whether it worked, and where it is named since (S12). */
export const lookedBack = (
  {
    title,
    idea = title,
    askedOn,
    worked = '',
    namedIn = [],
    where = '',
    whereAddress = '',
    finishedAt = null,
  }: Item,
  plain: Words,
): string => {
  const seen =
    worked !== '' ? `; did it work: ${plain(worked)}` : askedOn ? `; to be asked on ${plain(askedOn)}` : '';
  const named = namedIn.map(({ title, kind }) => `“${plain(title)}” as a ${kind}`).join(', ');
  const there = where && `; ${plain(where)}${whereAddress && ` (${plain(whereAddress)})`}`;
  const finished = finishedAt === null ? '' : `; finished on ${plain(finishedAt.slice(0, 10))}`;
  const from = idea === title ? '' : `; from the idea “${plain(idea)}”`;
  return `${from}${there}${finished}${seen}${named && `; named in ${named}`}`;
};
