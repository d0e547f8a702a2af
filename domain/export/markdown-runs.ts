import type { Inline } from '../write-up.ts';
import { plain } from './markdown-words.ts';

/** Runs of words with their marks, as Markdown writes them. */
export const inline = (content: readonly Inline[]) => content.map(run).join('');

function run({ text, marks = [] }: Inline): string {
  if (marks.some((mark) => mark.type === 'code'))
    return codeRun(text, marks.find((mark) => mark.type === 'link')?.href);
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (words === '') return text;
  let marked = plain(words);
  for (const mark of marks) {
    if (mark.type === 'bold') marked = `**${marked}**`;
    if (mark.type === 'italic') marked = `*${marked}*`;
    if (mark.type === 'strike') marked = `~~${marked}~~`;
  }
  const href = marks.find((mark) => mark.type === 'link')?.href;
  return before + (href ? `[${marked}](<${href}>)` : marked) + after;
}

function codeRun(text: string, href: string | undefined): string {
  const fence = '`'.repeat(1 + Math.max(0, ...[...text.matchAll(/`+/g)].map((found) => found[0].length)));
  const code = text.includes('`') ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
  return href ? `[${code}](<${href}>)` : code;
}
