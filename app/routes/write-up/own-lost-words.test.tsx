import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import { OwnLostWords } from './own-lost-words.tsx';

test('[D13] who may no longer write has what lost its place to copy or let go, not to put back', () => {
  const lost = {
    kind: 'words',
    place: 'p',
    block: 'b',
    afterBlock: '',
    before: 'It ',
    words: 'ran twice',
    after: '.',
  };
  const shown = (offers: readonly object[]) =>
    rendered(<OwnLostWords review="r" offers={offers as never} />, { at: '/reviews/r' }).words;
  expect(shown([])).toBe('');
  const words = shown([{ ...lost, id: 1 }]);
  for (const each of ['ran twice', 'Copy', 'Let go', 'Only you see this']) expect(words).toContain(each);
  expect(words).not.toContain('Put back');
});
