import { afterEach, expect, test, vi } from 'vitest';
import { askJson } from './ask-json.ts';

afterEach(() => vi.unstubAllGlobals());

test('an answer whose body has not come by its deadline is no answer, and nothing is thrown', async () => {
  vi.stubGlobal('fetch', async (_: string, { signal }: RequestInit) => {
    const body = new ReadableStream({
      start: (part) => signal?.addEventListener('abort', () => part.error(signal.reason)),
    });
    return new Response(body);
  });
  expect(await askJson('/meetings/m/guests', 20)).toBeNull();
});

test('what is refused is no answer either; what is well is its words', async () => {
  const answers = [new Response('no', { status: 404 }), Response.json({ rev: 2 })];
  vi.stubGlobal('fetch', async () => answers.shift());
  expect(await askJson('/meetings/m/state.json')).toBeNull();
  expect(await askJson('/meetings/m/state.json')).toEqual({ rev: 2 });
});
