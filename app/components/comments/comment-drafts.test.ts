import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CommentDrafts } from './comment-drafts.ts';

const tab = new Map<string, string>();
beforeEach(() => {
  tab.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => tab.get(name) ?? null,
    setItem: (name: string, words: string) => void tab.set(name, words),
    removeItem: (name: string) => void tab.delete(name),
  });
});
afterEach(() => vi.unstubAllGlobals());

it('[K1] a second comment begun while the first is on its way is empty, and stays when the first is kept', () => {
  const drafts = new CommentDrafts();
  drafts.write('begin', 'First');
  drafts.sends('begin', 'First');
  drafts.opens('begin');
  expect(drafts.of('begin').get()).toBe(null);
  expect(new CommentDrafts().of('begin').get(), 'after a reload').toBe('First');
  drafts.write('begin', 'Second');
  drafts.isKept('begin', 'First');
  expect(drafts.of('begin').get()).toBe('Second');
  expect(tab.get('begin')).toBe('Second');
});

it('[K1] kept, nothing of it is left, whether its form was left meanwhile or not', () => {
  for (const isLeft of [false, true]) {
    const drafts = new CommentDrafts();
    drafts.write('begin', 'First');
    drafts.sends('begin', 'First');
    if (isLeft) drafts.opens('begin');
    drafts.isKept('begin', 'First');
    expect(drafts.of('begin').get()).toBe(null);
    expect([...tab]).toEqual([]);
  }
});

it('[K1] refused, it stands here again, with what has been written since', () => {
  const drafts = new CommentDrafts();
  drafts.write('begin', 'First');
  drafts.sends('begin', 'First');
  drafts.opens('begin');
  drafts.write('begin', 'Second');
  drafts.isRefused('begin', 'First');
  expect(drafts.of('begin').get()).toBe('First\n\nSecond');
  expect(tab.get('begin')).toBe('First\n\nSecond');
  drafts.sends('begin', 'First\n\nSecond');
  drafts.isRefused('begin', 'First\n\nSecond');
  expect(drafts.of('begin').get()).toBe('First\n\nSecond');
});
