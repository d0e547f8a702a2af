/** What an export writes is read again as it was: nothing is lost, and no sign stands there that nobody wrote. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countingIds } from '../import/counting-ids.ts';
import { proposeWriteUp } from '../import/propose-write-up.ts';
import { tidyRuns } from '../inline-runs.ts';
import { isRefused } from '../refused.ts';
import type { Block, Inline, Mark, TextBlock } from '../write-up.ts';
import { blocksText } from '../write-up-text.ts';
import type { ExportedReview } from './exported-review.ts';
import { exportMarkdown } from './markdown.ts';

test.each([
  'ps \\| grep pg',
  'a | b',
  '1. one\n2. two',
  '2019. That year',
  'we wrote &lt;tag&gt; and &amp; and <tag>',
  'one line\nand the next\n\nand another',
  '- no list\n+ nor this\n=== nor a heading\n--- nor a line',
  '# no heading, C# and #42',
  'see https://example.org/a_b_c?x=1&lt=2#d_e, and a_b_c',
  '    four spaces',
  'ends in \\',
])('%j is read again as it was written, in a paragraph, a list and a cell', (text) => {
  const content = [{ text }];
  const item: Block = { ...paragraph(content), kind: 'bullet' };
  const table: Block = { type: 'table', id: 't', rows: [[cell(content), cell([{ text: 'beside' }])]] };
  expect(words(readBack([paragraph(content), item, table]))).toBe(words([paragraph(content), item, table]));
});

test('a cell holds a bar in code, and the row as many cells as it had', () => {
  const code: Inline[] = [{ text: 'ps | grep pg', marks: [{ type: 'code' }] }];
  const rows = [[cell(code)], [cell([{ text: 'one' }]), cell([{ text: 'two' }])]];
  const [read] = readBack([{ type: 'table', id: 't', rows }]);
  expect(
    read?.type === 'table' && read.rows.map((row) => row.map((one) => one.content[0]?.text ?? '')),
  ).toEqual([
    ['ps | grep pg', ''],
    ['one', 'two'],
  ]);
});

test('two pieces of code side by side are one, with no sign in it', () => {
  const one: Inline = { text: 'ls', marks: [{ type: 'code' }] };
  const other: Inline = { text: '-l', marks: [{ type: 'code' }, { type: 'bold' }] };
  expect(words(readBack([paragraph([one, other])]))).toBe('ls-l');
});

test('a link leads where it led, whatever signs its address has', () => {
  for (const href of [
    'https://example.org/a>b',
    'https://example.org/a<b|c',
    'https://example.org/?a&copy;b',
  ]) {
    const rows = [[cell([{ text: 'here', marks: [{ type: 'link', href }] }])]];
    const [read] = readBack([{ type: 'table', id: 't', rows }]);
    const marks = read?.type === 'table' ? read.rows[0]?.[0]?.content[0]?.marks : [];
    expect(marks?.map((mark) => mark.type === 'link' && decodeURIComponent(mark.href))).toEqual([href]);
  }
});

test('any words with any marks are read again as they were', () =>
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
      const read = readBack(blocks);
      expect(words(read)).toBe(words(blocks));
      expect(marked(read)).toBe(marked(blocks));
    }),
    { numRuns: 300 },
  ));

const text = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'b',
        'é',
        '🙂',
        '€',
        '1',
        '12. ',
        '1)',
        '-',
        '- ',
        '+',
        '=',
        '#',
        '# ',
        '|',
        '`',
        '``',
        '*',
        '**',
      ],
      ...['_', '~', '~~', '<', '<b>', '>', '&', '&lt;', '&#35;', '\\', '[', ']', '(x)', '!', '.', ':', '"'],
      ...['https://example.org/a_b', 'www.example.org/a_b', '\n', '\n\n', ' ', '    ', '\t', 'word '],
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const marks = fc.subarray<Mark>([{ type: 'bold' }, { type: 'italic' }, { type: 'strike' }, { type: 'code' }]);
const content = fc
  .array(fc.record({ text, marks }), { minLength: 1, maxLength: 4 })
  .map((runs) => tidyRuns(runs.map(codeInLine)))
  // what Markdown cannot say: a bar behind a backslash as code in a cell, and code beside code
  .filter((runs) =>
    runs.every((run, at) => !isCode(run) || !(run.text.includes('\\|') || isCode(runs[at + 1]))),
  );
const block = fc.oneof(
  fc
    .record({ kind: fc.constantFrom('paragraph', 'quote', 'bullet', 'heading'), content })
    .map(
      ({ kind, content: runs }): Block => ({ ...paragraph(runs), kind: kind as TextBlock['kind'], level: 2 }),
    ),
  fc
    .array(fc.array(content.map(cell), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((rows): Block => ({ type: 'table', id: 't', rows })),
);

function isCode(run: Inline | undefined): boolean {
  return run?.marks?.some(({ type }) => type === 'code') ?? false;
}

/** Code within a line stands on that line. */
const codeInLine = (run: Inline): Inline =>
  isCode(run) ? { ...run, text: run.text.replace(/\s+/g, ' ') } : run;

function cell(runs: Inline[]) {
  return { header: false, content: runs };
}

function paragraph(runs: Inline[]): TextBlock {
  return { type: 'text', id: 'b', kind: 'paragraph', level: 1, indent: 0, content: runs };
}

function words(blocks: readonly Block[]): string {
  return blocksText(blocks).replace(/\s+/g, ' ').trim();
}

/** Each letter and sign with its marks; spaces have none that could be seen. */
function marked(blocks: readonly Block[]): string {
  const runs = blocks.flatMap((one) =>
    one.type === 'text' ? one.content : one.type === 'table' ? one.rows.flat().flatMap((c) => c.content) : [],
  );
  return runs
    .flatMap(({ text: said, marks: own = [] }) => {
      const named = own.flatMap(({ type }) => (type === 'link' ? [] : [type[0]])).sort();
      return [...said.replace(/\s/g, '')].map((sign) => `${sign}${named.join('')}`);
    })
    .join(' ');
}

function readBack(blocks: Block[]): Block[] {
  const file = exportMarkdown({
    id: 'r1',
    kind: 'incident',
    state: 'analysing',
    happenedOn: '2017-01-31',
    happenedUntil: null,
    zone: 'UTC',
    privacy: 'open',
    publishedAt: null,
    closestTeams: [],
    analysts: [],
    writers: [],
    readers: [],
    soak: null,
    sourceNote: '',
    writeUp: {
      title: 'Outage',
      standfirst: '',
      sections: [
        { id: 's1', title: 'Story', blocks },
        { id: 's2', title: 'After', blocks: [] },
      ],
      findings: [],
      moments: [],
    },
    systems: {},
    pictures: {},
    picturesInSoak: {},
    evidence: [],
    meetings: [],
    outcome: null,
    reflections: [],
    comments: [],
    links: [],
    exportedAt: '2026-11-21T09:00:00Z',
    address: 'https://soak.example.org/reviews/r1',
  } satisfies ExportedReview);
  const read = proposeWriteUp('x.md', file, countingIds());
  if (isRefused(read)) throw new Error(read.refused);
  const story = read.sections.find(({ title }) => title === 'Story');
  return (story?.pieces ?? []).flatMap((piece) => (piece.type === 'kept' ? piece.blocks : piece.original));
}
