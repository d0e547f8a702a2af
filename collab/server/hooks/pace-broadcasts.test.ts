import { Document } from '@hocuspocus/server';
import { expect, it } from 'vitest';
import { paceBroadcasts } from './pace-broadcasts.ts';

/** A document whose telling takes so many milliseconds of a clock of its own. */
const paced = async (tellingMs: number, busy = 1) => {
  let now = 1000;
  const document = new Document('write-up:x:1', { flushDelay: 0 });
  const broadcast = () => {
    now += tellingMs;
  };
  Object.assign(document, { broadcast });
  const hook = paceBroadcasts(
    () => now,
    () => busy,
  ).afterLoadDocument;
  await hook?.({ document } as Parameters<NonNullable<typeof hook>>[0]);
  const type = () => document.getText('words').insert(0, 'a');
  return { document, type, pass: (ms: number) => (now += ms) };
};

it('[D3] a small company is told at once', async () => {
  const { document, type } = await paced(0.1);
  type();
  document.flush();
  expect(document.flushDelay).toBe(0);
});

it('[D3] while there is time for it a crowd is told at once too', async () => {
  const { document, type } = await paced(8, 0.4);
  type();
  document.flush();
  expect(document.flushDelay).toBe(0);
});

it('[D3] when there is not, it is told again only after three times as long as telling it took, and then of everything at once', async () => {
  const { document, type, pass } = await paced(8);
  expect(document.flushDelay).toBe(0);
  type();
  document.flush();
  expect(document.flushDelay).toBe(24);
  pass(20);
  expect(document.flushDelay).toBe(4);
  pass(4);
  expect(document.flushDelay).toBe(0);
});

it('[D3] nobody waits long, however large the crowd, and nothing told is no reason to wait', async () => {
  const { document, type } = await paced(400);
  type();
  document.flush();
  expect(document.flushDelay).toBe(50);
  const quiet = await paced(400);
  quiet.document.flush();
  expect(quiet.document.flushDelay).toBe(0);
  document.destroy();
  expect(document.flushDelay).toBe(false);
});
