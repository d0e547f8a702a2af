import type { List, ListItem, Table } from 'mdast';
import { runsText } from '#domain/inline-runs.ts';
import type { Block, MomentKind, TableBlock } from '#domain/write-up.ts';
import { readBlocks, readItem, TOP } from './blocks.ts';
import { outOfList, runsAfterWithLinks, withFirstWords } from './cut-words.ts';
import { lineOf } from './markdown-tree.ts';
import type { MomentTaking, Piece } from './proposal.ts';
import type { Reading } from './reading.ts';
import { dayText, findDay, isDayAlone } from './stated-day.ts';
import { statedAtStart } from './stated-time.ts';

/** Share of a list's items, or of a table's rows, that begin with a time before it is read as a timeline. */
const TIMED_SHARE = 0.6;

/** A list as moments where it is a timeline; null where it is another kind of list. */
export function takeListOfMoments(
  reading: Reading,
  list: List,
  dayAbove: string | null,
  underTimeline: boolean,
): Piece[] | null {
  const items = list.children.map((item, at) => ({ item, blocks: readItem(reading, list, item, TOP, at) }));
  const timed = items.filter(({ blocks }) => timeOf(blocks) !== null).length;
  const enough = underTimeline ? timed >= 1 : timed >= 2 && timed / items.length >= TIMED_SHARE;
  return enough ? items.map(({ item, blocks }) => momentOrText(reading, item, blocks, dayAbove)) : null;
}

/** Lists nested under a line that is a date: the date stays text, what stands under it are moments of that day. */
export function takeDaysOfMoments(
  reading: Reading,
  list: List,
  year: number,
  underTimeline: boolean,
): Piece[] | null {
  const isDays = list.children.every(
    ({ children: [day, nested, ...more] }) =>
      day?.type === 'paragraph' && nested?.type === 'list' && more.length === 0 && isDayAlone(plain(day)),
  );
  if (!isDays || list.children.length === 0) return null;
  return list.children.flatMap((item, at) => {
    const [day, nested] = item.children;
    if (!day || nested?.type !== 'list') return [];
    const above = findDay(plain(day));
    const line: Piece = {
      type: 'kept',
      blocks: readItem(reading, list, { ...item, children: [day] }, TOP, at),
    };
    const taken = takeListOfMoments(reading, nested, above && dayText(above, year), underTimeline);
    return [
      line,
      ...(taken ?? [{ type: 'kept', blocks: readBlocks(reading, [nested], { ...TOP, indent: 1 }) } as const]),
    ];
  });
}

/** A table as moments where its first column holds times. The heading row stays, with a pointer for each row taken. */
export function takeTableOfMoments(reading: Reading, node: Table, dayAbove: string | null): Piece[] | null {
  const [table] = readBlocks(reading, [node]);
  if (table?.type !== 'table') return null;
  const [head, ...rows] = table.rows;
  const timed = rows.filter((row) => statedAtStart(runsText(row[0]?.content ?? [])) !== null).length;
  if (!head || timed < 2 || timed / rows.length < TIMED_SHARE) return null;
  const headRow: Piece = { type: 'kept', blocks: [{ ...table, rows: [head] }] };
  return [headRow, ...rows.map((row, at) => rowMoment(reading, table, row, lineOf(node) + 2 + at, dayAbove))];
}

function momentOrText(reading: Reading, item: ListItem, original: Block[], dayAbove: string | null): Piece {
  const time = timeOf(original);
  const first = original[0];
  if (!time || first?.type !== 'text') return { type: 'kept', blocks: original };
  const blocks = withFirstWords(outOfList(original), runsAfterWithLinks(first.content, time.length));
  return moment(reading, lineOf(item), time.stated, original, blocks, dayAbove);
}

function rowMoment(
  reading: Reading,
  table: TableBlock,
  row: TableBlock['rows'][number],
  line: number,
  dayAbove: string | null,
): Piece {
  const original: Block[] = [{ ...table, rows: [row] }];
  const [first, ...others] = row;
  const time = statedAtStart(runsText(first?.content ?? []));
  if (!first || !time) return { type: 'kept', blocks: original };
  const words = [runsAfterWithLinks(first.content, time.length), ...others.map((cell) => cell.content)];
  const blocks = words
    .filter((content) => runsText(content).trim() !== '')
    .map(
      (content): Block => ({
        type: 'text',
        id: reading.newId(),
        kind: 'paragraph',
        level: 1,
        indent: 0,
        content,
      }),
    );
  return moment(reading, line, time.stated, original, blocks, dayAbove);
}

function moment(
  reading: Reading,
  line: number,
  stated: MomentTaking['stated'],
  original: Block[],
  blocks: Block[],
  dayAbove: string | null,
): MomentTaking {
  const first = blocks.find((block) => block.type === 'text');
  const kind = guessKind(first?.type === 'text' ? runsText(first.content) : '');
  return {
    type: 'moment',
    id: reading.newId(),
    line,
    original,
    proposed: true,
    kind,
    stated,
    blocks,
    dayAbove,
  };
}

const GUESSES: readonly [MomentKind, RegExp][] = [
  ['working-theory', /\b(?:suspect\w*|theory|hypothes\w+)\b/i],
  [
    'call-for-help-or-hand-over',
    /\b(?:ping(?:s|ed)|page[ds]?|paging|loops? in|escalat\w+|hand(?:s|ed)? over)\b/i,
  ],
  [
    'change-in-the-system',
    /\b(?:is|was|are|were)? ?(?:merged|uploaded|deployed|updated|drained|introduced|restarted)\b/i,
  ],
  [
    'decision-or-action',
    /\b(?:roll(?:s|ed)? back|revert\w*|manually|deletes?d?|deploys|creates|begins migrating|brings up)\b/i,
  ],
];

/** A modest guess; whoever imports sees it and may change it. */
const guessKind = (words: string): MomentKind =>
  GUESSES.find(([, sign]) => sign.test(words))?.[0] ?? 'observation';

function timeOf(blocks: readonly Block[]) {
  const first = blocks[0];
  return first?.type === 'text' ? statedAtStart(runsText(first.content)) : null;
}

const plain = (node: ListItem['children'][number]): string =>
  node.type !== 'paragraph'
    ? ''
    : node.children.map((child) => ('value' in child ? child.value : '')).join('');
