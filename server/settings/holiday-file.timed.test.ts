import { expect, it } from 'vitest';
import { isRefused } from '#domain/refused.ts';
import { readHolidays } from './holiday-file.ts';

it('[S2] a calendar of ten thousand days is told in a sentence within five seconds', () => {
  const days = Array.from({ length: 10_000 }, (_, at) =>
    new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10).replaceAll('-', ''),
  );
  const events = days.map((day) => `BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:${day}\r\nEND:VEVENT\r\n`);
  const began = performance.now();
  const found = readHolidays(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join('')}END:VCALENDAR\r\n`);
  expect(isRefused(found)).toBe(true);
  expect(performance.now() - began).toBeLessThan(5_000);
});
