import type { RootContent } from 'mdast';
import { readBlocks } from './blocks.ts';
import { chatLines } from './chat-runs.ts';
import { lineOf } from './markdown-tree.ts';
import { readPastedChat } from './pasted-chat.ts';
import type { ChatTaking } from './proposal.ts';
import type { Reading } from './reading.ts';

/**
 * A pasted chat as evidence. Its text is read twice: as messages, and as the blocks it stays when refused. What only one
 * of the two leaves out is listed with that one.
 */
export function takeChat(
  reading: Reading,
  nodes: readonly RootContent[],
  lines: readonly string[],
  name: string,
): ChatTaking | null {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (!first || !last) return null;
  const asText: Reading = { ...reading, usedDefinitions: new Set(), pictures: [], leftOut: [] };
  const original = readBlocks(asText, nodes);
  const { messages } = readPastedChat(chatLines(lines, first, last), lineOf(first), 'markdown');
  for (const picture of asText.pictures)
    if (!reading.pictures.some(({ path }) => path === picture.path)) reading.pictures.push(picture);
  return {
    type: 'chat',
    id: reading.newId(),
    line: lineOf(first),
    original,
    proposed: true,
    name,
    messages,
    leftOutAsText: asText.leftOut,
    linksAsText: [...asText.usedDefinitions],
  };
}
