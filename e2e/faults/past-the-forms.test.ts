import { expect, test } from 'vitest';
import { fillLine, putEntry } from '#collab/document/entries.ts';
import { WORDS } from '#collab/document/field-names.ts';
import { addMoment, momentFacts } from '#collab/document/moments.ts';
import { firstKeys } from '#collab/document/order-keys.ts';
import { company, form } from './company.ts';
import { openTab, until } from './writers.ts';

const soak = company();
const TIMES = [
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '-271821-04-20T00:00:00Z',
  '+275760-09-13T00:00:00.000Z',
  'Infinity',
  '2026-03-29T02:30:00',
];

const MOMENT = { kind: 'observation' } as const;
const exactly = (start: string) => ({ certainty: 'exact', start, end: null }) as const;

test('[bad input 47] [bad input 48] [bad input 49] what a tab writes past the forms: five thousand moments, impossible times, a hostile title', async () => {
  const priya = await soak.as('priya');
  const made = await priya(
    '/reviews/new',
    form({
      title: 'Plain',
      kind: 'incident',
      happenedOn: '2026-11-02',
      zone: 'Europe/Berlin',
      privacy: 'open',
    }),
  );
  const review = (made.headers.get('location') ?? '').replace(/\/write$/, '');
  const tab = openTab({
    origin: soak.program.origin,
    cookie: await soak.cookieOf('priya'),
    document: `write-up:${review.replace('/reviews/', '')}:1`,
  });
  await until(() => tab.status.get().saved === 'saved', 'there', 30_000);
  const stored = () => until(() => !tab.hasUnsentWords(), 'stored', 30_000);
  tab.doc.transact(() => {
    fillLine(tab.doc, WORDS.title, ' \u202e\u0000and more');
    for (const start of TIMES)
      addMoment(tab.doc, { ...MOMENT, id: crypto.randomUUID(), time: exactly(start) });
  });
  await stored();
  const keys = firstKeys(5_000);
  for (let from = 0; from < keys.length; from += 1_000) {
    tab.doc.transact(() => {
      for (const [at, order] of keys.slice(from, from + 1_000).entries()) {
        const time = exactly(new Date(Date.UTC(2026, 0, 1) + (from + at) * 60_000).toISOString());
        const id = crypto.randomUUID();
        putEntry(tab.doc, 'moments', id, { order, ...momentFacts({ ...MOMENT, id, time }) });
      }
    });
    await stored();
  }
  for (const part of [
    '',
    '/write',
    '/timeline',
    '/meeting/plan',
    '/export.md',
    '/export.html',
    '/export.json',
  ]) {
    const { status, text } = await priya(review + part);
    expect([part, status]).toEqual([part, 200]);
    const head = text.slice(0, text.indexOf('</title>'));
    expect([part, head.includes('\u202e'), head.includes('\u0000')]).toEqual([part, false, false]);
  }
  // the lists follow the title too: what cannot be stored held up the deriving of everything else
  await until(
    async () => (await priya('/')).text.includes('and more'),
    'it is found by its new title',
    60_000,
  );
  tab.close();
});
