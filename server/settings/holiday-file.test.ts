import { describe, expect, it } from 'vitest';
import { isRefused } from '#domain/refused.ts';
import { decodeHolidays, type ReadHolidays, readHolidays } from './holiday-file.ts';

const read = (text: string): ReadHolidays => {
  const found = readHolidays(text);
  if (isRefused(found)) throw new Error(found.refused);
  return found;
};
const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flatMap((each) => ['BEGIN:VEVENT', each, 'END:VEVENT'])]
    .join('\r\n')
    .concat('\r\nEND:VCALENDAR\r\n');

describe('holidays from a list', () => {
  it('[S2] takes a day a row, with its name, and says which row is none', () => {
    const found = read(
      'Date,Name\n2026-12-25, Christmas Day\n\n25.12.2026 Christmas\n2026-02-30\n"2026-12-26";"Boxing Day"\n2026-12-25',
    );
    expect(found.days).toEqual([
      { day: '2026-12-25', name: 'Christmas Day' },
      { day: '2026-12-26', name: 'Boxing Day' },
    ]);
    expect(found.bad.map(({ line, words }) => [line, words])).toEqual([
      [4, '25.12.2026 Christmas'],
      [5, '2026-02-30'],
    ]);
    expect(found.twice).toBe(1);
  });

  it('[S2] several days in a row are days too', () => {
    expect(read('2026-01-01 2026-01-02,2026-01-05').days.map(({ day }) => day)).toEqual([
      '2026-01-01',
      '2026-01-02',
      '2026-01-05',
    ]);
  });
});

describe('holidays from a calendar', () => {
  it('[S2] takes whole days, several at once, and those that come every year', () => {
    const found = read(
      calendar(
        'DTSTART;VALUE=DATE:20261225\r\nSUMMARY:Christmas\\, first\r\n  day',
        'DTSTART;VALUE=DATE:20261229\r\nDTEND;VALUE=DATE:20270102\r\nSUMMARY:We are closed',
        'DTSTART;VALUE=DATE:20261003\r\nRRULE:FREQ=YEARLY;COUNT=3\r\nSUMMARY:Unity',
      ),
    );
    expect(found.days).toContainEqual({ day: '2026-12-25', name: 'Christmas, first day' });
    expect(found.days.filter(({ name }) => name === 'We are closed').map(({ day }) => day)).toEqual([
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
    ]);
    expect(found.days.filter(({ name }) => name === 'Unity').map(({ day }) => day)).toEqual([
      '2026-10-03',
      '2027-10-03',
      '2028-10-03',
    ]);
  });

  it('[S2] one broken event costs no other, and each says its line and why', () => {
    const found = read(
      calendar(
        'DTSTART;TZID=Nowhere/Atall:20261224T120000\r\nSUMMARY:Half a day',
        'SUMMARY:When?',
        'DTSTART;VALUE=DATE:20261301',
        'this is no line',
        'DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20270101',
        'DTSTART;VALUE=DATE:20261226\r\nSUMMARY:Boxing Day',
      ),
    );
    expect(found.days).toEqual([{ day: '2026-12-26', name: 'Boxing Day' }]);
    expect(found.bad).toHaveLength(5);
    expect(found.bad[0]).toMatchObject({ line: 4, why: 'is not a whole day' });
  });
});

it('[S2] an event that comes every second is told, at once, and costs no other', () => {
  const often = ['SECONDLY', 'MINUTELY', 'HOURLY'].map(
    (freq) => `DTSTART;VALUE=DATE:20261003\r\nRRULE:FREQ=${freq};BYMONTH=2\r\nSUMMARY:Often`,
  );
  const found = read(calendar(...often, 'DTSTART;VALUE=DATE:20261225\r\nSUMMARY:Christmas'));
  expect(found.days).toEqual([{ day: '2026-12-25', name: 'Christmas' }]);
  expect(found.bad.map(({ why }) => why)).toEqual(Array(3).fill('comes several times a day'));
});

describe('files nobody should have to explain', () => {
  it('[S2] ten thousand days, wrong letters, nothing and a picture are told in a sentence', () => {
    const many = Array.from({ length: 10_000 }, (_, at) =>
      new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
    ).join('\n');
    expect(readHolidays(many)).toMatchObject({ refused: expect.stringContaining('10,000 different days') });
    for (const bytes of [
      new Uint8Array(),
      new TextEncoder().encode('2026-12-25 Weihnachten').map((byte) => (byte === 0x57 ? 0xe4 : byte)),
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]),
      Uint8Array.from([50, 48, 0, 50]),
      new Uint8Array(5_000_000),
    ])
      expect(isRefused(decodeHolidays(bytes))).toBe(true);
    const utf16 = Uint8Array.from([0xff, 0xfe, ...[...'2026-12-25 Ä'].flatMap((c) => [c.charCodeAt(0), 0])]);
    expect(read(String(decodeHolidays(utf16))).days).toEqual([{ day: '2026-12-25', name: 'Ä' }]);
  });
});
