import { type Refused, refuse } from '#domain/refused.ts';
import { addDays } from '#domain/soak/working-days.ts';
import { LONGEST_REASON } from './idea.ts';

/** What "did it work?" hangs on. */
export interface LookedBackOn {
  /** 'YYYY-MM-DD', or null: nobody asked for it. */
  reviewOn: string | null;
  workedAt: Date | null;
}

/** For how many days its owner's own page asks. Asked once: afterwards the question waits beside the item and nowhere else. */
const DAYS_ASKED = 7;

/** Whether the owner's own page asks today. */
export const asksToday = ({ reviewOn, workedAt }: LookedBackOn, today: string): boolean =>
  reviewOn !== null && workedAt === null && reviewOn <= today && today < addDays(reviewOn, DAYS_ASKED);

/** The first day whose question is still asked today. */
export const askedSince = (today: string): string => addDays(today, 1 - DAYS_ASKED);

/** Whether it can be answered beside the item: from its day on, and as often as there is something to say better. */
export const mayLookBack = ({ reviewOn }: Pick<LookedBackOn, 'reviewOn'>, today: string): true | Refused => {
  if (reviewOn === null) return refuse('No day was agreed on for asking whether it worked.');
  return today < reviewOn ? refuse(`It was agreed to ask on ${reviewOn}, not before.`) : true;
};

/** In words, never a yes or no: what was seen. */
export const checkWorked = (words: string): string | Refused => {
  const said = words.trim();
  if (said === '') return refuse('Say in a sentence what you have seen.');
  return said.length > LONGEST_REASON ? refuse('Say it in fewer words.') : said;
};
