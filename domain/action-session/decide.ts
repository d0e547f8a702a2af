import { type Refused, refuse } from '#domain/refused.ts';
import { type Decision, LONGEST_REASON } from './idea.ts';
import { checkItem, type Item, type ItemFields, type ItemRefused } from './item.ts';

export interface DecisionRefused extends Refused {
  field: 'reason' | 'item' | keyof ItemFields;
}

/** What a decision leaves behind: *do* has its item, the others none. */
export type Decided =
  | { decision: 'do'; reason: string; item: Item }
  | { decision: 'not-now' | 'no'; reason: string; item: null };

/** S9: *do*, *not now* or *no*, each with a reason. S8: *do* brings the item along. Deciding again replaces the first. */
export const decide = (
  decision: Decision,
  reason: string,
  fields: ItemFields | null,
): Decided | DecisionRefused | ItemRefused => {
  const said = reason.trim();
  if (said === '')
    return { ...refuse('Say the reason. Someone who was not here will read it.'), field: 'reason' };
  if (said.length > LONGEST_REASON) return { ...refuse('Say the reason in fewer words.'), field: 'reason' };
  if (decision !== 'do') return { decision, reason: said, item: null };
  if (fields === null)
    return { ...refuse('What is to be done needs an owner and the finding it answers.'), field: 'item' };
  const item = checkItem(fields);
  return 'refused' in item ? item : { decision, reason: said, item };
};
