import type { RootContent } from 'mdast';
import { lastLineOf, lineOf } from './markdown-tree.ts';
import { chatHeader } from './pasted-chat.ts';

/** A stretch of neighbouring nodes that together are one pasted chat. */
export interface ChatRun {
  from: number;
  /** Index of the last node of the run. */
  to: number;
}

/** Nodes a chat cannot reach across. */
const ENDS: readonly RootContent['type'][] = ['heading', 'thematicBreak', 'definition', 'html', 'table'];

/** Where chats stand among a section's nodes: two headers at least, begun by a quotation or a paragraph. */
export function chatRuns(nodes: readonly RootContent[], lines: readonly string[]): ChatRun[] {
  const runs: ChatRun[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const run = startsChat(nodes[at], lines) ? runFrom(nodes, at, lines) : null;
    if (!run) continue;
    runs.push(run);
    at = run.to;
  }
  return runs;
}

/** The source's lines of one run, a quotation sign taken off each. */
export const chatLines = (lines: readonly string[], first: RootContent, last: RootContent): string[] =>
  lines.slice(lineOf(first) - 1, lastLineOf(last)).map(unquoted);

const unquoted = (line: string): string => line.replace(/^ {0,3}>[ ]?/, '');

function startsChat(node: RootContent | undefined, lines: readonly string[]): boolean {
  if (node?.type !== 'blockquote' && node?.type !== 'paragraph') return false;
  return chatHeader(unquoted(lines[lineOf(node) - 1] ?? '')) !== null;
}

/**
 * From a header on. Quotations always belong. What stands outside one (a fence cuts a lazily quoted message in two)
 * belongs when a later header shows that the chat went on; at the end only where that has been this chat's way before.
 */
function runFrom(nodes: readonly RootContent[], from: number, lines: readonly string[]): ChatRun | null {
  let headers = 0;
  let to = from;
  let outside = false;
  let wentOn = false;
  let reach = from;
  for (let at = from; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (!node || ENDS.includes(node.type)) break;
    const found = headersIn(node, lines);
    headers += found;
    if (node.type === 'blockquote' || found > 0) {
      wentOn ||= outside && found > 0;
      outside = false;
      to = at;
    } else outside = true;
    reach = at;
  }
  return headers >= 2 ? { from, to: wentOn ? reach : to } : null;
}

const headersIn = (node: RootContent, lines: readonly string[]): number =>
  node.type === 'code'
    ? 0
    : lines.slice(lineOf(node) - 1, lastLineOf(node)).filter((line) => chatHeader(unquoted(line)) !== null)
        .length;
