import type { Decision } from './idea.ts';

/** What a decision on an idea is written upon. */
export interface AsRead {
  decision: Decision | null;
  reason: string;
  item: {
    title: string;
    owner: string;
    finding: string | null;
    noFindingReason: string;
    dueOn: string | null;
    shows: string;
    reviewOn: string | null;
  } | null;
  fixed: readonly { id: string }[];
}

/**
 * The same for two screens exactly where they show the same decision, item and facts. The finding an undecided idea answers is left
 * out: everyone sees it as it is chosen.
 */
export const asItStands = ({ decision, reason, item, fixed }: AsRead): string =>
  JSON.stringify([
    decision,
    reason,
    item && [
      item.title,
      item.owner,
      item.finding,
      item.noFindingReason,
      item.dueOn,
      item.shows,
      item.reviewOn,
    ],
    fixed.map(({ id }) => id).sort(),
  ]);
