import { expect, test } from 'vitest';
import { DemoBanner } from './demo-banner.tsx';
import { rendered } from './testing.tsx';

const soaks = [
  { review: 'r1', title: 'Two coasts' },
  { review: 'r2', title: 'Images gone' },
];
const banner = (at: string, root: object = { demo: true, soaks }) => rendered(<DemoBanner />, { at, root });

test('the demo says that it is one, and offers to let each soak pass', () => {
  const { words, sends } = banner('/');
  expect(words).toContain('A demo on this machine.');
  expect(words).toContain('Two coasts is soaking.');
  expect(words).toContain('Let the soak pass of Images gone');
  expect(sends).toEqual(['r1', 'r2']);
});

test('a review’s own pages offer its own soak alone; where it does not soak, all of them', () => {
  expect(banner('/reviews/r2/actions').sends).toEqual(['r2']);
  expect(banner('/reviews/r2/actions').words).toMatch(/Let the soak pass$/);
  expect(banner('/reviews/r3').sends).toEqual(['r1', 'r2']);
});

test('it is not in the room, and nowhere but in the demo', () => {
  expect(banner('/meetings/m1').words).toBe('');
  expect(banner('/', { demo: false, soaks }).words).toBe('');
  expect(banner('/', { demo: true, soaks: [] }).sends).toEqual([]);
});
