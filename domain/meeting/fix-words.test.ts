import { expect, test } from 'vitest';
import { fixIn } from './fix-words.ts';

test('[M20] the last sentence that speaks of a fix is found, whole, and nothing beside it', () => {
  const text = 'The copy was silent. We should fix the prompt, so that it names the host. Then we went on.';
  const found = fixIn(text);
  expect(found?.words).toBe('We should fix the prompt, so that it names the host.');
  expect(text.slice(found?.from, found?.to)).toBe(found?.words);
});
test.each(['TODO: alert on waits', 'An action item for the platform team', 'we need to automate this'])(
  '[M20] “%s” is one',
  (words) => {
    expect(fixIn(words)?.words).toBe(words);
  },
);
test.each(['They should have seen it.', 'The fix was there at noon.', 'We should go on.', ''])(
  '[M20] “%s” is none',
  (words) => {
    expect(fixIn(words)).toBeNull();
  },
);
