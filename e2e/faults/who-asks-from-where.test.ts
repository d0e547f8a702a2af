import { request } from 'node:http';
import { expect, test } from 'vitest';
import { DEMO_PASSWORD } from '#server/demo/demo-people.ts';
import { company, form, json } from './company.ts';

const soak = company();
const password = { email: 'grace@demo.test', password: DEMO_PASSWORD };

test.each([
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  'https://evil.example/',
  '/%0d%0aX: y',
  '\\\\evil',
])('[bad input 34] signing in with redirectTo=%s leads home', async (redirectTo) => {
  const answer = await soak.asks(
    `/sign-in?redirectTo=${encodeURIComponent(redirectTo)}`,
    form({ ...password, redirectTo }),
  );
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/');
});

test.each([
  ['another site', 'https://evil.example'],
  ['null', 'null'],
  ['no Origin', null],
  ['another port', 'http://127.0.0.1:1'],
])('[bad input 35] a post with the cookie from %s is refused, form and JSON alike', async (_name, origin) => {
  const felicity = await soak.as('felicity');
  for (const body of [form({ intent: 'publish' }), json({ command: 'start' })])
    for (const path of ['/reviews/new', '/sign-out', '/demo/let-the-soak-pass'])
      expect((await felicity(path, { ...body, origin })).status).toBe(403);
});

test('[bad input 35] a method cannot be overridden', async () => {
  const felicity = await soak.as('felicity');
  const before = (await felicity('/api/v1/reviews')).text;
  for (const header of ['X-HTTP-Method-Override', 'X-Method-Override', 'X-HTTP-Method']) {
    const answer = await felicity('/reviews/new?_method=POST', {
      headers: { [header]: 'POST' },
      origin: null,
    });
    expect(answer.status).toBe(200);
    // one that changes something is refused, whatever it wants to be
    const posted = await felicity('/reviews/new', {
      ...form({ _method: 'DELETE' }),
      headers: { [header]: 'DELETE' },
    });
    expect(posted.status).toBe(403);
  }
  expect((await felicity('/api/v1/reviews')).text).toBe(before);
});

test('[bad input 36] a forged Host or X-Forwarded header appears nowhere', async () => {
  const { origin } = soak.program;
  const cookie = await soak.cookieOf('grace');
  for (const path of ['/', '/sign-in', '/library', '/reviews/new']) {
    const answer = await raw(origin, path, {
      Host: 'evil.example',
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'https',
      'X-Forwarded-For': '6.6.6.6',
      Cookie: cookie,
    });
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toContain('evil.example');
    expect(answer.location ?? '').not.toContain('evil.example');
  }
});

/** `fetch` does not let a Host be forged. */
function raw(origin: string, path: string, headers: Record<string, string>) {
  return new Promise<{ status: number; text: string; location: string | undefined }>((resolve, reject) => {
    request(new URL(path, origin), { headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text, location: response.headers.location }),
      );
    })
      .once('error', reject)
      .end();
  });
}
