import { type Standing, standingOf } from '#domain/action-session/standing.ts';
import { asId, type PersonId } from '#domain/ids.ts';
import type { IdeaShown } from '#server/actions/read-session-board.ts';
import type { ItemDraft } from './item-fields.tsx';

export type Choice = Exclude<Standing, 'open'>;

/** What those who steer write about an idea: its decision, the item of a *do*, or the fact of what is done already. */
export interface IdeaDraft extends ItemDraft {
  choice: Choice;
  reason: string;
}

/** Fields with words somebody typed; the others are chosen again in a moment. */
export const TYPED = ['reason', 'title', 'noFindingReason', 'shows'] as const;
export type Typed = (typeof TYPED)[number];

const TITLE_LENGTH = 200;

/** The form as it opens. The finding an undecided idea answers is no draft: everyone sees it as it is chosen. */
export const draftOf = ({ item, words, decision, reason, fixed }: IdeaShown): IdeaDraft => ({
  choice: decision ?? (fixed.length > 0 ? 'done' : 'do'),
  reason,
  title: item?.title ?? words.slice(0, TITLE_LENGTH),
  owner: item?.owner ?? '',
  finding: item?.finding ?? '',
  noFindingReason: item?.noFindingReason ?? '',
  dueOn: item?.dueOn ?? '',
  shows: item?.shows ?? '',
  reviewOn: item?.reviewOn ?? '',
});

/** Whether words would be lost with a draft: typed, and not among what stands now. */
export function isMissedIn(idea: IdeaShown, draft: Partial<IdeaDraft>): boolean {
  const { item, reason, fixed } = idea;
  const standing = [
    reason,
    item?.title,
    item?.noFindingReason,
    item?.shows,
    ...fixed.map(({ words }) => words),
  ];
  const kept = standing.map((words) => words?.trim());
  return TYPED.some((field) => {
    const words = draft[field]?.trim() ?? '';
    return words !== '' && !kept.includes(words);
  });
}

/** The same idea once that is taken back which it stands as. */
export const takenBack = (idea: IdeaShown): IdeaShown =>
  standingOf(idea) === 'done' ? { ...idea, fixed: [] } : { ...idea, decision: null, reason: '', item: null };

/** What is taken back stands in the form again, so that its words are not gone. */
export const draftAfterTakingBack = (idea: IdeaShown, draft: IdeaDraft): IdeaDraft =>
  standingOf(idea) !== 'done' || draft.reason.trim() !== ''
    ? draft
    : { ...draft, choice: 'done', reason: factsAsWords(idea).slice(0, 1000) };

const factsAsWords = ({ fixed }: IdeaShown): string => fixed.map(({ words }) => words).join(' ');

export const itemOf = ({ choice, reason, ...draft }: IdeaDraft) => ({
  ...draft,
  owner: draft.owner === '' ? null : asId<PersonId>(draft.owner),
  finding: draft.finding === '' ? null : draft.finding,
  noFindingReason: draft.finding === '' ? draft.noFindingReason : '',
  dueOn: draft.dueOn === '' ? null : draft.dueOn,
  reviewOn: draft.reviewOn === '' ? null : draft.reviewOn,
});
