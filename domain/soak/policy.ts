import { type Refused, refuse } from '#domain/refused.ts';
import { MINUTE } from './wall-clock.ts';

/** What a workspace has agreed on: how long ideas soak, what a review may choose, and when people work. */
export interface SoakPolicy {
  /** Working days, where a review has chosen none. */
  days: number;
  /** What a review may choose, from and to. */
  least: number;
  most: number;
  /** The working day, in minutes since midnight, in the zone of whatever is planned. */
  workFrom: number;
  workUntil: number;
}

/** S3: never none, and never longer than a working week. */
export const SOAK_LEAST = 1;
export const SOAK_MOST = 5;
const WHOLE_DAY = 24 * 60;
const AN_HOUR = 60;

export const DEFAULT_POLICY: SoakPolicy = {
  days: 2,
  least: 1,
  most: 5,
  workFrom: 9 * 60,
  workUntil: 17 * 60,
};

export interface PolicyRefused extends Refused {
  field: 'days' | 'range' | 'work';
}

/** S3: 1 to 5, the usual length within what a review may choose; a working day in which an hour fits. */
export const checkPolicy = (policy: SoakPolicy): SoakPolicy | PolicyRefused => {
  const { days, least, most, workFrom, workUntil } = policy;
  const isLength = (value: number) => Number.isInteger(value) && value >= SOAK_LEAST && value <= SOAK_MOST;
  if (![days, least, most].every(isLength))
    return { ...refuse('A soak lasts one to five working days.'), field: 'days' };
  if (least > most)
    return { ...refuse('The shortest a review may choose is longer than the longest.'), field: 'range' };
  if (days < least || days > most)
    return { ...refuse('The usual length lies outside of what a review may choose.'), field: 'days' };
  const isTime = (value: number) => Number.isInteger(value) && value >= 0 && value <= WHOLE_DAY;
  if (!isTime(workFrom) || !isTime(workUntil) || workUntil - workFrom < AN_HOUR)
    return { ...refuse('The working day ends at least an hour after it begins.'), field: 'work' };
  return policy;
};

/** How long one review soaks: its own choice, else the policy's; a choice the policy has since ruled out counts as the nearest it allows. */
export const soakDaysOf = (
  { days, least, most }: Pick<SoakPolicy, 'days' | 'least' | 'most'>,
  choice: number | null,
): number => Math.min(most, Math.max(least, choice ?? days));

/** The lengths a review may choose from. */
export const choicesOf = ({ least, most }: Pick<SoakPolicy, 'least' | 'most'>): number[] =>
  Array.from({ length: most - least + 1 }, (_, place) => least + place);

export const workingHoursOf = ({ workFrom, workUntil }: SoakPolicy): { from: number; until: number } => ({
  from: workFrom * MINUTE,
  until: workUntil * MINUTE,
});

const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five'];

/** "two working days"; "one working day". */
export const workingDaysWords = (days: number): string =>
  `${NUMBERS[days] ?? days} working ${days === 1 ? 'day' : 'days'}`;
