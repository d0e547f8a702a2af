import { expect, it } from 'vitest';
import { handOf } from './hand.ts';
import { keysHere } from './key-words.ts';
import { isInTheMaking, keyPressed, wayPressed } from './keys.ts';
import type { RoomContext } from './room-context.ts';

const plain = { altKey: false, ctrlKey: false, metaKey: false };

it('gives each face its own keys', () => {
  expect(keyPressed({ ...plain, key: 'h' }, 'everyone')).toBe('hand');
  expect(keyPressed({ ...plain, key: 'n' }, 'everyone')).toBeNull();
  expect(keyPressed({ ...plain, key: 'n' }, 'facilitator')).toBe('speaker');
  expect(keyPressed({ ...plain, key: 'PageDown' }, 'facilitator')).toBe('next');
});

it('tells the spotlight from its taking away', () => {
  expect(keyPressed({ ...plain, key: 's' }, 'facilitator')).toBe('spotlight');
  expect(keyPressed({ ...plain, key: 'S' }, 'facilitator')).toBe('clear');
});

it('[M3] steps and spotlight of a part are on the keys of whoever tells it, a clicker’s too; the rest of steering is not', () => {
  const pressed = (key: string) => keyPressed({ ...plain, key }, 'teller');
  expect(['PageDown', 'ArrowRight', 'PageUp', 's', 'S', 'h'].map(pressed)).toEqual([
    'next',
    'next',
    'back',
    'spotlight',
    'clear',
    'hand',
  ]);
  for (const key of ['n', 'b', 't', '+', 'x', 'o', 'w']) expect(pressed(key), key).toBeNull();
  expect(keyPressed({ ...plain, key: 'PageDown' }, 'everyone')).toBeNull();
});

it('[M3] the hand of whoever tells the stage is theirs only while the group is there and they may light it', () => {
  const handOn = (steers: boolean, teller: string | null, may: true | string = true) =>
    handOf({
      room: { current: teller === null ? null : { teller: { id: teller } } },
      own: { actor: { id: 'priya', steers } },
      may: () => may,
    } as unknown as RoomContext);
  expect(handOn(false, 'priya')).toBe('teller');
  expect(handOn(true, 'priya')).toBe('facilitator');
  expect(handOn(false, 'otto')).toBe('everyone');
  expect(handOn(false, null)).toBe('everyone');
  expect(handOn(false, 'priya', 'The meeting is over.')).toBe('everyone');
});

it('lists no key whose act is not there', () => {
  const shown = (...places: Parameters<typeof keysHere>[1]) =>
    keysHere(places.includes('facilitator') ? 'facilitator' : 'everyone', places)
      .map((key) => key.shown)
      .join(' ');
  expect(shown('full', 'review')).toBe('H F Esc Q K D P I L A R ?');
  expect(shown('full', 'action')).toBe('H F Esc Q K D P L A R ?');
  expect(shown('companion', 'review', 'guest')).toBe('H F Esc Q K D L A R ?');
  expect(shown('shared', 'review')).toBe('H F Esc Q K D ?');
  expect(shown('full', 'review', 'facilitator')).toBe(
    'H F Esc Q K D P I A R ? → ← T + - S Shift S B W N X O Shift E',
  );
  // time is in the whole room
  expect(shown('companion', 'review', 'facilitator')).toBe(
    'H F Esc Q K D P I A R ? → ← S Shift S B W N X O Shift E',
  );
  expect(shown('full', 'review', 'facilitator', 'rehearsal')).not.toContain('W');
});

it('leaves the browser its own shortcuts', () => {
  expect(keyPressed({ ...plain, ctrlKey: true, key: 'f' }, 'facilitator')).toBeNull();
});

it('knows the ways that hold in a text field too, and what they are not', () => {
  const way = (event: object) => wayPressed({ ...plain, shiftKey: false, code: '', key: '', ...event });
  expect(way({ key: 'F6' })).toBe('region');
  expect(way({ key: 'F6', shiftKey: true })).toBe('regionBefore');
  expect(way({ key: 'F6', ctrlKey: true })).toBeNull();
  // with Alt a Mac writes another letter
  expect(way({ key: 'µ', code: 'KeyM', altKey: true })).toBe('keyFirst');
  // AltGr writes a letter on Windows
  expect(way({ key: 'µ', code: 'KeyM', altKey: true, ctrlKey: true })).toBeNull();
  expect(way({ key: 'm', code: 'KeyM' })).toBeNull();
  expect(way({ key: '/', ctrlKey: true })).toBe('list');
  expect(way({ key: '/', metaKey: true })).toBe('list');
  expect(way({ key: '/' })).toBeNull();
});

it('leaves letters still being put together their own keys, in Safari too, which tells of them afterwards', () => {
  expect(isInTheMaking({ isComposing: true, keyCode: 27 })).toBe(true);
  expect(isInTheMaking({ isComposing: false, keyCode: 229 })).toBe(true);
  expect(isInTheMaking({ isComposing: false, keyCode: 27 })).toBe(false);
});
