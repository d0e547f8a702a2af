import type { PersonId } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import { LONGEST_REASON } from './idea.ts';

/** S8: what is going to be done, by whom, and which finding it answers. Exists only beside an idea decided *do*. */
export interface ItemFields {
  title: string;
  owner: PersonId | null;
  /** A finding's id in the write-up, or null with a reason. */
  finding: string | null;
  /** Why it answers no single finding; empty where there is one. */
  noFindingReason: string;
  /** 'YYYY-MM-DD' or null. */
  dueOn: string | null;
  /** What would show that it worked. */
  shows: string;
  /** 'YYYY-MM-DD': when its owner is asked whether it worked; null or left out: never. */
  reviewOn?: string | null;
}

export type Item = ItemFields & { owner: PersonId; reviewOn: string | null };

export const LONGEST_TITLE = 200;

/** The field is where the sentence belongs on the page. */
export interface ItemRefused extends Refused {
  field: keyof ItemFields;
}

/** S8: title, owner, and the finding it answers or a reason; a due date is optional, but then a date. */
export const checkItem = (fields: ItemFields): Item | ItemRefused => {
  const item = {
    ...fields,
    title: fields.title.trim(),
    noFindingReason: fields.noFindingReason.trim(),
    shows: fields.shows.trim(),
  };
  if (item.title === '') return say('title', 'Say what will be done.');
  if (item.title.length > LONGEST_TITLE)
    return say('title', `Keep the title under ${LONGEST_TITLE} characters.`);
  if (item.owner === null) return say('owner', 'Say who will do it. One person, who has agreed.');
  if (item.finding === null && item.noFindingReason === '') {
    return say('finding', 'Name the finding this answers, or say why it answers none.');
  }
  if (item.noFindingReason.length > LONGEST_REASON) return say('noFindingReason', 'Say it in fewer words.');
  if (item.dueOn !== null && !isDay(item.dueOn))
    return say('dueOn', 'A due day is a date, such as 2026-12-04.');
  const reviewOn = item.reviewOn ?? null;
  if (reviewOn !== null && !isDay(reviewOn))
    return say('reviewOn', 'The day to ask on is a date, such as 2027-01-15.');
  if (item.shows.length > LONGEST_REASON) return say('shows', 'Say it in fewer words.');
  return { ...item, owner: item.owner, reviewOn };
};

const say = (field: keyof ItemFields, sentence: string): ItemRefused => ({ ...refuse(sentence), field });

const isDay = (day: string): boolean => {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(day)) return false;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
};
