import { describe, expect, test } from 'vitest';
import { REVIEWS } from '#server/demo/content/ids.ts';
import { company, form, json } from './company.ts';

const soak = company();
const about = { kind: 'incident', happenedOn: '2026-11-02', zone: 'Europe/Berlin', privacy: 'open' };
const row = (at: number): [string, string][] => [
  [`row.${at}.kept`, '{"kind":"prompt","targets":[]}'],
  [`row.${at}.title`, `Stage ${at}`],
  [`row.${at}.minutes`, '1'],
];
const agenda = (rows: number) =>
  Object.fromEntries([['rows', String(rows)], ...Array.from({ length: rows }, (_, at) => row(at)).flat()]);

interface Door {
  who: string;
  path: string;
  fields: Record<string, string>;
  /** Fields of one line, and fields that hold a day. */
  lines?: string[];
  days?: string[];
}

const DOORS: Door[] = [
  {
    who: 'priya',
    path: '/reviews/new',
    fields: { ...about, title: 'T' },
    lines: ['title'],
    days: ['happenedOn', 'happenedUntil'],
  },
  {
    who: 'priya',
    path: '/surprise',
    fields: { title: 'T', happenedOn: '2026-11-02', happened: 'x' },
    lines: ['title'],
    days: ['happenedOn'],
  },
  {
    who: 'amir',
    path: `/reviews/${REVIEWS.wrongHost}/about`,
    fields: { ...about, namesOrRoles: 'names', intent: 'facts' },
    days: ['happenedOn', 'happenedUntil'],
  },
  {
    who: 'amir',
    path: `/reviews/${REVIEWS.wrongHost}/meeting/plan`,
    fields: {
      title: 'T',
      day: '2099-03-29',
      time: '10:00',
      zone: 'Europe/Berlin',
      minutes: '60',
      press: 'keep',
      ...agenda(1),
    },
    lines: ['title', 'row.0.title'],
    days: ['day'],
  },
  { who: 'root', path: '/settings/teams', fields: { name: 'T' }, lines: ['name'] },
  {
    who: 'root',
    path: '/settings/people',
    fields: { name: 'Z', email: 'z@demo.test', startedOn: '2026-11-02', role: 'member' },
    lines: ['name'],
    days: ['startedOn'],
  },
  {
    who: 'root',
    path: '/settings?index',
    fields: { name: 'W', zone: 'UTC' },
    lines: ['name'],
  },
  {
    who: 'root',
    path: '/settings/soak',
    fields: { intent: 'free-days', holidays: '2026-12-25' },
    lines: [],
    days: ['holidays'],
  },
];

const LINES: [string, string, RegExp][] = [
  ['a megabyte', 'x'.repeat(1_000_000), /Please keep this to \d+ characters|too long/],
  ['only spaces', ' \t  ', /Please (give|fill)|Give |Say /],
  ['nothing but marks that turn the direction', '\u202e\u2066', /Please (give|fill)|Give |Say /],
  ['a NUL', 'a\u0000b', /cannot be stored/],
];
const DAYS = ['0000-01-01', '9999-12-31', '2026-02-30', 'Infinity', '1e400', '-271821-04-20'];

describe('what no field takes is refused beside it, in a sentence', () => {
  const of = (key: 'lines' | 'days') =>
    DOORS.flatMap((door) =>
      (door[key] ?? []).map((field) => [door.path.replace(/[0-9a-f-]{36}/, '…'), field, door] as const),
    );

  test.each(of('lines'))('[bad input 47] %s, %s', async (_path, field, { who, path, fields }) => {
    const asks = await soak.as(who);
    for (const [what, words, sentence] of LINES) {
      const { status, text } = await asks(path, form({ ...fields, [field]: words }));
      expect([what, status]).toEqual([what, 422]);
      expect(text).toMatch(sentence);
    }
  });

  test.each(of('days'))('[bad input 48] %s, %s', async (_path, field, { who, path, fields }) => {
    const asks = await soak.as(who);
    for (const day of DAYS) {
      const { status, text } = await asks(path, form({ ...fields, [field]: day }));
      expect([day, status]).toEqual([day, 422]);
      expect(text).toMatch(/Please give a day such as|not in the calendar|Please give days such as/);
    }
  });
});

test('[bad input 48] what is refused stands in the form again as it was typed and ticked, without scripts too', async () => {
  const inputs = (html: string, name: string) =>
    [...html.matchAll(/<input[^>]*>/g)].map(([tag]) => tag).filter((tag) => tag.includes(`name="${name}"`));
  const chosen = (html: string, name: string) =>
    /<option[^>]*selected[^>]*>/.exec(html.slice(html.indexOf(`name="${name}"`)))?.[0] ?? '';
  const amir = await soak.as('amir');
  const path = `/reviews/${REVIEWS.wrongHost}/about`;
  const before = inputs((await amir(path)).text, 'closestTeams[]');
  const other = before.find((tag) => !tag.includes('checked'));
  const team = /value="([^"]+)"/.exec(other ?? '')?.[1] ?? '';
  const fields = {
    intent: 'facts',
    ...about,
    kind: 'surprise',
    happenedUntil: '2026-10-01',
    privacy: 'private',
  };
  const more = { sourceNote: 'From the pager', namesOrRoles: 'names', guestsMayJoin: 'on', soakDays: '4' };
  const { status, text } = await amir(path, form({ ...fields, ...more, 'closestTeams[]': team }));
  expect(status).toBe(422);
  expect(text).toContain('The last day is before the first one.');
  expect(inputs(text, 'sourceNote')[0]).toContain('value="From the pager"');
  expect(inputs(text, 'guestsMayJoin')[0]).toContain('checked');
  const ticked = inputs(text, 'closestTeams[]').filter((tag) => tag.includes('checked'));
  expect(ticked.map((tag) => /value="([^"]+)"/.exec(tag)?.[1])).toEqual([team]);
  for (const [name, value] of Object.entries({
    kind: 'surprise',
    privacy: 'private',
    namesOrRoles: 'names',
    soakDays: '4',
  }))
    expect([name, chosen(text, name)]).toEqual([name, expect.stringContaining(`value="${value}"`)]);
});

test('[bad input 47] a title with marks that turn its direction is kept without them', async () => {
  const priya = await soak.as('priya');
  const made = await priya('/reviews/new', form({ ...about, title: 'The \u202egnp.exe\u2066 matter' }));
  const page = await priya(made.headers.get('location') ?? '');
  expect(page.text).toContain('The gnp.exe matter');
  expect(page.text).not.toContain('\u202e');
});

test('[bad input 49] an agenda of two thousand stages is refused with the number that fits', async () => {
  const plan = DOORS.find(({ path }) => path.endsWith('/plan'));
  const amir = await soak.as('amir');
  const page = await amir(plan?.path ?? '');
  const somebody = /name="facilitators\[\]" value="([^"]+)"|value="([^"]+)" name="facilitators\[\]"/.exec(
    page.text,
  );
  const facilitators = { 'facilitators[]': somebody?.[1] ?? somebody?.[2] ?? '' };
  const answer = await amir(plan?.path ?? '', form({ ...plan?.fields, ...facilitators, ...agenda(2_000) }));
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('holds up to 40 stages; this one has 2000');
});

test('[bad input 48] no command takes a time without end', async () => {
  const felicity = await soak.as('felicity');
  const review = (await felicity(`/api/v1/reviews/${REVIEWS.wrongHost}`)).json() as {
    meetings: { id: string; rev: number }[];
  };
  const [meeting] = review.meetings;
  const press = (body: string) =>
    felicity(
      `/meetings/${meeting?.id}/commands`,
      json(`{"expectedRev":${meeting?.rev},"key":"${crypto.randomUUID()}",${body}}`),
    );
  for (const body of [
    '"command":"timer-add","seconds":1e999',
    '"command":"timer-add","seconds":9e15',
    '"command":"stage-add","kind":"prompt","title":"x","minutes":1e999',
    '"command":"stage-add","kind":"prompt","title":"x","minutes":0.5',
  ])
    expect([body, (await press(body)).status]).toEqual([body, 422]);
});
