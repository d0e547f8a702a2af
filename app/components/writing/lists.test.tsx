import { expect, test } from 'vitest';
import type { Block } from '#domain/write-up.ts';
import { rendered } from '../testing.tsx';
import { Blocks } from './blocks.tsx';

const item = (id: string, number?: number): Block => ({
  type: 'text',
  id,
  kind: 'numbered',
  level: 1,
  indent: 0,
  content: [{ text: id }],
  ...(number !== undefined && { number }),
});

test('a list from 4 is read from 4', () => {
  const { html } = rendered(<Blocks blocks={[item('a', 4), item('b')]} />, { at: '/' });
  expect(html).toMatch(/<ol><li id="block-a" value="4"[^>]*>a<\/li><li id="block-b" data/);
});
