import { expect, test } from 'vitest';
import { isUuid } from '#domain/ids.ts';
import { FINDING_KINDS, MOMENT_KINDS, type WriteUp } from '#domain/write-up.ts';
import { wrongHost } from './a-wrong-host/write-up.ts';
import { twoCoasts } from './b-two-coasts/write-up.ts';
import { imagesGone } from './c-images-gone/write-up.ts';
import { quoting, slackExportFiles } from './chat/slack-export.ts';
import { certificate } from './d-certificate.ts';
import { evacuation } from './e-evacuation.ts';
import { idOf, REVIEWS } from './ids.ts';

const a = wrongHost(quoting((channel, ts) => idOf(`${channel} ${ts}`)));
const all: [string, WriteUp][] = [
  [REVIEWS.wrongHost, a],
  [REVIEWS.twoCoasts, twoCoasts],
  [REVIEWS.imagesGone, imagesGone],
  [REVIEWS.certificate, certificate],
  [REVIEWS.evacuation, evacuation],
];

const everything = (writeUp: WriteUp) => [
  ...writeUp.sections.flatMap((section) => section.blocks),
  ...writeUp.findings.flatMap((finding) => [...finding.blocks, ...finding.reasonable, ...finding.ended]),
  ...writeUp.moments.flatMap((moment) => [
    ...moment.blocks,
    ...moment.accounts.flatMap((account) => account.blocks),
  ]),
];
const words = (text: string) => text.split(/\s+/).filter(Boolean).length;
const written = (writeUp: WriteUp) =>
  writeUp.sections
    .flatMap((section) => section.blocks)
    .flatMap((block) => (block.type === 'text' ? [block.content.map((run) => run.text).join('')] : []))
    .join('\n');

test.each(all)('every id of %s is a UUID and stands once', (review, writeUp) => {
  const ids = [
    review,
    ...everything(writeUp).map((block) => block.id),
    ...writeUp.sections.map((section) => section.id),
    ...writeUp.findings.map((finding) => finding.id),
    ...writeUp.moments.flatMap((moment) => [moment.id, ...moment.accounts.map((account) => account.id)]),
  ];
  expect(ids.filter((id) => !isUuid(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(all)('findings and moments of %s rest on moments and herrings that exist', (_review, writeUp) => {
  const moments = new Set(writeUp.moments.map((moment) => moment.id));
  const herrings = writeUp.findings.filter((finding) => finding.kind === 'red-herring');
  const dangling = writeUp.findings.flatMap((finding) =>
    finding.moments.filter((id) => !moments.has(id)).map((id) => `${finding.title}: ${id}`),
  );
  expect(dangling).toEqual([]);
  for (const moment of writeUp.moments)
    if (moment.herring) expect(herrings.map((finding) => finding.id)).toContain(moment.herring);
  for (const herring of herrings)
    expect([herring.blocks, herring.reasonable, herring.ended].every((part) => part.length > 0)).toBe(true);
});

test('A is long enough to be worth a meeting', () => {
  expect(words(written(a))).toBeGreaterThanOrEqual(1200);
  expect(a.moments.length).toBeGreaterThanOrEqual(20);
  expect(new Set(a.findings.map((finding) => finding.kind))).toEqual(new Set(FINDING_KINDS));
  expect(new Set(a.moments.map((moment) => moment.kind))).toEqual(new Set(MOMENT_KINDS));
});

test('A keeps both times of the moment the directory was removed', () => {
  const times = a.moments
    .flatMap((moment) => moment.accounts)
    .flatMap((account) => (account.time && 'start' in account.time ? [account.time.start] : []));
  expect(times).toEqual(['2017-01-31T23:30:00.000Z', '2017-01-31T23:27:00.000Z']);
});

test.each(all)('%s links to another of the examples, and every link leads somewhere', (review, writeUp) => {
  const targets = everything(writeUp).flatMap((block) =>
    block.type === 'text'
      ? block.content.flatMap((run) =>
          (run.marks ?? []).flatMap((mark) => ('href' in mark ? [mark.href] : [])),
        )
      : [],
  );
  expect(targets.length).toBeGreaterThan(0);
  const known = Object.values(REVIEWS).map((id) => `/reviews/${id}`);
  expect(targets.filter((href) => !known.includes(href))).toEqual([]);
  expect(targets).not.toContain(`/reviews/${review}`);
});

test.each(all)('%s uses none of the words that close learning', (_review, writeUp) => {
  const text = everything(writeUp)
    .flatMap((block) => (block.type === 'text' ? block.content.map((run) => run.text) : []))
    .join('\n');
  const closing =
    /should have|could have|failed to|human error|root cause|careless|be more careful|why didn|obviously|\bjust\b|\bsimply\b|never again/i;
  expect(text.match(closing)?.[0]).toBeUndefined();
});

test('the chat export has Slack’s files, one timestamp once in its channel', () => {
  const files = slackExportFiles();
  expect(files.map((file) => file.path)).toEqual([
    'users.json',
    'channels.json',
    'production/2017-01-31.json',
    'production/2017-02-01.json',
    'support/2017-01-31.json',
    'support/2017-02-01.json',
  ]);
  for (const { text } of files.slice(2)) {
    const stamps = (JSON.parse(text) as { ts: string }[]).map((message) => message.ts);
    expect(new Set(stamps).size).toBe(stamps.length);
    expect([...stamps].sort()).toEqual(stamps);
  }
});
