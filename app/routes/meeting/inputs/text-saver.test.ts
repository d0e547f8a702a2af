import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { post } from '../use-commands.ts';
import { TextSaver } from './text-saver.ts';

const NOTES = { meeting: 'm', stage: null, person: 'otto' };

beforeEach(() => {
  vi.useFakeTimers();
  const stored = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, words: string) => void stored.set(name, words),
    removeItem: (name: string) => void stored.delete(name),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('[P6] a note goes out as one’s own note, and at once when its field goes', async () => {
  const door = doorOf();
  const saver = new TextSaver(NOTES, '', door.post);
  saver.type('Ask about the copy.');
  expect(door.sent).toEqual([]);
  await saver.flush();
  expect(door.sent).toMatchObject([{ command: 'note', words: 'Ask about the copy.' }]);
  expect(saver.state.get().kept).toBe('saved');
});

test('[M15] a text goes out with its stage', async () => {
  const door = doorOf();
  const saver = new TextSaver({ ...NOTES, stage: 's' }, '', door.post);
  saver.type('I waited.');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(door.sent).toMatchObject([{ command: 'write', stage: 's', words: 'I waited.' }]);
});

test('offline it says so, waits in the tab, and is saved by itself once the connection is back', async () => {
  const door = doorOf();
  door.isOpen = false;
  const saver = new TextSaver(NOTES, '', door.post);
  saver.type('Half a');
  await vi.advanceTimersByTimeAsync(4_000);
  expect(saver.state.get()).toMatchObject({ kept: 'not-saved', words: 'Half a' });
  const reloaded = new TextSaver(NOTES, '', doorOf().post);
  expect(reloaded.state.get().words).toBe('Half a');
  door.isOpen = true;
  await vi.advanceTimersByTimeAsync(4_000);
  expect(saver.state.get().kept).toBe('saved');
  expect(new TextSaver(NOTES, '', door.post).state.get().words, 'nothing waits in the tab').toBe('');
});

test('what the page knew before the last words were saved never takes their place', async () => {
  const door = doorOf();
  const saver = new TextSaver(NOTES, 'One.', door.post);
  saver.type('One. Two. ');
  await saver.flush();
  for (const stale of ['One.', 'One. Two.']) saver.heard(stale);
  expect(saver.state.get().words).toBe('One. Two. ');
  saver.heard('Written on the phone.');
  expect(saver.state.get().words).toBe('Written on the phone.');
});

function doorOf() {
  const door = {
    isOpen: true,
    sent: [] as object[],
    post: (async (_: string, body: object) => {
      if (!door.isOpen) return null;
      door.sent.push(body);
      return Response.json({});
    }) as typeof post,
  };
  return door;
}
