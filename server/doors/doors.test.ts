import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { day, line, words, zone } from './fields.ts';
import { parseForm } from './parse-form.ts';
import { safeRedirect } from './safe-redirect.ts';

describe('[bad input 34] redirectTo', () => {
  test.each([
    '//evil.test',
    '/\\evil.test',
    'javascript:alert(1)',
    'https://evil.test',
    '/\t/evil.test',
    '\\\\evil',
    '',
    null,
    7,
    '/%09/evil\n',
  ])('%j leads home', (to) => expect(safeRedirect(to)).toBe('/'));
  test('a path of ours with its question stays', () =>
    expect(safeRedirect('/reviews/1?a=b#c')).toBe('/reviews/1?a=b#c'));
  test('whatever is given, the answer stays on this site', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (to) => {
        expect(new URL(safeRedirect(to), 'http://here.test').origin).toBe('http://here.test');
      }),
    ));
});

describe('[bad input 46] [bad input 47] [bad input 48] fields', () => {
  const bad = (schema: z.ZodType, value: unknown) => expect(schema.safeParse(value).success).toBe(false);
  test('a title of spaces, of a megabyte, with NUL or half a pair is refused in a sentence', () => {
    for (const value of ['   ', 'x'.repeat(1_000_000), 'a\u0000b', 'a\ud800b', undefined, ['a']])
      bad(line(200), value);
  });
  test('marks that turn the direction are taken out', () =>
    expect(line(50).parse('abc\u202Egnp.exe')).toBe('abcgnp.exe'));
  test('[bad input 32] a title with lines in it is one line, so it adds none to a letter’s head', () =>
    expect(line(80).parse('Late\r\nBcc: eve@example.org\n\nBody')).toBe('Late Bcc: eve@example.org Body'));
  test('words keep their lines', () => expect(words(50).parse(' a\r\nb ')).toBe('a\nb'));
  test('days that are not in the calendar are refused', () => {
    for (const value of ['0000-01-01', '9999-12-31', '2026-02-30', 'Infinity', '2026-1-1']) bad(day(), value);
    expect(day().parse('2028-02-29')).toBe('2028-02-29');
  });
  test('zones are names the runtime knows', () => {
    bad(zone(), 'Mars/Olympus');
    bad(zone(), '../etc');
    expect(zone().parse('Asia/Kathmandu')).toBe('Asia/Kathmandu');
  });
  test('a form with ten thousand fields, or one named __proto__, is refused and changes nothing', () => {
    const schema = z.strictObject({ title: line(10) });
    const many = new FormData();
    for (let i = 0; i < 10_000; i++) many.append(`f${i}`, 'x');
    expect(parseForm(schema, many)).toHaveProperty('problems');
    const proto = new FormData();
    proto.append('__proto__', 'x');
    proto.append('title', 'ok');
    expect(parseForm(schema, proto)).toHaveProperty('problems');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
