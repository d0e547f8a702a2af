import { writing } from '../writing.ts';

export const a = writing('a database deleted on the wrong host');

/** Titles that other parts of this write-up refer to. */
export const SPAM = 'Spam as the whole story';
export const LEFTOVERS = 'Files left over from earlier tries';
