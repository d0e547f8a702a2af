import { expect, test } from 'vitest';
import { csv } from '../csv.ts';
import { markersCsv } from './markers.ts';
import {
  cellWords,
  isMostByChoice,
  type MonthMarkers,
  monthCells,
  monthsCsv,
  NO_READS,
  NOBODY,
  readsCell,
} from './months.ts';

/** Outside: seven of whom no more is said. Closest: a few. Guests: five by choice, and a meeting in words. */
const month: MonthMarkers = {
  month: '2026-11',
  meetings: 2,
  outside: { ...NOBODY, people: 7, notSaid: 7, newNotSaid: 7 },
  closest: { ...NOBODY, inWords: 1 },
  unknown: { ...NOBODY, people: 5, byChoice: 5, newNotSaid: 5, inWords: 1 },
  reads: { outside: { ...NO_READS, readers: 4, inWords: 1 }, closest: { ...NO_READS, untold: 1 } },
};

test('[A6] by month only none reads as nobody: what is withheld or words never reads 0, and everybody counted is in a row', () => {
  const words = (side: 'outside' | 'closest' | 'unknown') =>
    Object.values(monthCells(month[side])).map(cellWords);
  expect(words('outside')).toEqual(['7', 'not said', 'not said', '7', 'not said']);
  expect(words('closest')).toEqual(['some, in words', 'not said', 'not said', 'some, in words', 'not said']);
  expect(words('unknown')).toEqual(['5, and some in words', '5', 'not said', 'some, in words', 'not said']);
  expect(Object.values(monthCells(NOBODY)).map(cellWords)).toEqual(Array(5).fill('nobody yet'));
  const split = { ...NOBODY, people: 9, byChoice: 9, newFaces: 3 };
  expect(Object.values(monthCells(split)).map(cellWords)).toEqual([
    '9',
    '9',
    'nobody yet',
    'nobody yet',
    '3',
  ]);
  expect([cellWords(readsCell(month.reads.outside)), cellWords(readsCell(month.reads.closest))]).toEqual([
    '4, and some in words',
    'not said',
  ]);
});

test('[A6] that most come by choice is said only where it is true whatever is not said', () => {
  const six = { ...NOBODY, people: 6, byChoice: 6 };
  expect(isMostByChoice([six, { ...NOBODY, people: 5, asked: 5 }])).toBe(true);
  expect(isMostByChoice([six, { ...NOBODY, people: 7, notSaid: 7 }])).toBe(false);
  expect(isMostByChoice([six, { ...NOBODY, inWords: 1 }])).toBe(false);
});

test('[A6] CSV by month withholds as the picture does', () => {
  const [heads, line] = monthsCsv([month]).split('\r\n');
  const cells = line?.match(/"[^"]*"|[^,]+/g) ?? [];
  const told = Object.fromEntries(
    (heads?.match(/"[^"]*"|[^,]+/g) ?? []).map((head, at) => [head.replaceAll('"', ''), cells[at]]),
  );
  expect(told).toMatchObject({
    month: '2026-11',
    'outside, by choice': 'not said',
    'outside, how not said': '7',
    'outside, new faces': 'not said',
    'closest, how not said': '"some, in words"',
    'closest, figures in words': '1',
    'team not known, by choice': '5',
    'readers outside, summed by week': '4',
    'readers outside, weeks in words': '1',
    'readers closest, summed by week': 'not said',
  });
});

test('[A6] [A7] CSV of a review gives what is published in the words of the page, and names only of those who chose it', () => {
  const made = markersCsv({
    review: 'r',
    title: 'T',
    publishedAt: null,
    asOf: '2026-11-20T00:00:00Z',
    reads: [{ week: '2026-11-16', outside: 4, closest: 'hidden' }],
    links: { from: [{ id: 'l', title: '=HYPERLINK("http://evil")' }], to: [] },
    attendance: [
      {
        meeting: 'm',
        kind: 'review',
        title: 'M',
        endedAt: '2026-11-18T10:00:00Z',
        changedAt: '2026-11-19T10:00:00Z',
        sides: [
          { side: 'outside', shown: { all: 7 }, named: [{ name: '@Otto', how: 'asked', mode: 'room' }] },
          { side: 'closest', shown: { all: 'a-few' }, named: [] },
        ],
      },
    ],
    confidence: [{ when: 'after', question: 'Q', counts: [null, 5] }],
  });
  expect(made.split('\r\n')).toEqual([
    'what,when,who,kind,figure',
    'readers,2026-11-16,outside,week,4',
    'readers,2026-11-16,closest,week,too few people to show',
    'attendance,2026-11-18,outside,all,7',
    `attendance by name,2026-11-18,outside,"asked, in the room",'@Otto`,
    'attendance,2026-11-18,closest,all,a few',
    `link,,from a write-up,,"'=HYPERLINK(""http://evil"")"`,
    'confidence,after,,1,a few',
    'confidence,after,,2,5',
    '',
  ]);
});

test('[bad input 30] cells of a spreadsheet that begin like a formula are text, numbers stay numbers, quotes and lines stay one cell', () => {
  const begins = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'];
  expect(csv([begins.slice(0, 5)])).toBe(`'=1+1,'+1,'-1,'@SUM(A1),'\tx\r\n`);
  expect(csv([[begins[5] as string]])).toBe(`"'\rx"\r\n`);
  expect(csv([['a = b', 'a "b"', 'one\ntwo', 'a,b', -1, 0, '']])).toBe(
    `a = b,"a ""b""","one\ntwo","a,b",-1,0,\r\n`,
  );
});
