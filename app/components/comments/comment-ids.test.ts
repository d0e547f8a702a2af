import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CommentIds } from './comment-ids.ts';

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

it('[K1] a comment sent again after a lost answer is the same: in other words, on words chosen anew, after a reload', () => {
  const page = new CommentIds();
  const id = page.idOf('begin', 'here', 'Which tool?');
  expect(page.idOf('begin', 'here', 'Which tools?')).toBe(id);
  expect(page.idOf('begin', 'there', 'Which tools?')).toBe(id);
  const reloaded = new CommentIds();
  expect(reloaded.idOf('begin', 'elsewhere', 'Which tools?')).toBe(id);
  expect(reloaded.idOf('answer', 'elsewhere', 'Which tools?')).not.toBe(id);
});

it('[K1] other words on something else are another comment, and so is the one after a comment that is kept', () => {
  const page = new CommentIds();
  const id = page.idOf('begin', 'here', 'Which tool?');
  const other = page.idOf('begin', 'there', 'Who knew?');
  expect(other).not.toBe(id);
  page.isKept('begin', id);
  expect(page.idOf('begin', 'there', 'Who knew?'), 'the one before was answered late').toBe(other);
  page.isKept('begin', other);
  expect(page.idOf('begin', 'there', 'Who knew?')).not.toBe(other);
});

it('[K1] a browser that keeps nothing for its tabs knows it on this page', () => {
  vi.stubGlobal('sessionStorage', undefined);
  const page = new CommentIds();
  const id = page.idOf('begin', 'here', 'Which tool?');
  expect(page.idOf('begin', 'there', 'Which tool?')).toBe(id);
});
