import { describe, expect, it } from 'vitest';
import {
  type DraftStore,
  forgetAside,
  forgetDraft,
  forgetKept,
  readAside,
  readDraft,
  writeDraft,
} from './kept-draft.ts';

const EMPTY = { choice: 'do', reason: '' };
const WRITTEN = { choice: 'no', reason: 'The list says so itself.' };

describe('drafts that wait until they are kept', () => {
  it('come back for the idea they were written about, and for no other', () => {
    const store = storeOf();
    writeDraft(store, 'idea-1', '', WRITTEN);
    expect(readDraft(store, 'idea-1', '', EMPTY)).toEqual(WRITTEN);
    expect(readDraft(store, 'idea-2', '', EMPTY)).toEqual(EMPTY);
  });

  it('give way once the decision they were written upon has changed', () => {
    const store = storeOf();
    writeDraft(store, 'idea-1', 'null ', WRITTEN);
    expect(readDraft(store, 'idea-1', 'do Somebody was quicker.', EMPTY)).toEqual(EMPTY);
  });

  it('[D7] written upon something else they are put aside, the newest first, until they are thrown away', () => {
    const store = storeOf();
    const any = () => true;
    writeDraft(store, 'idea-1', 'null ', WRITTEN);
    expect(readAside(store, 'idea-1', 'null ', any)).toEqual([]);
    expect(readAside(store, 'idea-1', 'do Somebody was quicker.', any)).toEqual([WRITTEN]);
    // the next letter does not take its place
    const later = { choice: 'no', reason: 'And the runbook too.' };
    writeDraft(store, 'idea-1', 'do Somebody was quicker.', later);
    expect(readAside(store, 'idea-1', 'no', any)).toEqual([later, WRITTEN]);
    forgetAside(store, 'idea-1', WRITTEN);
    expect(readAside(store, 'idea-1', 'no', any)).toEqual([later]);
    expect(readAside(store, 'idea-1', 'no', () => false)).toEqual([]);
  });

  it('kept, they are gone; what was written after the press stays', () => {
    const store = storeOf();
    writeDraft(store, 'idea-1', '', WRITTEN);
    const more = { ...WRITTEN, reason: 'The list says so itself, and' };
    writeDraft(store, 'idea-1', '', more);
    expect(forgetKept(store, 'idea-1', '', WRITTEN)).toBe(false);
    expect(readDraft(store, 'idea-1', '', EMPTY)).toEqual(more);
    expect(forgetKept(store, 'idea-1', '', more)).toBe(true);
    expect(readDraft(store, 'idea-1', '', EMPTY)).toEqual(EMPTY);
  });

  it('are gone once kept', () => {
    const store = storeOf();
    writeDraft(store, 'idea-1', '', WRITTEN);
    forgetDraft(store, 'idea-1');
    expect(readDraft(store, 'idea-1', '', EMPTY)).toEqual(EMPTY);
  });

  it.each(['{', '7', '{"base":""}', '{"base":"","draft":{"choice":"no","reason":4}}'])(
    'are empty where something else was stored: %s',
    (stored) => expect(readDraft(storeOf(stored), 'idea-1', '', EMPTY)).toEqual(EMPTY),
  );

  it('do without a store that refuses', () => {
    const refuse = () => {
      throw new Error('switched off');
    };
    const store = { getItem: refuse, setItem: refuse, removeItem: refuse };
    expect(() => writeDraft(store, 'idea-1', '', WRITTEN)).not.toThrow();
    expect(() => forgetDraft(store, 'idea-1')).not.toThrow();
    expect(readDraft(store, 'idea-1', '', EMPTY)).toEqual(EMPTY);
  });
});

function storeOf(first: string | null = null): DraftStore {
  const stored = new Map<string, string>();
  return {
    getItem: (name) => stored.get(name) ?? first,
    setItem: (name, words) => void stored.set(name, words),
    removeItem: (name) => void stored.delete(name),
  };
}
