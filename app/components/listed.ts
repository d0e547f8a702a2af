const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "Ana, Ben and Cleo" */
export const listed = (names: readonly string[]): string => LIST.format(names);
