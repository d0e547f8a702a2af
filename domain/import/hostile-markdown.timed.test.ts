import { describe, expect, it } from 'vitest';
import { isRefused } from '#domain/refused.ts';
import { blocksText } from '#domain/write-up-text.ts';
import { countingIds } from './counting-ids.ts';
import { decide } from './decide.ts';
import { markdownToBlocks } from './markdown-to-blocks.ts';
import { proposeWriteUp } from './propose-write-up.ts';

const newId = countingIds();
const propose = (text: string) => proposeWriteUp('x.md', text, newId);

describe('[bad input 25] Markdown that means harm', () => {
  it.each([
    ['5 MB of brackets', '['.repeat(5_000_000)],
    ['5 MB of bracket pairs', '[]('.repeat(1_700_000)],
    ['brackets under the limit', '['.repeat(900_000)],
    ['emphasis that opens and never closes', '_a*'.repeat(300_000)],
    ['links that never close', 'a]('.repeat(300_000)],
    ['quotations in quotations', `${'> '.repeat(50_000)}x`],
    ['lists in lists', `${'- '.repeat(400)}x`],
    ['paragraph upon paragraph just under the count of signs', `${'_a*'.repeat(600)}\n\n`.repeat(3)],
  ])('%s: refused with a sentence, or read, within a second', (_, text) => {
    const start = performance.now();
    const proposal = propose(text);
    expect(performance.now() - start).toBeLessThan(1000);
    if (isRefused(proposal)) expect(proposal.refused).toMatch(/^This text .*\.$/);
  });

  it('raw HTML is dropped and listed with its line', () => {
    const proposal = propose(
      '# T\n\n## S\n\nhello <script>alert(1)</script>\n\n<iframe src="//evil"></iframe>',
    );
    if (isRefused(proposal)) throw new Error();
    const { writeUp, leftOut } = decide(
      proposal,
      { title: 'T', day: '2019-01-01', zone: 'UTC', takings: {} },
      new Map(),
      newId,
    );
    expect(JSON.stringify(writeUp)).not.toContain('<');
    expect(leftOut.map(({ line, text }) => [line, text])).toEqual([
      [5, '<script>'],
      [5, '</script>'],
      [7, '<iframe src="//evil"></iframe>'],
    ]);
  });

  it('front matter, an alias bomb among it, is never read: it is listed', () => {
    const proposal = propose('---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n---\n\n# T\n\nhello');
    expect(proposal).toMatchObject({ title: 'T', leftOut: [{ line: 1, why: 'front-matter' }] });
  });

  it('a definition a million characters long is not multiplied', () => {
    const text = `[a]: https://x.test/${'y'.repeat(300_000)}\n\n${'[a] '.repeat(1_000)}`;
    expect(JSON.stringify(propose(text)).length).toBeLessThan(1_500_000);
  });
});

describe('[bad input 22] [bad input 23] in Markdown', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    '//evil.test/x',
    'file:///etc/passwd',
  ])('a link to %s keeps its words and loses its target, which is listed', (target) => {
    const proposal = propose(`[words](<${target}>)`);
    expect(proposal).toMatchObject({ leftOut: [{ why: 'unsafe-link', text: target }] });
    expect(JSON.stringify(!isRefused(proposal) && proposal.sections)).not.toContain(target);
  });

  it.each(['data:image/svg+xml,x', 'file:///etc/passwd'])(
    'a picture at %s goes nowhere and is listed',
    (url) => {
      const proposal = propose(`![words](<${url}>)`);
      expect(proposal).toMatchObject({ pictures: [], leftOut: [{ why: 'picture-elsewhere', text: url }] });
    },
  );

  it('a picture on the network becomes a link, never a request', () => {
    expect(propose('![graph](http://10.0.0.1/x.png)')).toMatchObject({ pictures: [] });
  });
});

describe('Markdown pasted into the editor', () => {
  it('comes in as blocks', () => {
    const blocks = markdownToBlocks(
      'Hi **you**\n\n- a\n  - b\n\n> q\n\n| a | b |\n|--|--|\n| c | d |',
      newId,
    );
    expect(blocks.map((block) => (block.type === 'text' ? block.kind : block.type))).toEqual([
      'paragraph',
      'bullet',
      'bullet',
      'quote',
      'table',
    ]);
  });
  it('what the parser will not take comes in as plain paragraphs', () => {
    expect(blocksText(markdownToBlocks('_a*'.repeat(20_000), newId))).toBe('_a*'.repeat(20_000));
  });
});
