import { expect, test } from 'vitest';
import type { Block, EvidenceBlock, Finding, Moment } from '../write-up.ts';
import type { ExportedMessage, ExportedReview } from './exported-review.ts';
import { exportHtml } from './html.ts';
import { exportMarkdown } from './markdown.ts';

test('a message has everything its source knew: pictures, edit, reactions, files, thread, the time as pasted', () => {
  const [md, html] = both(review('as said'));
  for (const file of [md, html])
    for (const known of [
      'posted by a program',
      'edited 1 Feb 2017, 00:40 Europe/Berlin',
      ':as said: 2',
      'file: as said',
      '(A picture that was not brought along: as said, as said)',
    ])
      expect(file).toContain(known);
  expect(md).toMatch(/as said · posted by a program · answers \[as said\]\(<#m-m1>\)/);
  expect(md).toContain('> ![as said](data:image/png;base64,AA==)');
  expect(html).toMatch(/as said · posted by a program · answers <a href="#m-m1">as said<\/a>/);
  expect(html).toMatch(/<blockquote id="m-m2">.*<img src="data:image\/png;base64,AA==" alt="as said">/);
});

test('a message is told in the zone of the review, named', () => {
  const at = '2017-01-31T23:30:00.000Z';
  const whole = review('x');
  whole.evidence = [{ source: 'ops', messages: [said('x', 'm1', { at })] }];
  whole.writeUp.sections[0]?.blocks.push({ ...quotation('gone'), at });
  for (const file of both(whole)) {
    expect(file.split('1 Feb 2017, 00:30 Europe/Berlin')).toHaveLength(3);
    expect(file).not.toContain(at);
  }
});

test('a message of several lines stays one of several lines', () => {
  const whole = review('x');
  whole.evidence = [{ source: 'ops', messages: [said('first\n  second\n\n1. third', 'm1', {})] }];
  const [md, html] = both(whole);
  expect(md).toContain('> first\\\n> &#32; second\n> \n> 1\\. third');
  expect(html).toContain('first<br>  second<br><br>1. third');
});

test('a finding and a moment stand with the messages and moments they rest on, each a link to its place', () => {
  const whole = review('x');
  const [finding] = whole.writeUp.findings;
  const [moment] = whole.writeUp.moments;
  if (!finding || !moment) throw new Error('nothing to rest on anything');
  finding.evidence = ['m2', 'no longer there'];
  finding.moments = ['mo1'];
  moment.evidence = ['m1'];
  moment.herring = 'f1';
  whole.evidence[0]?.messages.splice(1, 1, said('It waits, and says nothing', 'm2', {}));
  const [md, html] = both(whole);
  expect(md).toMatch(
    /Red herring: x[\s\S]*\*\*Evidence\*\*[\s\S]*\(<#m-m2>\)[\s\S]*> It waits, and says nothing[\s\S]*One piece is not here[\s\S]*\*\*Rests on\*\*\n\n- \[1 Feb 2017, about 00:30 Europe\/Berlin: x\]\(<#mo1>\)[\s\S]*## Timeline/,
  );
  expect(md).toMatch(/<a id="mo1"><\/a>[\s\S]*\(<#m-m1>\)[\s\S]*\*\*Where it led\*\*\n\n- \[x\]\(<#f1>\)/);
  expect(html).toMatch(
    /<article id="f1">[\s\S]*<h4>Evidence<\/h4>.*<a href="#m-m2">.*It waits, and says nothing.*One piece is not here.*<h4>Rests on<\/h4><ul><li><a href="#mo1">/,
  );
  expect(html).toMatch(
    /<article id="mo1">[\s\S]*<a href="#m-m1">.*<h4>Where it led<\/h4><ul><li><a href="#f1">x<\/a>/,
  );
});

test('a picture stands once, with its message, however often that is quoted', () => {
  const whole = review('x');
  whole.writeUp.sections[0]?.blocks.push(quotation('m2'));
  for (const file of both(whole)) {
    expect(file.split('data:image/png')).toHaveLength(2);
    expect(file).toContain('(A picture, in the evidence: x)');
  }
});

test('a message of which nothing is known says that it has no words', () => {
  const whole = review('x');
  whole.evidence = [{ source: 'ops', messages: [said('', 'm1', { speaker: 'Priya' })] }];
  for (const file of both(whole)) expect(file).toContain('This message has no words.');
});

test('a finding without a title is called by its first words, and one without words by its kind alone', () => {
  const named = review('nobody owned it');
  const bare = review('');
  for (const { writeUp } of [named, bare]) for (const finding of writeUp.findings) finding.title = '';
  expect(exportMarkdown(named)).toContain('</a>Red herring: nobody owned it\n');
  expect(exportHtml(named)).toContain('<h3>nobody owned it</h3>');
  expect(exportMarkdown(bare)).toContain('</a>Red herring\n');
  expect(exportHtml(bare)).not.toMatch(/<p class="kind">Red herring<\/p><h3>/);
});

test('two chats taken out of one section lead each to its own place, by its source and how it begins', () => {
  const whole = review('x');
  whole.evidence = [
    { source: 'Chat log', messages: [said('Is it only me?', 'm1', {})] },
    { source: 'Chat log', messages: [said('Back to normal', 'm2', {})] },
  ];
  for (const id of ['m1', 'm2'])
    whole.writeUp.sections[0]?.blocks.push({ type: 'pointer', id: `to ${id}`, to: 'evidence', target: id });
  expect(exportMarkdown(whole)).toMatch(
    /→ \[Chat log: “Is it only me\?”\]\(<#m-m1>\)\n\n→ \[Chat log: “Back to normal”\]\(<#m-m2>\)/,
  );
  expect(exportHtml(whole)).toContain('<a href="#m-m2">Chat log: “Back to normal”</a>');
});

function review(words: string): ExportedReview {
  return {
    id: 'r1',
    kind: 'incident',
    state: 'analysing',
    happenedOn: '2017-01-31',
    happenedUntil: null,
    zone: 'Europe/Berlin',
    privacy: 'open',
    publishedAt: null,
    closestTeams: [],
    analysts: [],
    writers: [],
    readers: [],
    soak: null,
    sourceNote: '',
    writeUp: {
      title: words,
      standfirst: '',
      sections: [{ id: 's1', title: words, blocks: [] }],
      findings: [finding(words)],
      moments: [moment(words)],
    },
    systems: {},
    pictures: { u1: 'data:image/png;base64,AA==' },
    picturesInSoak: {},
    evidence: [{ source: words, messages: [said(words, 'm1', {}), said(words, 'm2', everything(words))] }],
    meetings: [],
    outcome: null,
    reflections: [],
    comments: [],
    links: [],
    exportedAt: '2026-11-21T09:00:00Z',
    address: 'https://soak.example.org/reviews/r1',
  };
}

const paragraph = (text: string): Block => ({
  type: 'text',
  id: 'b1',
  kind: 'paragraph',
  level: 1,
  indent: 0,
  content: [{ text }],
});

const quotation = (message: string): EvidenceBlock => ({
  type: 'evidence',
  id: 'e1',
  message,
  speaker: 'Priya',
  at: null,
  text: 'It waits.',
});

const finding = (words: string): Finding => ({
  id: 'f1',
  kind: 'red-herring',
  title: words,
  blocks: [paragraph(words)],
  reasonable: [],
  ended: [],
  systems: [],
  evidence: [],
  moments: [],
});

const moment = (words: string): Moment => ({
  id: 'mo1',
  kind: 'working-theory',
  time: { certainty: 'about', start: '2017-01-31T23:30:00.000Z', end: null },
  lane: '',
  blocks: [paragraph(words)],
  accounts: [],
  evidence: [],
  herring: null,
});

function said(words: string, id: string, beside: Partial<ExportedMessage>): ExportedMessage {
  const message = { id, key: `key ${id}`, speaker: words, at: null, text: words } as const;
  return { ...message, kind: 'message', thread: null, extras: {}, ...beside };
}

/** Whatever a source can know about a message beside its words. */
const everything = (words: string): Partial<ExportedMessage> => ({
  thread: 'key m1',
  kind: 'bot',
  extras: {
    stated: words,
    edited: '2017-01-31T23:40:00.000Z',
    reactions: [{ name: words, count: 2 }],
    files: [words],
    pictures: [
      { path: 'disk.png', alt: words, upload: 'u1' },
      { path: words, alt: words, upload: null },
    ],
  },
});

function both(whole: ExportedReview): [string, string] {
  return [exportMarkdown(whole), exportHtml(whole)];
}
