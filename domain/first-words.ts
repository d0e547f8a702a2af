import type { Block } from '#domain/write-up.ts';
import { blocksText } from '#domain/write-up-text.ts';

/** The beginning of some words on one line, cut between words, with an ellipsis where it was cut. */
export const firstWords = (blocks: readonly Block[], most: number): string =>
  firstOf(blocksText(blocks), most);

/** The same of plain words. */
export function firstOf(words: string, most: number): string {
  const text = words.replace(/\s+/g, ' ').trim();
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const end = cut.lastIndexOf(' ');
  return `${(end > most / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:.–-]+$/, '')}…`;
}
