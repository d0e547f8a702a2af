import { expect, it, onTestFinished, vi } from 'vitest';
import { CLOSE } from '#collab/document/close-reasons.ts';
import { type SavedFacts, type SavedState, savedState } from './saved-state.ts';
import { steady } from './steady.ts';
import { createStore } from './store.ts';

const well: SavedFacts = {
  mode: 'write',
  connected: true,
  acknowledged: true,
  everSynced: true,
  unsent: false,
  keptHere: true,
  stalled: false,
  reason: null,
  blocked: false,
};
const waiting = { connected: true, acknowledged: false, unsent: true };
const away = { connected: false, acknowledged: false };

it.each([
  ['saved', {}],
  ['saving', waiting],
  ['not-saved', { ...waiting, stalled: true }],
  ['offline', { ...away, unsent: true }],
  ['not-saved', { ...away, unsent: true, keptHere: false }],
  ['not-saved', { ...away, unsent: true, reason: CLOSE.cannotSave }],
  ['not-saved', { ...away, unsent: true, reason: CLOSE.documentFull }],
  ['offline', { ...away, unsent: true, reason: CLOSE.signedOut }],
  ['opening', { ...away, everSynced: false, mode: null }],
  ['read-only', { ...away, everSynced: false, mode: null, blocked: true }],
  ['offline', { ...away, unsent: true, blocked: true }],
  ['read-only', { mode: 'read' }],
  ['not-saved', { ...away, mode: 'read', unsent: true }],
  ['not-saved', { ...waiting, mode: 'read' }],
  ['read-only', { ...away, reason: CLOSE.notThere }],
  ['not-saved', { ...away, unsent: true, reason: CLOSE.notThere }],
] as [SavedState, Partial<SavedFacts>][])('[D2] a document is "%s" when %o', (state, facts) => {
  expect(savedState({ ...well, ...facts })).toBe(state);
});

it('a state that comes and goes within the holding time is never shown', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const source = createStore('saved');
  const shown = steady(source, 40, Object.is);
  const seen: string[] = [];
  shown.subscribe(() => seen.push(shown.get()));
  for (let key = 0; key < 5; key++) {
    source.set('saving');
    vi.advanceTimersByTime(39);
    source.set('saved');
  }
  source.set('offline');
  vi.advanceTimersByTime(40);
  expect(seen).toEqual(['offline']);
  shown.stop();
});
