import { expect, test } from 'vitest';
import { REVIEWS } from '#server/demo/content/ids.ts';
import { company, form, json } from './company.ts';

const soak = company({ env: { LOG_LEVEL: 'debug' } });
const SECRET = 'kanarienvogel';
const XSS = '"><img src=x onerror=alert(7357)><script>alert(7357)</script>';

/** Puts words into every field that takes some; gives the pages on which they may be read. */
async function writeEverywhere(words: string): Promise<string[]> {
  const priya = await soak.as('priya');
  const facts = { kind: 'incident', happenedOn: '2026-11-02', zone: 'UTC', privacy: 'open' };
  const made = await priya('/reviews/new', form({ ...facts, title: words, sourceNote: words }));
  expect(made.status).toBe(302);
  const review = (made.headers.get('location') ?? '').replace(/\/write$/, '');
  await priya(`${review}/about`, form({ intent: 'publish' }));
  const soaking = `/reviews/${REVIEWS.imagesGone}`;
  for (const intent of ['reflect', 'seal']) await priya(`${soaking}/actions`, form({ intent, words }));
  const felicity = await soak.as('felicity');
  const { meetings } = (await felicity(`/api/v1/reviews/${REVIEWS.wrongHost}`)).json() as {
    meetings: { id: string; rev: number }[];
  };
  const room = `/meetings/${meetings[0]?.id}`;
  let rev = meetings[0]?.rev ?? 0;
  const press = async (body: object) => {
    const answer = await felicity(
      `${room}/commands`,
      json({ expectedRev: rev, key: crypto.randomUUID(), ...body }),
    );
    rev = (answer.json() as { rev?: number }).rev ?? rev;
  };
  await press({ command: 'start' });
  for (const kind of ['question', 'insight', 'different-view'])
    await press({ command: 'capture', kind, words, claim: words });
  await press({ command: 'raise-hand', type: 'question', words, for: words.slice(0, 50) });
  await press({ command: 'park', words });
  await press({ command: 'seal', words });
  await press({
    command: 'stage-add',
    kind: 'prompt',
    title: words.slice(0, 100),
    minutes: 5,
    prompt: words,
  });
  await press({ command: 'note', words });
  return [
    '/',
    '/library',
    `/library?words=${encodeURIComponent(words)}`,
    review,
    `${review}/write`,
    `${review}/about`,
    `${review}/timeline`,
    `${review}/export.html`,
    `${soaking}/actions`,
    room,
    `${room}/record`,
    `/sign-in?redirectTo=${encodeURIComponent(words)}`,
  ];
}

test('[bad input 53] a secret in every field, then errors: not one trace in the logs', async () => {
  const pages = await writeEverywhere(SECRET);
  const priya = await soak.as('priya');
  for (const page of pages) await priya(page);
  // errors with the secret in them; a page tells nobody what its address was
  expect((await priya(`/reviews/${SECRET}`)).text).not.toContain(SECRET);
  await priya(`/reviews/new?${SECRET}`, form({ title: SECRET, kind: SECRET, happenedOn: SECRET }));
  await priya(`/meetings/${SECRET}/commands`, json({ command: SECRET }));
  await soak.asks('/sign-in', form({ email: `${SECRET}@demo.test`, password: SECRET }));
  await soak.asks(`/join/${SECRET}`);
  await soak.asks(`/${SECRET}`, { cookie: `soak=${SECRET}.${SECRET}` });
  expect(soak.program.output()).not.toContain(SECRET);
  const cookie = (await soak.cookieOf('priya')).split('=')[1] ?? '';
  expect(soak.program.output()).not.toContain(cookie);
  for (const path of ['/healthz', '/readyz', '/metrics'])
    expect((await soak.asks(path)).text).not.toContain(SECRET);
});

test('[bad input 54] markup in every field is text in every view', async () => {
  const pages = await writeEverywhere(XSS);
  const felicity = await soak.as('felicity');
  let shown = 0;
  for (const page of pages) {
    const { text, status } = await felicity(page);
    expect(status, page).toBeLessThan(500);
    expect(text, page).not.toContain('<img src=x');
    expect(text, page).not.toContain('<script>alert(7357)');
    if (text.includes('7357')) shown += 1;
  }
  expect(shown).toBeGreaterThan(3);
});
