import type { ChatMessage } from './proposal.ts';
import { readClock } from './stated-time.ts';

/** "name [8:27 AM]" or "name [3 hours ago]". */
const BRACKETS =
  /^(?<name>[^\s[\]>#*+-][^[\]\n]{0,79}?)\s+\[(?<time>\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]m)?|\d{1,2}\s+(?:seconds?|minutes?|hours?|days?)\s+ago|yesterday at \d{1,2}:\d{2}\s*(?:[ap]m)?)\]\s*$/i;
/** "name  8:27 AM": two spaces at least, or a tab, as Slack copies it. */
const SPACES =
  /^(?<name>[^\s[\]>#*+-][^[\]\n]{0,79}?)(?:\s{2,}|\t\s*)(?<time>\d{1,2}:\d{2}\s*(?:[ap]m)?)\s*$/i;
const PICTURE = /!\[([^\]\n]{0,300})\]\((?![a-z]+:)([^)\s]{1,500})\)/gi;

/** Who and when, if this line begins a message. */
export function chatHeader(line: string): { speaker: string; stated: string; clock: string | null } | null {
  const parts = (BRACKETS.exec(line) ?? SPACES.exec(line))?.groups;
  if (!parts?.name || !parts.time) return null;
  const clock = readClock(/\d{1,2}:\d{2}.*$/.exec(parts.time)?.[0] ?? '');
  if (clock === null && !/ago$/i.test(parts.time)) return null;
  return { speaker: parts.name.trim(), stated: parts.time.trim(), clock };
}

/**
 * Pasted chat as messages, each line unchanged but for trailing space. Lines before the first header belong to nobody
 * and come back as `before`. In Markdown a line's backslashes are taken off and relative pictures taken out.
 */
export function readPastedChat(
  lines: readonly string[],
  firstLine: number,
  form: 'plain' | 'markdown',
): { before: string[]; messages: ChatMessage[] } {
  const before: string[] = [];
  const messages: { head: ChatMessage; lines: string[] }[] = [];
  let inCode = false;
  for (const [at, line] of lines.entries()) {
    const header = inCode ? null : chatHeader(line);
    if (header)
      messages.push({ head: { ...header, text: '', line: firstLine + at, pictures: [] }, lines: [] });
    else if (messages.length === 0) before.push(line);
    else messages.at(-1)?.lines.push(!inCode && form === 'markdown' ? withoutEscapes(line) : line);
    if (!header && fences(line) % 2 === 1) inCode = !inCode;
  }
  return { before, messages: messages.map(({ head, lines: said }) => finished(head, said, form)) };
}

/** A fence opens or closes only at a line's start; one that opens and closes on its line does neither. */
const fences = (line: string): number => (/^\s*```/.test(line) ? line.split('```').length - 1 : 0);

function finished(head: ChatMessage, lines: string[], form: 'plain' | 'markdown'): ChatMessage {
  const text = lines.map((line) => line.trimEnd()).join('\n');
  if (form === 'plain') return { ...head, text: withoutEmptyEnds(text) };
  const pictures = [...text.matchAll(PICTURE)].map(([, alt = '', path = '']) => ({ path, alt }));
  return { ...head, pictures, text: withoutEmptyEnds(text.replace(PICTURE, '')) };
}

const withoutEmptyEnds = (text: string): string => text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();

/** `\_` is Markdown's way of writing `_`; what stands between backquotes is left alone. */
const withoutEscapes = (line: string): string =>
  line.replace(/`[^`]*`|\\([!-/:-@[-`{-~])/g, (whole, sign?: string) => sign ?? whole);
