// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { personUndo } from '#collab/client/editor/person-undo.ts';
import type { LinkState } from '#collab/client/link.ts';
import type { DocumentStatus, OpenDocument } from '#collab/client/open-document.ts';
import { createStore } from '#collab/client/store.ts';
import type { Offered } from '#collab/document/rescued.ts';
import { addSection } from '#collab/document/sections.ts';
import { RescuedBoard } from './rescued-board.ts';

const AN_OFFER = {
  kind: 'lost',
  place: 'section:s',
  block: '',
  afterBlock: '',
  before: '',
  after: '',
} as const;
const LONGEST_PAUSE_MS = 45_000;

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page whose write-up is open; `answers` come one after the other, the last again and again. */
function aPage(answers: (Offered | 'away')[]) {
  const doc = new Y.Doc();
  addSection(doc, { id: 's', title: 'What happened' });
  const link = createStore({ phase: 'connected', synced: true } as LinkState);
  const status = createStore({ ready: true, mode: 'write' } as DocumentStatus);
  const rescued = createStore(0);
  const asked = vi.fn(async () => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    return answer === 'away' ? new Response('', { status: 503 }) : Response.json(answer);
  });
  vi.stubGlobal('fetch', asked);
  const open = { doc, link, status, rescued } as unknown as OpenDocument;
  const board = new RescuedBoard({ person: 'priya', review: 'r' }, open, personUndo(doc));
  const offered = () => board.offers.get().offers.map(({ words }) => words);
  return { board, link, rescued, asked, offered };
}
const offering = (...words: string[]): Offered => ({
  offers: words.map((each, at) => ({ ...AN_OFFER, id: at + 1, words: each })),
  mayPutBack: true,
});

test('[D13] lost words that could not be read are read for again until they are here, without a reload', async () => {
  const { board, asked, offered } = aPage(['away', 'away', offering('In the tunnel.')]);
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveBeenCalledOnce();
  expect(offered()).toEqual([]);
  await vi.advanceTimersByTimeAsync(LONGEST_PAUSE_MS);
  expect(offered()).toEqual(['In the tunnel.']);
  expect(asked).toHaveBeenCalledTimes(3);
  board.close();
});

test('[D13] what was lost while this page was away is offered once it is back, told or not', async () => {
  const { board, link, asked, offered } = aPage([offering(), offering('In the tunnel.')]);
  await vi.advanceTimersByTimeAsync(0);
  link.set({ ...link.get(), phase: 'connecting', synced: false });
  link.set({ ...link.get(), phase: 'connected' });
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveBeenCalledOnce();
  link.set({ ...link.get(), synced: true });
  link.set({ ...link.get(), unacknowledged: 1 });
  await vi.advanceTimersByTimeAsync(0);
  expect(offered()).toEqual(['In the tunnel.']);
  expect(asked).toHaveBeenCalledTimes(2);
  board.close();
});

test('[D13] an offer that is answered is gone, also where the others cannot be read just then; a page that is left asks no more', async () => {
  const both = offering('In the tunnel.', 'And after it.');
  const { board, asked, offered } = aPage([both, 'away']);
  await vi.advanceTimersByTimeAsync(0);
  const [first] = board.offers.get().offers;
  if (!first) throw new Error('nothing is offered');
  expect(await board.answer(first, 'let-go')).toBeNull();
  expect(offered()).toEqual(['In the tunnel.', 'And after it.']);
  asked.mockResolvedValueOnce(Response.json({ written: null }));
  expect(await board.answer(first, 'let-go')).toEqual({ takeBack: null });
  expect(offered()).toEqual(['And after it.']);
  board.close();
  const before = asked.mock.calls.length;
  await vi.advanceTimersByTimeAsync(LONGEST_PAUSE_MS);
  expect(asked).toHaveBeenCalledTimes(before);
});
