import { afterEach, expect, it, vi } from 'vitest';
import { CommentsFeed } from './comments-feed.ts';

afterEach(() => vi.unstubAllGlobals());

it('[K7] what was seen while the server could not be told is told with the next ones, each once', async () => {
  const told: string[][] = [];
  let isThere = false;
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    told.push((JSON.parse(body) as { comments: string[] }).comments);
    return isThere ? Response.json({ seen: 1 }) : new Response(null, { status: 502 });
  });
  const feed = new CommentsFeed('r', {
    rev: 1,
    open: true,
    may: { comment: true, manage: false },
    threads: [],
  });
  const answered = () => new Promise((resolve) => setTimeout(resolve));
  feed.see(['a', 'b']);
  await answered();
  isThere = true;
  feed.see(['c']);
  await answered();
  feed.see(['a', 'b', 'c']);
  expect(told).toEqual([
    ['a', 'b'],
    ['a', 'b', 'c'],
  ]);
});
