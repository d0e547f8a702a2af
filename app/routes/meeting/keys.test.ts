import { expect, it } from 'vitest';
import { isInTheMaking, keyPressed } from './keys.ts';

const plain = { altKey: false, ctrlKey: false, metaKey: false };

it('gives each face its own keys', () => {
  expect(keyPressed({ ...plain, key: 'h' }, false)).toBe('hand');
  expect(keyPressed({ ...plain, key: 'n' }, false)).toBeNull();
  expect(keyPressed({ ...plain, key: 'n' }, true)).toBe('speaker');
  expect(keyPressed({ ...plain, key: 'PageDown' }, true)).toBe('next');
});

it('tells the spotlight from its taking away', () => {
  expect(keyPressed({ ...plain, key: 's' }, true)).toBe('spotlight');
  expect(keyPressed({ ...plain, key: 'S' }, true)).toBe('clear');
});

it('leaves the browser its own shortcuts', () => {
  expect(keyPressed({ ...plain, ctrlKey: true, key: 'f' }, true)).toBeNull();
});

it('leaves letters still being put together their own keys, in Safari too, which tells of them afterwards', () => {
  expect(isInTheMaking({ isComposing: true, keyCode: 27 })).toBe(true);
  expect(isInTheMaking({ isComposing: false, keyCode: 229 })).toBe(true);
  expect(isInTheMaking({ isComposing: false, keyCode: 27 })).toBe(false);
});
