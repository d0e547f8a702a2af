import type { Preview } from '#server/import/preview.ts';

/** "12 sections, 13 moments, 9 findings and 53 messages." */
export function inBrief({ sections, channels, pasted }: Preview): string {
  const rows = sections.flatMap((section) => section.rows);
  const count = (type: string) => rows.filter((row) => row.type === type && 'take' in row && row.take).length;
  const inText = rows.reduce((sum, row) => sum + (row.type === 'chat' && row.take ? row.count : 0), 0);
  const messages = inText + (pasted?.count ?? 0) + channels.reduce((sum, channel) => sum + channel.count, 0);
  const parts = [
    words(sections.length, 'section'),
    words(count('moment'), 'moment'),
    words(count('finding'), 'finding'),
    words(messages, 'message'),
  ].filter((part) => part !== '');
  const last = parts.pop();
  if (last === undefined) return 'Nothing was found.';
  return `${parts.length > 0 ? `${parts.join(', ')} and ` : ''}${last}.`;
}

const words = (count: number, word: string): string =>
  count === 0 ? '' : `${count.toLocaleString('en-GB')} ${word}${count === 1 ? '' : 's'}`;
