const COUNTS = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
];

/** "Nine sealed ideas", "One question": counts as words up to twelve, for the start of a sentence. */
export const counted = (count: number, one: string, many: string): string =>
  `${COUNTS[count] ?? count} ${count === 1 ? one : many}`;

/** "1 message", "1,204 messages": beside a name, where digits are read faster than words. */
export const messagesIn = (count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'message' : 'messages'}`;

/** "Priya, Tomas and Amir" */
export const joined = (words: readonly string[], last: 'and' | 'or' = 'and'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
