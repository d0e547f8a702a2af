import { expect, test } from 'vitest';
import type { ExportedReview } from '#domain/export/exported-review.ts';
import { REVIEWS } from '#server/demo/content/ids.ts';
import { calendarOf } from '#server/mail/testing.ts';
import { company, form } from './company.ts';

const soak = company();
const b = `/reviews/${REVIEWS.twoCoasts}`;

test('[N7] a calendar feed is read by its address alone, is told once that nothing changed, and is nothing once it has ended', async () => {
  const grace = await soak.as('grace');
  const make = async (more: Record<string, string>) => {
    const page = await grace('/profile/calendar', form({ intent: 'make', kind: 'open', ...more }));
    expect(page.headers.get('cache-control')).toContain('no-store');
    return new URL(/http[^"]*\/calendar\/[a-z2-7.]{65}\.ics/.exec(page.text)?.[0] ?? '').pathname;
  };
  const titled = await soak.asks(await make({}));
  expect(titled.status).toBe(200);
  expect(titled.headers.get('content-type')).toBe('text/calendar; charset=utf-8; method=PUBLISH');
  expect(titled.headers.get('cache-control')).toBe('private, no-cache');
  expect(new Date(titled.headers.get('last-modified') ?? '').getTime()).toBeLessThanOrEqual(Date.now());
  expect(titled.text).toContain('A database deleted on the wrong host');

  const address = await make({ hidesTitles: 'on' });
  const hidden = await soak.asks(address);
  const said = calendarOf(hidden.text)
    .getAllSubcomponents('vevent')
    .map((event) => event.getFirstPropertyValue('summary'));
  expect(said.length).toBeGreaterThan(1);
  expect(new Set(said)).toEqual(new Set(['Review meeting']));
  expect(hidden.text).not.toContain('wrong host');

  const tag = hidden.headers.get('etag') ?? '';
  const again = await soak.asks(address, { headers: { 'If-None-Match': `"another", ${tag}` } });
  expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', tag]);

  const feed = /name="feed" value="([^"]+)"/.exec((await grace('/profile/calendar')).text)?.[1] ?? '';
  const vera = await soak.as('vera');
  expect((await vera('/profile/calendar', form({ intent: 'end', feed }))).status).toBe(404);
  for (const id of (await grace('/profile/calendar')).text.matchAll(/name="feed" value="([^"]+)"/g))
    await grace('/profile/calendar', form({ intent: 'end', feed: id[1] ?? '' }));
  const ended = await soak.asks(address);
  expect([ended.status, ended.headers.get('cache-control')]).toEqual([404, 'no-store']);
});

test('[A6] the markers go out as the pages show them, as data and as a list, and to nobody who is not signed in', async () => {
  const grace = await soak.as('grace');
  for (const [path, file] of [
    ['/markers', 'markers-by-month.csv'],
    [`${b}/markers`, 'markers.csv'],
  ]) {
    const data = await grace(`${path}.json`);
    expect(data.headers.get('content-type')).toContain('application/json');
    expect(Object.keys(data.json() as object).length).toBeGreaterThan(0);
    const list = await grace(`${path}.csv`);
    expect(list.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(list.headers.get('content-disposition')).toBe(`attachment; filename="${file}"`);
    expect(list.text.split('\r\n').length).toBeGreaterThan(2);
    for (const answer of [data, list]) expect(answer.headers.get('cache-control')).toBe('private, no-store');
    for (const ending of ['.json', '.csv']) expect((await soak.asks(path + ending)).status).toBe(401);
  }
});

test('[M1] [S2] [P1] an export tells of meetings, soak and people what the pages say, and of a plan to whoever may see it', async () => {
  const grace = await soak.as('grace');
  const amir = await soak.as('amir');
  const told = new Set<string>();
  for (const review of Object.values(REVIEWS)) {
    const at = `/reviews/${review}`;
    const file = await grace(`${at}/export.json`);
    if (file.status === 404) continue;
    const [exported, md, html] = [
      file.json() as ExportedReview,
      (await grace(`${at}/export.md`)).text,
      (await grace(`${at}/export.html`)).text,
    ];
    const page = (await grace(`${at}/meeting`)).text.toLowerCase();
    for (const { phase, startsAt, agenda } of exported.meetings) {
      told.add(phase);
      expect(page).toContain(`datetime="${startsAt.toLowerCase()}"`);
      expect(agenda.map(({ prompt, teller }) => prompt + teller).join('')).toBe('');
    }
    const ahead = exported.meetings.filter(({ startedAt }) => startedAt === null);
    for (const whole of [md, html]) expect(whole.split('lanned for ')).toHaveLength(ahead.length + 1);
    if (exported.meetings.length === ahead.length)
      for (const whole of [md, html]) expect(whole).not.toMatch(/as it went|not reached/);
    if (exported.soak) told.add('soak');
    expect(/Soak: /.test(md)).toBe(exported.soak !== null);
    const people = (await grace(`${at}/people`)).text;
    for (const name of [...exported.writers, ...exported.readers]) {
      expect(people).toContain(name);
      expect(md).toContain(name);
    }
  }
  expect([...told].sort()).toEqual(expect.arrayContaining(['ended', 'planned', 'soak']));
  const plan = (await amir(`/reviews/${REVIEWS.wrongHost}/export.json`)).json() as ExportedReview;
  expect(plan.meetings.flatMap(({ agenda }) => agenda).some(({ prompt }) => prompt !== '')).toBe(true);
});
