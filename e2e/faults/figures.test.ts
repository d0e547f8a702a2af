import { expect, test } from 'vitest';
import { REVIEWS } from '#server/demo/content/ids.ts';
import { company, form, json } from './company.ts';
import { joinPlainly, tokenOf, writeUpOf } from './programs.ts';
import { until } from './writers.ts';

const soak = company();

const figures = async (headers: Record<string, string> = {}) =>
  soak.asks('/metrics', { headers, origin: null });
const figure = (text: string, name: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')
      .at(-1),
  );

test('every figure the operator is promised is there, and moves with what happens', async () => {
  const token = await tokenOf(soak, 'amir', 'write');
  const plain = joinPlainly(soak, await writeUpOf(soak, token, REVIEWS.wrongHost), token);
  await until(() => plain.synced, 'joined');
  plain.doc.getText('fault-words').insert(0, 'w');
  await until(async () => figure((await figures()).text, 'soak_append_seconds_count') > 0, 'counted');
  const { text, headers } = await figures();
  expect(headers.get('content-type')).toContain('text/plain');
  expect(figure(text, 'soak_connections{door="yjs"}')).toBe(1);
  expect(figure(text, 'soak_documents_open{kind="write-up"}')).toBe(1);
  for (const name of [
    'soak_append_queue_depth',
    'soak_unsaved_connections',
    'soak_compaction_backlog',
    'soak_log_rows',
    'soak_rescued_words_total',
  ])
    expect(figure(text, name)).toBeGreaterThanOrEqual(0);
  const closed = new Promise((resolve) => plain.on('closed', resolve));
  plain.ws?.send(new Uint8Array([0, 2, 3, 9, 9, 9]));
  await closed;
  expect(figure((await figures()).text, 'soak_refused_updates_total{reason="malformed"}')).toBe(1);
  plain.destroy();
});

test('figures are read on the machine itself, or with an administrator’s token for them', async () => {
  const throughProxy = (token?: string) =>
    figures({ 'X-Forwarded-For': '127.0.0.1', ...(token && { Authorization: `Bearer ${token}` }) });
  expect((await figures()).status).toBe(200);
  expect((await throughProxy()).status).toBe(401);
  expect((await throughProxy(await tokenOf(soak, 'root', 'metrics'))).status).toBe(200);
  expect((await throughProxy(await tokenOf(soak, 'root', 'write'))).status).toBe(401);
  const amir = await soak.as('amir');
  const asked = form({ intent: 'make-token', purpose: 'x', may: 'metrics', days: '7' });
  expect((await amir('/profile', asked)).status).toBe(422);
});

test('[U1] nothing that comes in over HTTP moves a figure, so an unsigned input leaves none', async () => {
  // a compaction still under way ends by itself
  const backlog = async () => figure((await figures()).text, 'soak_compaction_backlog');
  await expect.poll(backlog, { timeout: 30_000 }).toBe(0);
  const before = (await figures()).text;
  const grace = await soak.as('grace');
  const { meetings } = (await grace(`/api/v1/reviews/${REVIEWS.wrongHost}`)).json() as {
    meetings: { id: string; rev: number }[];
  };
  const room = `/meetings/${meetings[0]?.id}`;
  await grace(room);
  const capture = { command: 'capture', kind: 'question', words: 'Why?', key: crypto.randomUUID() };
  await grace(`${room}/commands`, json({ ...capture, expectedRev: meetings[0]?.rev }));
  await grace(`${room}/inputs`, json({ id: crypto.randomUUID(), words: 'unsigned' }));
  await grace(`/reviews/${REVIEWS.imagesGone}/actions`, form({ intent: 'seal', words: 'an idea' }));
  await soak.asks('/nothing-here');
  expect((await figures()).text).toBe(before);
});
