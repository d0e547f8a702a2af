import { describe, expect, it } from 'vitest';
import type { DraftStore } from './action-session/kept-draft.ts';
import {
  type Draft,
  formOf,
  isBegun,
  NO_DRAFT,
  NO_DRAFTS,
  readDrafts,
  storeDraft,
  waitingOf,
} from './drafts.ts';

const WRITTEN: Draft = { words: 'It was slow,', about: '', whose: '', type: 'different-view' };

describe('what was begun in the room and not kept', () => {
  it('[C1] [C5] comes back after a reload for whoever wrote it in this room, and for nobody else', () => {
    const store = storeOf();
    storeDraft(store, 'otto:room:1', 'said', WRITTEN);
    expect(readDrafts(store, 'otto:room:1').said).toEqual(WRITTEN);
    expect(readDrafts(store, 'priya:room:1')).toEqual(NO_DRAFTS);
    expect(readDrafts(store, 'otto:room:2')).toEqual(NO_DRAFTS);
  });

  it('leaves nothing in the tab once it is kept, or its words are taken out', () => {
    const store = storeOf();
    storeDraft(store, 'otto:room:1', 'said', WRITTEN);
    storeDraft(store, 'otto:room:1', 'said', { ...WRITTEN, words: ' ' });
    expect(store.size()).toBe(0);
  });

  it('[C6] an idea waits apart from what is said aloud: its words never stand in a form that shows them', () => {
    const drafts = { ...NO_DRAFTS, seal: { ...NO_DRAFT, words: 'Print how long a wait is.' } };
    expect(waitingOf(drafts, 'seal')).toEqual([]);
    for (const open of ['question', 'park', 'hand', null] as const)
      expect(waitingOf(drafts, open), `${open}`).toEqual(['seal']);
  });

  it('is not called waiting while it stands in the open form, whichever of those that share it', () => {
    const drafts = { ...NO_DRAFTS, said: WRITTEN };
    for (const open of ['question', 'insight', 'different-view', 'park'] as const)
      expect(waitingOf(drafts, open), open).toEqual([]);
    expect(waitingOf(drafts, 'signal')).toEqual(['said']);
  });

  it('is gone on with where it was typed last', () => {
    expect(formOf('said', WRITTEN)).toBe('different-view');
    expect(formOf('said', { ...WRITTEN, type: 'park' })).toBe('park');
    expect(formOf('said', { ...WRITTEN, type: '' })).toBe('question');
    expect(formOf('hand', { ...WRITTEN, type: 'process' })).toBe('hand');
  });

  it('of a hand is also for whom it was to go up', () => {
    expect(isBegun('hand', { ...NO_DRAFT, whose: 'Noor' })).toBe(true);
    expect(isBegun('said', { ...NO_DRAFT, whose: 'Noor' })).toBe(false);
  });
});

function storeOf(): DraftStore & { size(): number } {
  const stored = new Map<string, string>();
  return {
    getItem: (name) => stored.get(name) ?? null,
    setItem: (name, words) => void stored.set(name, words),
    removeItem: (name) => void stored.delete(name),
    size: () => stored.size,
  };
}
