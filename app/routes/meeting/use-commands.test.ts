import { afterEach, expect, test, vi } from 'vitest';
import { post } from './use-commands.ts';

afterEach(() => vi.unstubAllGlobals());

test('[M4] a press whose answer was lost goes out once more with the same key', async () => {
  const sent: unknown[] = [];
  const answers = [
    Promise.reject(new TypeError('Failed to fetch')),
    Promise.resolve(Response.json({ rev: 2 })),
  ];
  vi.stubGlobal('fetch', (_: string, { body }: RequestInit) => {
    sent.push(body);
    return answers[sent.length - 1];
  });
  const answer = await post('/meetings/m/commands', { command: 'capture', key: 'one-press' });
  expect(answer?.status).toBe(200);
  expect(sent).toHaveLength(2);
  expect(sent[1]).toBe(sent[0]);
});

test('a server that never answers does not hold up later presses for good', async () => {
  vi.stubGlobal(
    'fetch',
    (_: string, { signal }: RequestInit) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
  );
  expect(await post('/meetings/m/commands', { command: 'next' }, { answerMs: 20 })).toBeNull();
});
