import { describe, expect, it } from 'vitest';
import { changed, kept, NOTHING_COMPOSED, pressed } from './composing.ts';

describe('what is open for writing', () => {
  const thanked = kept(pressed(NOTHING_COMPOSED, 'question'), 'question', 'Kept.');

  it('says thanks where the form stood', () => {
    expect(thanked).toMatchObject({ open: null, thanks: 'Kept.' });
  });

  it.each(['question', 'insight', 'different-view', 'hand', 'park', 'seal'] as const)(
    'opens %s at one press while thanks are showing, with the focus asked for',
    (what) => {
      const next = pressed(thanked, what);
      expect(next).toMatchObject({ open: what, thanks: null });
      expect(next.presses).toBe(thanked.presses + 1);
    },
  );

  it('puts a form away when its own button is pressed again, and asks for no focus', () => {
    const open = pressed(NOTHING_COMPOSED, 'park');
    expect(pressed(open, 'park')).toEqual({ ...open, open: null });
  });

  it('leaves the focus on the choice when the kind is changed within the form', () => {
    const open = pressed(NOTHING_COMPOSED, 'question');
    expect(changed(open, 'insight')).toEqual({ ...open, open: 'insight' });
  });

  it('leaves a form alone that was opened while the last words were on their way', () => {
    const other = pressed(pressed(NOTHING_COMPOSED, 'question'), 'seal');
    expect(kept(other, 'question', 'Kept.')).toBe(other);
    expect(kept(other, 'hand', null), 'a hand that was raised says no thanks').toBe(other);
  });
});
