import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { bodyLimit } from './body-limit.ts';

const app = new Hono();
app.use(bodyLimit((path) => ({ bytes: path === '/files' ? 100 : 10, sentence: 'Too much.' })));
app.post('*', (c) => c.text('in'));
const post = (path: string, headers: Record<string, string>) =>
  app.request(path, { method: 'POST', headers });

test('[bad input 46] a body is judged by its length, each door by its own', async () => {
  expect((await post('/', { 'content-length': '10' })).status).toBe(200);
  expect((await post('/', { 'content-length': '11' })).status).toBe(413);
  expect((await post('/files', { 'content-length': '100' })).status).toBe(200);
  expect((await post('/', {})).status).toBe(200);
});

test('[bad input 46] a body that does not say how long it is is refused', async () => {
  expect((await post('/', { 'transfer-encoding': 'chunked' })).status).toBe(411);
});
