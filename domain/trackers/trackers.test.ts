import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefused } from '../refused.ts';
import { askedToWait, commonMeaning } from './answers.ts';
import { DURATIONS, leftAloneUntil, nextLook, nextLookForLost } from './schedule.ts';
import { TONGUES } from './tongues.ts';
import { checkTracker, DEFAULT_ADDRESS, readOrigins, type TrackerFields } from './tracker.ts';
import { asDocument, markerOf, privacyWords, whatIsSent } from './what-is-sent.ts';
import { whereWords } from './where-words.ts';

const item = {
  id: '6f1c2b9e-0000-4000-8000-000000000001',
  title: 'Restore last night’s copy every day',
  ownerName: 'Otto',
  answers: 'Backups were never restored',
  dueOn: '2026-12-18',
  shows: 'A restore that was timed',
};
const review = {
  title: 'The quiet matter',
  privacy: 'open' as const,
  address: 'https://soak.example/reviews/r/actions',
};
const now = new Date('2026-11-30T09:00:00Z');
const place = {
  address: 'https://api.github.com',
  project: 'a/b',
  account: '',
  issueType: '',
  place: '',
  token: 't',
};

test('[T2] what is sent says who, by when, what would show it, where it comes from, and carries its marker', () => {
  const { title, body } = whatIsSent(item, review);
  expect(title).toBe(item.title);
  for (const words of [
    'Otto',
    '2026-12-18',
    item.shows,
    item.answers,
    review.title,
    `${review.address}#item-${item.id}`,
    markerOf(item.id),
  ])
    expect(body).toContain(words);
});

test('[T2] of a private review neither its title nor its findings leave, and the page before sending says who will read it', () => {
  const { body } = whatIsSent(item, { ...review, privacy: 'private' });
  expect(body).not.toContain(review.title);
  expect(body).not.toContain(item.answers);
  expect(privacyWords('private', 'GitHub')).toContain('This review is private');
});

test('[T2] whatever a title holds, a summary is one line of 255 characters at most, and the words beyond stand in the body', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), (title) => {
      const sent = whatIsSent({ ...item, title }, review);
      expect(sent.title).not.toMatch(/[\r\n]/);
      expect(sent.title.length).toBeLessThanOrEqual(255);
      expect(sent.title.isWellFormed()).toBe(true);
      if (sent.title.endsWith('…') && !title.trim().endsWith('…'))
        expect(sent.body).toContain(title.replace(/\s+/g, ' ').trim());
    }),
    { numRuns: 40 },
  );
});

test('[T2] a document for Jira Cloud holds every word of the body and no empty text', () => {
  const { body } = whatIsSent(item, review);
  const texts = JSON.stringify(asDocument(body));
  for (const line of body.split('\n').filter(Boolean))
    expect(texts).toContain(JSON.stringify(line).slice(1, -1));
  expect(texts).not.toContain('"text":""');
});

test('[T1] addresses and projects are written as each of them writes them', () => {
  const fields: TrackerFields = {
    kind: 'github',
    name: '',
    address: '',
    project: 'example/infra',
    account: '',
    issueType: '',
  };
  expect(checkTracker(fields)).toMatchObject({
    address: DEFAULT_ADDRESS.github,
    name: 'GitHub example/infra',
  });
  for (const project of ['infra', 'a/b/c', '../x', 'a/..', 'a b/c', 'a/b?x=1', 'a/b#c', 'a/%2e%2e'])
    expect([project, isRefused(checkTracker({ ...fields, project }))]).toEqual([project, true]);
  for (const address of [
    'ftp://x',
    'javascript:alert(1)',
    'https://user:word@x.org',
    '//x',
    'https://x.org/?a=b',
  ])
    expect([address, isRefused(checkTracker({ ...fields, address }))]).toEqual([address, true]);
  const cloud: TrackerFields = {
    ...fields,
    kind: 'jira-cloud',
    address: 'https://x.atlassian.net/',
    project: 'ops',
  };
  expect(checkTracker(cloud)).toMatchObject({ field: 'account' });
  expect(checkTracker({ ...cloud, account: 'a@x.org' })).toMatchObject({
    project: 'OPS',
    address: 'https://x.atlassian.net',
    issueType: 'Task',
  });
});

test('[bad input 33] an origin is listed exactly, or told', () => {
  expect(readOrigins('http://jira.internal:8080\n\n https://b.example \nhttp://jira.internal:8080/')).toEqual(
    ['http://jira.internal:8080', 'https://b.example'],
  );
  for (const line of ['http://x/path', '10.0.0.0/8', '*', 'http://*.internal/x', 'file:///etc'])
    expect(isRefused(readOrigins(line))).toBe(true);
});

test('[T3] how long a tracker asks to be left alone, however it says so', () => {
  const seconds = Math.floor(now.getTime() / 1_000);
  expect(askedToWait({ 'retry-after': '90' }, now)).toEqual(new Date(now.getTime() + 90_000));
  expect(askedToWait({ 'retry-after': 'Mon, 30 Nov 2026 09:02:00 GMT' }, now)).toEqual(
    new Date('2026-11-30T09:02:00Z'),
  );
  expect(
    askedToWait({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(seconds + 60) }, now),
  ).toEqual(new Date(now.getTime() + 60_000));
  const linear = {
    'x-ratelimit-requests-remaining': '0',
    'x-ratelimit-requests-reset': String(now.getTime() + 60_000),
  };
  expect(askedToWait(linear, now)).toEqual(new Date(now.getTime() + 60_000));
  for (const odd of ['-1', 'soon', '1e9', '99999999999999999999'])
    expect(askedToWait({ 'retry-after': odd }, now)?.getTime() ?? 0).not.toBeNaN();
  expect(askedToWait({ 'x-ratelimit-reset': String(seconds + 60) }, now)).toBeNull();
  // a year is not kept to
  expect(leftAloneUntil(1, now, new Date('2027-11-30T09:00:00Z'))).toEqual(new Date('2026-12-01T09:00:00Z'));
  expect(leftAloneUntil(1, now, new Date(0)).getTime()).toBeGreaterThan(now.getTime());
  expect(leftAloneUntil(40, now, null)).toEqual(new Date(now.getTime() + 30 * 60_000));
});

test('[T4] only an answer that says no is a no: everything else may have been done', () => {
  const answer = (status: number, headers = {}) => commonMeaning({ status, headers, body: '' }, now, 'X');
  for (const status of [500, 502, 504, 408]) expect(answer(status)).toHaveProperty('lost');
  for (const status of [301, 307, 401, 403, 404, 429]) expect(answer(status)).toHaveProperty('trouble');
  expect(commonMeaning({ unanswered: 'x' }, now, 'X')).toHaveProperty('lost');
  expect(commonMeaning({ unreached: 'x' }, now, 'X')).toHaveProperty('trouble');
  for (const tongue of Object.values(TONGUES)) {
    for (const body of ['', '<html>', '[]', '{"number":"x"}', 'null', '{"__proto__":{}}']) {
      const meaning = tongue.readCreated({ status: 201, headers: {}, body }, place, now);
      expect('refused' in meaning).toBe(false);
    }
  }
});

test('[T4, T5] what is lost is looked for until ten minutes are over; what is closed is asked for ever less, and then not at all', () => {
  let [at, looks] = [now, 0];
  for (let next = nextLookForLost(now, at, DURATIONS); next; next = nextLookForLost(now, at, DURATIONS)) {
    expect(next.getTime()).toBeGreaterThan(at.getTime());
    [at, looks] = [next, looks + 1];
  }
  expect(at).toEqual(new Date(now.getTime() + DURATIONS.lookForLost));
  expect(looks).toBeGreaterThan(20);
  expect(nextLook({ work: 'open', workAt: null }, now, DURATIONS)).toEqual(
    new Date(now.getTime() + DURATIONS.open),
  );
  expect(nextLook({ work: 'done', workAt: now }, now, DURATIONS)).toEqual(
    new Date(now.getTime() + DURATIONS.closed),
  );
  expect(nextLook({ work: 'done', workAt: new Date('2026-09-01T00:00:00Z') }, now, DURATIONS)).toBeNull();
});

test('[T4] a listing is read on until all that came since was seen', () => {
  const page = { since: now, now, from: '' };
  const next = (kind: 'github' | 'jira-cloud' | 'jira-server', read: unknown, from = '') => {
    const answer = { status: 200, headers: {}, body: JSON.stringify(read) };
    const meaning = TONGUES[kind].readRecent(answer, place, item.id, { ...page, from });
    return 'got' in meaning ? meaning.got.next : meaning;
  };
  const issues = (length: number, created_at: string) =>
    Array.from({ length }, () => ({ number: 1, body: '', created_at }));
  expect(next('github', issues(100, '2026-11-30T09:00:01Z'))).toBe('2');
  expect(next('github', issues(100, '2026-11-30T09:00:01Z'), '2')).toBe('3');
  expect(next('github', issues(100, '2026-11-30T08:59:59Z'))).toBeNull();
  expect(next('github', issues(99, '2026-11-30T09:00:01Z'))).toBeNull();
  expect(next('jira-cloud', { issues: [], nextPageToken: 'on' })).toBe('on');
  expect(next('jira-cloud', { issues: [] })).toBeNull();
  expect(next('jira-server', { issues: [{}, {}], total: 5 }, '2')).toBe('4');
  expect(next('jira-server', { issues: [{}], total: 5 }, '4')).toBeNull();
  const { recent } = TONGUES['jira-server'];
  expect(recent(place, item.id, { ...page, from: '4' })?.url).toContain('&startAt=4');
});

test('[T5] states mean the same three things everywhere', () => {
  const github = (state: string, reason: string | null) =>
    TONGUES.github.readLook(
      { status: 200, headers: {}, body: JSON.stringify({ number: 1, state, state_reason: reason }) },
      place,
      now,
    );
  expect(github('open', null)).toMatchObject({ got: { work: 'open' } });
  expect(github('closed', 'completed')).toMatchObject({ got: { work: 'done' } });
  expect(github('closed', 'not_planned')).toMatchObject({
    got: { work: 'dropped', workWords: 'closed as not planned' },
  });
  const jira = (name: string, key: string) => {
    const fields = { status: { name, statusCategory: { key } } };
    return TONGUES['jira-cloud'].readLook(
      { status: 200, headers: {}, body: JSON.stringify({ id: '1', key: 'OPS-1', fields }) },
      place,
      now,
    );
  };
  expect(jira('In Progress', 'indeterminate')).toMatchObject({
    got: { work: 'open', workWords: 'In Progress' },
  });
  expect(jira('Done', 'done')).toMatchObject({ got: { work: 'done' } });
  expect(jira('Won’t do', 'done')).toMatchObject({ got: { work: 'dropped' } });
  const linear = (type: string) => {
    const issue = { id: 'i', identifier: 'ENG-1', state: { name: 'x', type } };
    return TONGUES.linear.readLook(
      { status: 200, headers: {}, body: JSON.stringify({ data: { issue } }) },
      place,
      now,
    );
  };
  for (const [type, work] of [
    ['triage', 'open'],
    ['started', 'open'],
    ['completed', 'done'],
    ['canceled', 'dropped'],
  ] as const)
    expect(linear(type)).toMatchObject({ got: { work } });
});

test('[T4] an address somebody pastes is known for what it is, in this project alone', () => {
  const link = (kind: keyof typeof TONGUES, at: object, url: string) =>
    TONGUES[kind].readLink({ ...place, ...at }, new URL(url));
  expect(link('github', { project: 'a/b' }, 'https://github.com/A/b/issues/12')).toEqual({
    id: '12',
    key: '#12',
  });
  for (const url of [
    'https://github.com/a/c/issues/12',
    'https://evil.example/a/b/issues/12',
    'https://github.com/a/b/pull/12',
  ])
    expect(link('github', { project: 'a/b' }, url)).toBeNull();
  const jira = { address: 'https://x.org/jira', project: 'OPS' };
  expect(link('jira-server', jira, 'https://x.org/jira/browse/OPS-7')).toEqual({ id: '', key: 'OPS-7' });
  expect(link('jira-server', jira, 'https://x.org/jira/browse/OTHER-7')).toBeNull();
  expect(link('linear', { project: 'ENG' }, 'https://linear.app/acme/issue/ENG-5/some-words')).toEqual({
    id: '',
    key: 'ENG-5',
  });
});

test('[T6] in exports one line says where it is and what has become of it', () => {
  const where = {
    state: 'sent' as const,
    tracker: 'GitHub a/b',
    key: '#1',
    url: '',
    work: 'done' as const,
    workWords: 'closed',
  };
  expect(whereWords(where)).toBe('in GitHub a/b as #1, done (“closed”)');
  expect(whereWords({ ...where, state: 'unknown' })).toContain('nobody knows whether it arrived');
});
