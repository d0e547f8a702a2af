import type { Inline } from '#domain/write-up.ts';

const MARKED = /\*\*(.+?)\*\*|_(.+?)_(?![a-z])|`(.+?)`|\[(.+?)\]\((\S+?)\)/g;

/** Reads the few marks the examples are written with: **bold**, _italic_, `code` and [words](/where). */
export function inline(source: string): Inline[] {
  const runs: Inline[] = [];
  let from = 0;
  for (const match of source.matchAll(MARKED)) {
    if (match.index > from) runs.push({ text: source.slice(from, match.index) });
    runs.push(marked(match));
    from = match.index + match[0].length;
  }
  if (from < source.length) runs.push({ text: source.slice(from) });
  return runs;
}

function marked([, bold, italic, code, words, href]: RegExpMatchArray): Inline {
  if (bold !== undefined) return { text: bold, marks: [{ type: 'bold' }] };
  if (italic !== undefined) return { text: italic, marks: [{ type: 'italic' }] };
  if (code !== undefined) return { text: code, marks: [{ type: 'code' }] };
  return { text: words ?? '', marks: [{ type: 'link', href: href ?? '/' }] };
}
