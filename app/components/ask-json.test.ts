import { afterEach, expect, test, vi } from 'vitest';
import { askedInOrder, askedUntilAnswered, askJson } from './ask-json.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

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

test('an answer that a later question’s has overtaken is dropped; one that fails stands in no other’s way', async () => {
  const waiting: ((answer: Response) => void)[] = [];
  vi.stubGlobal('fetch', () => new Promise<Response>((answer) => waiting.push(answer)));
  const taken: number[] = [];
  const ask = askedInOrder<number>('/meetings/m/state.json', (answer) => taken.push(answer));
  const asked = [ask(), ask(), ask(), ask()];
  waiting[1]?.(Response.json(2));
  expect(await asked[1]).toBe(true);
  waiting[0]?.(Response.json(1));
  waiting[3]?.(new Response('', { status: 503 }));
  expect([await asked[0], await asked[3]]).toEqual([true, false]);
  waiting[2]?.(Response.json(3));
  await asked[2];
  expect(taken).toEqual([2, 3]);
});

test('what failed is asked again until it is answered, and an answer that came late is not taken over a later one', async () => {
  vi.useFakeTimers();
  const waiting: ((answer: Response) => void)[] = [];
  vi.stubGlobal('fetch', () => new Promise<Response>((answer) => waiting.push(answer)));
  const taken: number[] = [];
  const asking = askedUntilAnswered(
    askedInOrder<number>('/meetings/m/state.json', (answer) => taken.push(answer)),
    1_000,
    () => 0,
  );
  const fails = (which: number) => waiting[which]?.(new Response('', { status: 503 }));
  asking.ask();
  fails(0);
  await vi.advanceTimersByTimeAsync(999);
  expect(waiting).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  fails(1);
  await vi.advanceTimersByTimeAsync(2_000);
  // asked anew while the third is under way
  expect(waiting).toHaveLength(3);
  asking.ask();
  waiting[3]?.(Response.json(4));
  await vi.advanceTimersByTimeAsync(0);
  waiting[2]?.(Response.json(3));
  await vi.advanceTimersByTimeAsync(60_000);
  expect([taken, waiting.length]).toEqual([[4], 4]);
  asking.ask();
  asking.stop();
  fails(4);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(waiting).toHaveLength(5);
});

test('who may not, or is signed out, is not asked for again', async () => {
  vi.useFakeTimers();
  const asked = vi.fn(async () => new Response('', { status: 404 }));
  vi.stubGlobal('fetch', asked);
  const asking = askedUntilAnswered(
    askedInOrder('/meetings/m/state.json', () => {}),
    1_000,
  );
  asking.ask();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveBeenCalledTimes(1);
  asking.stop();
});
