import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Choices, takingsOf } from '#domain/import/choices.ts';
import { countingIds } from '#domain/import/counting-ids.ts';
import { decide } from '#domain/import/decide.ts';
import { proposeWriteUp } from '#domain/import/propose-write-up.ts';
import { markdownFiles } from '#domain/import/word-count.arbitrary.ts';
import { isRefused } from '#domain/refused.ts';
import { previewOf } from './preview.ts';

const CHAT = `# Outage

> ada [9:01 AM]
look <!-- unsaid --> press <kbd>Esc</kbd> as [told][guide]
>
> ben  [9:02 AM]
> \`\`\`sh wmeta
> ls
> \`\`\`

[guide]: https://example.org/guide
`;

test('what a chat leaves out as text is listed once it is refused, and no link it uses is called unused', () => {
  const { previewed } = brought(CHAT, () => true);
  expect(previewed.map(({ why }) => why)).toEqual(['unused-link']);
  const refused = brought(CHAT, () => false);
  expect(refused.previewed.map(({ line, text }) => [line, text])).toEqual([
    [4, '<!-- unsaid -->'],
    [4, '<kbd>'],
    [4, '</kbd>'],
    [7, 'sh wmeta'],
  ]);
});

test('what the preview lists as left out is what bringing it in leaves out, whatever is taken', () =>
  fc.assert(
    fc.property(markdownFiles, fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }), (file, takes) => {
      const { previewed, leftOut } = brought(file.source, (at) => takes[at % takes.length] ?? true);
      expect(previewed).toEqual(leftOut);
    }),
    { numRuns: 150 },
  ));

function brought(source: string, take: (at: number) => boolean) {
  const newId = countingIds();
  const writeUp = proposeWriteUp('x.md', source, newId);
  if (isRefused(writeUp)) throw new Error(writeUp.refused);
  const choices: Choices = {
    title: writeUp.title,
    day: '2026-11-20',
    zone: 'UTC',
    takings: Object.fromEntries(takingsOf(writeUp).map(({ id }, at) => [id, { take: take(at) }])),
  };
  const held = { writeUp, pasted: null, channels: [], pictures: [], notRead: [] };
  const uploads = new Map(writeUp.pictures.map(({ path }) => [path, newId()]));
  return {
    previewed: previewOf(held, choices).leftOut,
    leftOut: decide(writeUp, choices, uploads, newId).leftOut,
  };
}
