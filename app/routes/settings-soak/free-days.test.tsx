import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import { FreeDays } from './free-days.tsx';
import { withUnsaved } from './with-unsaved.ts';

const known = '2026-12-25 Christmas Day';

test('[S2] a list nobody is changing is shown as stored, and so is one that was just kept', () => {
  const stored = `${known}\n2026-12-26`;
  expect(withUnsaved({ typed: known, known, stored, kept: undefined })).toBe(stored);
  const typed = `2026-12-26\n${known}`;
  expect(withUnsaved({ typed, known, stored, kept: `2026-12-26\r\n${known}` })).toBe(stored);
});

test('[S2] words not kept yet outlast a day added from a file, and keeping them does not take it away', () => {
  const typed = `${known}\n2027-01-01 New`;
  const stored = `${known}\n2026-12-28 Founders’ Day`;
  expect(withUnsaved({ typed, known, stored, kept: undefined })).toBe(`${typed}\n2026-12-28 Founders’ Day`);
  // a day taken out of the list is not put back, and what was typed while it was being kept stays
  expect(withUnsaved({ typed: '', known, stored: known, kept: undefined })).toBe('');
  expect(withUnsaved({ typed, known, stored: known, kept: known })).toBe(typed);
});

test('[S2] a refused list comes back with the weekend as it was ticked beside it, without JavaScript too', () => {
  const stored = { weekend: [6, 7], lines: known };
  const refused = { weekend: [5, 6], lines: '25.12.' };
  const { html } = rendered(<FreeDays stored={stored} refused={refused} kept={undefined} problems={{}} />, {
    at: '/settings/soak',
  });
  const ticks = [...html.matchAll(/<input[^>]*name="weekend\[\]"[^>]*>/g)].map(([tick]) => tick);
  const ticked = ticks.flatMap((tick, at) => (tick.includes('checked') ? [at + 1] : []));
  expect([ticks.length, ...ticked]).toEqual([7, 5, 6]);
  expect(html).toContain('>25.12.</textarea>');
});
