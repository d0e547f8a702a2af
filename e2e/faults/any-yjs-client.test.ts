import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { WebsocketProvider } from 'y-websocket';
import { REVIEWS } from '#server/demo/content/ids.ts';
import { company, form } from './company.ts';
import { joinPlainly, tokenOf, twelveLines, writeUpOf } from './programs.ts';
import { openTab, until } from './writers.ts';

const soak = company({ env: { LOG_LEVEL: 'debug' } });
const ROOT = join(import.meta.dirname, '../..');
const CANARY = 'kanarienvogel';
const providers: WebsocketProvider[] = [];
afterAll(() => {
  for (const provider of providers) provider.destroy();
});

const joins = async (name: string, may: 'read' | 'write') => {
  const token = await tokenOf(soak, name, may);
  const document = await writeUpOf(soak, token, REVIEWS.wrongHost);
  const provider = joinPlainly(soak, document, token);
  providers.push(provider);
  const closed = new Promise<number>((resolve) => provider.on('closed', ({ code }) => resolve(code)));
  await until(() => provider.synced, 'joined');
  return { token, document, provider, doc: provider.doc, closed };
};
const within = <Value>(ms: number, fact: Promise<Value>) =>
  Promise.race([
    fact,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error(`not within ${ms} ms`)), ms)),
  ]);

test('the twelve lines of docs/any-yjs-client.md write into a write-up, and end once it is stored', async () => {
  const lines = await twelveLines();
  expect(lines.trim().split('\n')).toHaveLength(12);
  const token = await tokenOf(soak, 'amir', 'write');
  const document = await writeUpOf(soak, token, REVIEWS.wrongHost);
  const script = spawn(process.execPath, ['--input-type=module', '-'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, SOAK: soak.program.origin, TOKEN: token, DOCUMENT: document },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [script.stdout, script.stderr]) stream.on('data', (words) => (said += words));
  script.stdin.end(lines);
  const code = await new Promise((resolve) => script.on('exit', resolve));
  expect([code, said]).toEqual([0, '']);
  // killed the moment the script has ended: what it called stored is in the log
  const amir = await soak.as('amir');
  expect((await amir(`/reviews/${REVIEWS.wrongHost}`)).text).toContain(
    'the deploy bot put version 4.2.1 in place',
  );
});

test('a y-websocket client and a page of ours write in one document', async () => {
  const plain = await joins('amir', 'write');
  const cookie = await soak.cookieOf('priya');
  const page = openTab({ origin: soak.program.origin, cookie, document: plain.document });
  await until(() => page.status.get().saved === 'saved', 'the page is there');
  plain.doc.getText('fault-words').insert(0, `${CANARY} `);
  await until(() => page.doc.getText('fault-words').toString() === `${CANARY} `, 'seen by the page');
  page.doc.getText('fault-words').insert(0, 'to ');
  await until(() => plain.doc.getText('fault-words').toString() === `to ${CANARY} `, 'seen by the client');
  await until(() => page.status.get().saved === 'saved', 'stored');
  page.close();
});

test('[P9] a token gives its owner’s reviews and no other; without one nothing', async () => {
  const asks = async (headers: Record<string, string>) => soak.asks('/api/v1/reviews', { headers });
  const titles = async (name: string) => {
    const token = await tokenOf(soak, name, 'read');
    return (await asks({ Authorization: `Bearer ${token}` })).json() as { reviews: { id: string }[] };
  };
  for (const name of ['amir', 'vera']) {
    const signedIn = (await (await soak.as(name))('/api/v1/reviews')).json();
    expect(await titles(name)).toEqual(signedIn);
  }
  for (const headers of [{}, { Authorization: 'Bearer x' }, { Authorization: 'Basic eDp5' }] as Record<
    string,
    string
  >[]) {
    const answer = await asks(headers);
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  }
  const read = await tokenOf(soak, 'amir', 'read');
  const posted = await soak.asks(`/reviews/${REVIEWS.wrongHost}/about`, {
    ...form({ intent: 'publish' }),
    headers: { Authorization: `Bearer ${read}` },
  });
  // a token opens its doors and no page: this is somebody who has not signed in
  expect(posted.headers.get('location')).toMatch(/^\/sign-in/);
});

test('[P7] an ended token closes what it had opened within 5 s', async () => {
  const plain = await joins('amir', 'write');
  const amir = await soak.as('amir');
  const ended = await amir('/profile', form({ intent: 'end-token', token: plain.token.split('.')[0] ?? '' }));
  expect(ended.status).toBe(200);
  expect(await within(5000, plain.closed)).toBe(4401);
  const vera = await soak.as('vera');
  const foreign = await tokenOf(soak, 'amir', 'read');
  expect(
    (await vera('/profile', form({ intent: 'end-token', token: foreign.split('.')[0] ?? '' }))).status,
  ).toBe(404);
});

test('[P7] deactivating somebody closes what their token had opened within 5 s', async () => {
  const plain = await joins('grace', 'read');
  const root = await soak.as('root');
  const people = (await root('/settings/people')).text;
  const id = /\/settings\/people\/([0-9a-f-]{36})"[^>]*>[^<]*Grace/.exec(people)?.[1];
  const done = await root(`/settings/people/${id}`, form({ intent: 'deactivate' }));
  expect(done.status).toBeLessThan(400);
  expect(await within(5000, plain.closed)).toBe(4401);
});

test('[bad input 53] no token, no word and no name of those who joined is in the logs or the figures', async () => {
  const plain = await joins('amir', 'write');
  plain.doc.getText('fault-words').insert(0, CANARY);
  const wrong = joinPlainly(soak, `write-up:${CANARY}`, plain.token);
  providers.push(wrong);
  await new Promise((resolve) => wrong.on('closed', resolve));
  plain.provider.ws?.send(new TextEncoder().encode(CANARY));
  expect(await plain.closed).toBe(4400);
  const figures = (await soak.asks('/metrics')).text;
  for (const words of [CANARY, 'Amir', plain.token, plain.token.split('.')[1] ?? ''])
    for (const where of [figures, soak.program.output()]) expect(where).not.toContain(words);
});
