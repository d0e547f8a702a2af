// Above 300 lines: one review with everything in it, looked for in both files to take away.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, TextBlock, WriteUp } from '../write-up.ts';
import type { ExportedMessage, ExportedReview } from './exported-review.ts';
import { exportHtml } from './html.ts';
import { exportMarkdown } from './markdown.ts';

const paragraph = (text: string, marks: { type: 'link'; href: string }[] = []): Block => ({
  type: 'text',
  id: 'b1',
  kind: 'paragraph',
  level: 1,
  indent: 0,
  content: [{ text, marks }],
});

const writeUp = (words: string): WriteUp => ({
  title: words,
  standfirst: words,
  sections: [
    {
      id: 's1',
      title: words,
      blocks: [
        paragraph(words),
        paragraph(words, [{ type: 'link', href: 'javascript:alert(1)' }]),
        { type: 'table', id: 't1', rows: [[{ header: true, content: [{ text: words }] }]] },
        { type: 'picture', id: 'p1', upload: 'u1', alt: words },
        { type: 'evidence', id: 'e1', message: 'm1', speaker: words, at: null, text: words },
        { type: 'pointer', id: 'po1', to: 'finding', target: 'f1' },
        { type: 'text', id: 'c1', kind: 'code', level: 1, indent: 0, content: [{ text: words }] },
      ],
    },
  ],
  findings: [
    {
      id: 'f1',
      kind: 'red-herring',
      title: words,
      blocks: [paragraph(words)],
      reasonable: [paragraph(words)],
      ended: [paragraph(words)],
      systems: ['s1', 'nobody knows'],
      evidence: [],
      moments: [],
    },
  ],
  moments: [
    {
      id: 'mo1',
      kind: 'observation',
      time: { certainty: 'about', start: '2017-01-31T23:30:00.000Z', end: null },
      lane: words,
      blocks: [paragraph(words)],
      accounts: [{ id: 'a1', teller: words, time: null, blocks: [paragraph(words)] }],
      evidence: [],
      herring: null,
    },
  ],
});

const said = (words: string, id: string, beside: Partial<ExportedMessage>): ExportedMessage => ({
  id,
  key: `key ${id}`,
  speaker: words,
  at: null,
  text: words,
  kind: 'message',
  thread: null,
  extras: {},
  ...beside,
});

const review = (words: string): ExportedReview => ({
  id: 'r1',
  kind: 'incident',
  state: 'done',
  happenedOn: '2017-01-31',
  happenedUntil: '2017-02-01',
  zone: 'Europe/Berlin',
  privacy: 'open',
  publishedAt: null,
  closestTeams: [words],
  analysts: [{ name: words, stance: words }],
  writers: [words],
  readers: [words],
  soak: {
    began: '2026-11-19T11:00:00Z',
    ends: '2026-11-23T11:00:00Z',
    zone: 'Europe/Berlin',
    waits: false,
    openedEarly: false,
  },
  sourceNote: words,
  writeUp: writeUp(words),
  systems: { s1: words },
  pictures: { u1: 'data:image/png;base64,AA==' },
  picturesInSoak: {},
  evidence: [
    {
      source: words,
      messages: [
        said(words, 'm1', {}),
        said(words, 'm2', {
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
        }),
      ],
    },
  ],
  meetings: [
    {
      kind: 'review',
      title: words,
      phase: 'ended',
      startsAt: '2026-11-19T10:00:00Z',
      zone: 'Europe/Berlin',
      minutes: 60,
      callLink: words,
      startedAt: '2026-11-19T10:00:00Z',
      endedAt: '2026-11-19T11:00:00Z',
      facilitators: [words],
      scribe: words,
      agenda: [{ title: words, minutes: 5, reached: false, took: 0, teller: words, prompt: words }],
      captures: [{ kind: 'different view', words, by: words, about: words, claim: words, target: 'f1' }],
      inputs: [
        {
          question: words,
          texts: [
            { words, by: words, hidden: '' },
            { words: '', by: words, hidden: words },
          ],
          answers: words,
        },
      ],
      parked: [{ words, by: words, about: words, ending: words }],
      brought: [{ words, by: words, touched: false }],
      survey: [{ question: words, answers: words }],
      attendance: [words],
    },
  ],
  outcome: {
    openedEarly: [
      {
        by: words,
        reason: words,
        at: '2026-11-20T10:00:00Z',
        wouldEndAt: '2026-11-24T10:01:02Z',
        zone: 'Europe/Berlin',
      },
    ],
    ideas: [
      { words, by: words, decision: 'do', reason: words, group: words, answers: words },
      { words, by: words, decision: 'already done', reason: '', done: [{ words, by: words }] },
    ],
    items: [
      {
        title: words,
        idea: `${words} as an idea`,
        owner: words,
        answers: words,
        due: null,
        shows: words,
        finishedAt: '2026-12-01T10:00:00Z',
      },
    ],
    alreadyFixed: [{ words, by: words }],
    nothingToDo: words,
    ending: words,
  },
  reflections: [{ words, by: words, answers: [{ words, by: words }] }],
  comments: [
    {
      about: words,
      quote: words,
      resolvedBy: words,
      comments: [{ words, by: words, at: '2026-11-20T10:00:00Z' }],
    },
  ],
  links: [{ title: words, address: 'https://soak.example.org/reviews/x', direction: 'to' }],
  exportedAt: '2026-11-21T09:00:00Z',
  address: 'https://soak.example.org/reviews/r1',
});

describe('exports', () => {
  test('[S5] [S8] [S11] they say what is done already, what is finished, and how long it would have soaked', () => {
    for (const file of [exportMarkdown(review('as said')), exportHtml(review('as said'))]) {
      const told = file.replace(/<[^>]*>|\*/g, '');
      expect(told).toContain('already done: as said (as said). as said (as said)');
      expect(told).toContain('finished on 2026-12-01');
      expect(told).toMatch(/it would have soaked until Tue[^)]*24 Nov[^)]*11:02, Berlin time\)/);
    }
  });

  test('[C3] a different view stands beside its claim in every format, as said', () => {
    const whole = review('kept as said');
    expect(exportMarkdown(whole)).toMatch(/Red herring: kept as said[\s\S]*A different view, kept as said/);
    expect(exportHtml(whole)).toMatch(/<article id="f1">[\s\S]*<aside><h4>A different view/);
  });

  test('[C3] so does one of a section or a passage, with the claim as it read where the words differ now', () => {
    const whole = review('The alarm was quiet');
    const view = (target: string, words: string, claim: string) => ({
      kind: 'different view',
      words,
      by: 'Priya',
      about: '',
      claim,
      target,
    });
    for (const meeting of whole.meetings)
      meeting.captures = [
        view('s1', 'Of the section', 'The alarm was quiet'),
        view('t1', 'Of the table', 'Nobody heard the alarm'),
        view('gone', 'Of words that are gone', 'It never rang'),
      ];
    for (const [file, end] of [
      [exportMarkdown(whole), '## Findings'],
      [exportHtml(whole), '<h2>Findings</h2>'],
    ] as const) {
      const section = file.slice(0, file.indexOf(end));
      expect(section).toMatch(/Of the section[\s\S]*\| The alarm was quiet|Of the section[\s\S]*<table>/);
      expect(section).toMatch(
        /(\| The alarm|<table>)[\s\S]*what stood here then: .*Nobody heard the alarm[\s\S]*Of the table/,
      );
      expect(section.match(/what stood here then/g)).toHaveLength(1);
      expect(section).not.toContain('Of words that are gone');
      // that one stays where the meeting is told, with what it answered
      expect(file).toMatch(/Of words that are gone[\s\S]*It never rang/);
    }
  });

  test('[bad input 54] a canary in every field is text only in the page', () => {
    const html = exportHtml(review('"><img src=x onerror=alert(1)><script>canary()</script>'));
    expect(html).not.toMatch(/<script|<img src=x|onerror=alert\(1\)>/);
    expect(html).not.toContain('javascript:');
    expect(html).toContain('&lt;script&gt;canary()');
  });

  test('what an import moved away is named where it stood, not left as a bare link', () => {
    expect(exportMarkdown(review('Three windows looked alike'))).toContain(
      '→ [Three windows looked alike](<#f1>)',
    );
    expect(exportHtml(review('Three windows'))).toContain('<a href="#f1">Three windows</a>');
  });

  test('the ending and what stayed with people are in both files', () => {
    const whole = { ...review('x'), reflections: [{ words: 'I kept the lock at 23:07', by: 'Grace' }] };
    for (const file of [exportMarkdown(whole), exportHtml(whole)])
      expect(file).toContain('I kept the lock at 23:07');
  });

  test('[K1] comments are in both files, with the words they are on', () => {
    const comments = [{ words: 'We kept saying “soon”.', by: 'Grace', at: '2026-11-20T10:00:00Z' }];
    const thread = { about: 'On words in “Load”', quote: 'not a line', resolvedBy: 'Priya', comments };
    for (const file of [exportMarkdown, exportHtml].map((write) =>
      write({ ...review('x'), comments: [thread] }),
    ))
      for (const words of [
        'On words in “Load”',
        'not a line',
        'We kept saying “soon”.',
        'Grace',
        'Resolved by Priya.',
      ])
        expect(file).toContain(words);
  });

  test('the systems a finding names stand with it by name', () => {
    expect(exportMarkdown(review('Router'))).toContain('System: Router');
    expect(exportHtml(review('Router'))).toContain('System: Router');
  });

  test('a moment is told in the zone of the review, named', () => {
    expect(exportMarkdown(review('x'))).toContain('1 Feb 2017, about 00:30 Europe/Berlin');
  });

  test('a list keeps its numbers over what is nested in it, and those it began with', () => {
    const whole = review('x');
    const item = (kind: 'numbered' | 'bullet', indent: number, number?: number) => ({
      ...(paragraph('as numbered') as TextBlock),
      kind,
      indent,
      ...(number !== undefined && { number }),
    });
    const blocks = [item('numbered', 0, 4), item('bullet', 1), item('numbered', 0), item('numbered', 0)];
    whole.writeUp.sections = [{ id: 's1', title: 'x', blocks }];
    expect(exportMarkdown(whole)).toContain(
      '4. as numbered\n    - as numbered\n5. as numbered\n6. as numbered',
    );
    expect(
      [...exportHtml(whole).matchAll(/<span>([^<]*)<\/span> as numbered/g)].map(([, sign]) => sign),
    ).toEqual(['4.', '•', '5.', '6.']);
  });

  test('meetings and comments are told in that zone too', () => {
    for (const file of [exportMarkdown(review('x')), exportHtml(review('x'))]) {
      expect(file).toContain(
        '19 Nov 2026, 11:00 Europe/Berlin to 19 Nov 2026, 12:00 Europe/Berlin, led by x; scribe: x',
      );
      expect(file).toContain('x, 20 Nov 2026, 11:00 Europe/Berlin');
    }
  });

  test('[C1] [C5] what was captured and what was parked say where the group was', () => {
    const whole = review('x');
    const place = 'at 23:15, The copy prints not a line';
    for (const meeting of whole.meetings) {
      meeting.captures = [
        { kind: 'question', words: 'Who is paged?', by: 'Priya', about: place, claim: '', target: 'mo1' },
      ];
      meeting.parked = [{ words: 'Who owns staging?', by: 'Otto', about: 'in “Walk”', ending: 'let go' }];
    }
    for (const file of [exportMarkdown(whole), exportHtml(whole)]) {
      expect(file).toContain(`Who is paged? (Priya, ${place})`);
      expect(file).toContain('Who owns staging? (Otto, in “Walk”; let go)');
    }
  });

  test('[S1] [M19] a meeting to come has its day, its length and an agenda; one that was cancelled says so', () => {
    const whole = review('x');
    const [meeting] = whole.meetings;
    if (!meeting) throw new Error('no meeting');
    const planned = { ...meeting, phase: 'planned', startedAt: null, endedAt: null } as const;
    for (const write of [exportMarkdown, exportHtml]) {
      expect(write(whole)).toContain('19 Nov 2026, 12:00 Europe/Berlin to 23 Nov 2026, 12:00 Europe/Berlin');
      expect(write(whole)).toContain('x (5 min, not reached, told by x): x');
      const ahead = write({ ...whole, meetings: [planned] });
      expect(ahead).toContain(
        'Planned for 19 Nov 2026, 11:00 Europe/Berlin, 60 minutes, led by x; scribe: x. Call: x',
      );
      expect(ahead).not.toMatch(/as it went|not reached/);
      const off = write({ ...whole, meetings: [{ ...planned, phase: 'cancelled' }] });
      expect(off).toContain('Cancelled; it was planned for 19 Nov 2026, 11:00');
    }
  });

  test('every word given is in both files, whatever it is', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,12}$/), (word) => {
        // told apart from the file's own: "den" stands in "evidence"
        const given = `zz${word}zz`;
        const count = (text: string) => text.split(given).length - 1;
        const whole = review(given);
        const times = count(JSON.stringify(whole)) - 2;
        expect(times).toBeGreaterThan(20);
        expect(count(exportMarkdown(whole))).toBeGreaterThanOrEqual(times);
        expect(count(exportHtml(whole))).toBeGreaterThanOrEqual(times);
      }),
      { numRuns: 30 },
    ));

  test('a picture for which the file has no room is a link, and the file says so at its beginning', () => {
    const at = 'https://soak.example.org/reviews/r1/uploads/u1';
    const whole = { ...review('x'), pictures: {}, picturesInSoak: { u1: at } };
    for (const file of [exportMarkdown(whole), exportHtml(whole)])
      expect(file).toMatch(/One picture is too large for this file and stays in Soak[\s\S]*Picture: x/);
    expect(exportMarkdown(whole)).toContain(`[Picture: x](${at})`);
    expect(exportHtml(whole)).toContain(`<a href="${at}">Picture: x</a>`);
    expect(exportHtml(review('x'))).not.toContain('stays in Soak');
  });

  test('a picture that names something every object has is a picture that is not there', () => {
    const whole = review('words');
    const [section] = whole.writeUp.sections;
    for (const upload of ['__proto__', 'constructor'])
      section?.blocks.push({ type: 'picture', id: 'p2', upload, alt: 'none' });
    expect(exportHtml(whole)).toContain('(picture: none)');
    expect(exportMarkdown(whole)).toContain('/uploads/constructor');
  });
});
