import type { RouteConfigEntry } from '@react-router/dev/routes';
import { beforeAll, expect, test } from 'vitest';
import routes from '#app/routes.ts';
import { REVIEWS } from '#server/demo/content/ids.ts';
import { company, form, json } from './company.ts';

const soak = company();
const TITLE = 'The quiet zanzibar matter';
const NOBODYS = '00000000-0000-4000-8000-000000000000';
const open = `/reviews/${REVIEWS.wrongHost}`;

/** Priya's private draft with a planned meeting; Otto is not on it. */
let draft = '';
let meeting = '';

beforeAll(async () => {
  const priya = await soak.as('priya');
  const made = await priya(
    '/reviews/new',
    form({ title: TITLE, kind: 'incident', happenedOn: '2026-11-02', zone: 'UTC', privacy: 'private' }),
  );
  draft = (made.headers.get('location') ?? '').replace(/\/write$/, '');
  const felicity = await soak.as('felicity');
  const a = (await felicity(`/api/v1${open}`)).json() as { meetings: { id: string }[] };
  meeting = `/meetings/${a.meetings[0]?.id}`;
});

const PARTS = [
  '',
  '/write',
  '/timeline',
  '/evidence',
  '/people',
  '/about',
  '/meeting',
  '/meeting/plan',
  '/actions',
  '/actions/send',
  '/markers',
  '/erase',
  '/history',
  '/history/changes',
  '/history/1',
  '/history/1/put-back',
];
/** Where a route's id is not its path. */
const ROUTES: Readonly<Record<string, string>> = {
  '/erase': 'routes%2Freview-erase%2Froute',
  '/actions/send': 'routes%2Freview-send%2Froute',
  '/history/changes': 'routes%2Freview-changes%2Froute',
  '/history/1': 'routes%2Freview-version%2Froute',
  '/history/1/put-back': 'routes%2Freview-put-back%2Froute',
};

test('[bad input 42] two ids, one own and one foreign, are nothing on every route that takes two', async () => {
  const priya = await soak.as('priya');
  const foreign = [
    `${draft}${meeting.replace('/meetings/', '/meeting/')}/plan`,
    `${draft}${meeting.replace('/meetings/', '/meeting/')}/invitations`,
    `${draft}/uploads/${NOBODYS}`,
    `${open}/uploads/${NOBODYS}`,
    `/meetings/${NOBODYS}`,
    `/meetings/${NOBODYS}/state.json`,
    `/meetings/${NOBODYS}/record`,
    `/meetings/${NOBODYS}/stage.json`,
    `/meetings/${NOBODYS}/guests`,
    `/meetings/${NOBODYS}/call-on`,
    `/meetings/${NOBODYS}/meeting.ics`,
    `/meetings/${NOBODYS}/before`,
    `/meetings/${NOBODYS}/rehearsal`,
    `/reviews/import/${NOBODYS}`,
  ];
  for (const path of foreign) expect((await priya(path)).status, path).toBe(404);
});

/** Every address of the site map that names something; one-time links are open to whoever holds one. */
const naming = (entries: readonly RouteConfigEntry[], above = ''): string[] =>
  entries.flatMap(({ path, children }) => {
    const here = path === undefined ? above : `${above}/${path}`;
    return [...(/:(?!token)/.test(here) ? [here] : []), ...naming(children ?? [], here)];
  });

test('[bad input 42] at every address of the site map what is not theirs is not there, and a post is answered as for what never was', async () => {
  const otto = await soak.as('otto');
  const id = draft.replace('/reviews/', '');
  const paths = [...new Set(naming(routes))];
  expect(paths.length).toBeGreaterThan(20);
  const start = json({ command: 'start', expectedRev: 0, key: 'k'.repeat(20) });
  for (const path of paths) {
    const nobodys = path.replace(/:\w+/g, NOBODYS);
    const foreign = nobodys.replace(/(?<=reviews\/)[0-9a-f-]{36}/, id);
    const posted = path.endsWith('/commands') ? start : form({ intent: 'x' });
    const [read, sent, unknown] = [
      await otto(foreign),
      await otto(foreign, posted),
      await otto(nobodys, posted),
    ];
    const isNothing = read.status === 404 || (read.status === 403 && path.startsWith('/settings'));
    // commands are posted, and nothing else: 405 tells of the door, not of the meeting. A screen's pages know no sign-in: without
    // its link they are the same whether or not there is such a meeting
    const isDark =
      ['/meetings/:id/screen', '/notices/stop/:kind/:token'].includes(path) && read.status === 200;
    const isDoor = /\/(commands|screen\/join|unsigned|hook)$/.test(path) && read.status >= 400;
    expect([path, isNothing || isDark || isDoor]).toEqual([path, true]);
    expect([path, sent.status]).toEqual([path, unknown.status]);
    expect([path, sent.status >= 400 && sent.status < 500]).toEqual([path, true]);
    expect(`${read.text}${sent.text}`, path).not.toContain(TITLE);
  }
});

test('[bad input 43] publishing, binning and exporting somebody else’s draft are 404', async () => {
  const otto = await soak.as('otto');
  for (const intent of ['publish', 'unpublish', 'bin'])
    expect((await otto(`${draft}/about`, form({ intent }))).status, intent).toBe(404);
  for (const kind of ['md', 'html', 'json']) expect((await otto(`${draft}/export.${kind}`)).status).toBe(404);
  for (const init of [{}, form({ intent: 'restore' })])
    expect((await otto(`${draft}/binned`, init)).status).toBe(404);
  expect((await otto(`${draft}/history/1`, form({ name: 'Mine' }))).status).toBe(404);
  expect((await otto(`${draft}/history/1/put-back`, form({ part: 'whole' }))).status).toBe(404);
  expect((await otto(`${draft}/erase`, form({ epoch: '1', sure: 'on' }))).status).toBe(404);
  const priya = await soak.as('priya');
  expect((await priya(`/api/v1${draft}`)).status).toBe(200);
});

test('[bad input 44] search, suggestions and lists show no title, name or id without the right', async () => {
  const otto = await soak.as('otto');
  for (const path of ['/', '/library?words=zanzibar', '/reviews/find.json?q=zanzibar', '/api/v1/reviews']) {
    const { text, status } = await otto(path);
    expect(status, path).toBe(200);
    expect(text, path).not.toContain(TITLE);
    expect(text, path).not.toContain(draft.replace('/reviews/', ''));
  }
});

test('[bad input 45] a child route’s .data, asked alone, needs the right as well', async () => {
  const otto = await soak.as('otto');
  const nobody = await soak.asks(`${draft}.data`);
  expect(nobody.text).not.toContain(TITLE);
  for (const part of PARTS) {
    const path = part === '' ? `${draft}.data` : `${draft}${part}.data`;
    const answer = await otto(path);
    expect(answer.status, path).toBe(404);
    expect(answer.text, path).not.toContain(TITLE);
    const alone = await otto(
      `${path}?_routes=${ROUTES[part] ?? `routes%2Freview${part.replaceAll('/', '-')}%2Froute`}`,
    );
    expect(alone.text, path).not.toContain(TITLE);
  }
});

test('[bad input 42] commands to another review’s meeting are 404, and change nothing', async () => {
  const root = await soak.as('root');
  const start = { command: 'start', expectedRev: 0, key: 'foreign-start-1' };
  expect((await root(`/meetings/${NOBODYS}/commands`, json(start))).status).toBe(404);
  // an administrator reads an open review, and steers nothing
  expect((await root(`${meeting}/commands`, json({ ...start, key: 'foreign-start-2' }))).status).toBe(403);
});
