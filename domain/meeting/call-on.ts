/** "May I call on you?", answered before the meeting by whoever comes, for its facilitators alone. Said by nobody, it is nothing. */
export const CALL_ON = ['yes', 'warned', 'no'] as const;
export type CallOn = (typeof CALL_ON)[number];

export const CALL_ON_WORDS: Record<CallOn, string> = {
  yes: 'Yes, do',
  warned: 'Yes, with a word before',
  no: 'Rather not',
};

/** What each answer means for the facilitator, who alone sees it. */
export const CALL_ON_LISTS: Record<CallOn, string> = {
  yes: 'May be called on',
  warned: 'With a word before',
  no: 'Rather not',
};
