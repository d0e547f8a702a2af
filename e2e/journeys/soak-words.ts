import { expect, type Person } from '../fixtures.ts';

/** How far this journey's program is ahead of the tests' own clock from when Grace comes late. */
export const AHEAD_MS = 4 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const isWeekend = (time: number): boolean => [0, 6].includes(new Date(time).getUTCDay());

/** The first weekday after this instant, in UTC. */
const weekdayAfter = (time: number): number => {
  let next = time + DAY_MS;
  while (isWeekend(next)) next += DAY_MS;
  return next;
};

/** S2: the next weekday becomes a holiday, by the program's clock. */
export async function keepsHoliday({ page }: Person): Promise<string> {
  const holiday = iso(weekdayAfter(Date.now() + AHEAD_MS));
  await page.goto('/settings/soak');
  await page.getByLabel('Or paste days here').fill(`${holiday} Founders’ Day`);
  await page.getByRole('button', { name: 'Show what it holds' }).click();
  await page.getByRole('button', { name: 'Add this day' }).click();
  await expect(page.getByText('One day added.')).toBeVisible();
  return holiday;
}

/** S2: two days people work on, with this one left out; a day ended on that is none counts from the next. @param pressedAt by the tests' clock */
export function expectedEnd(pressedAt: number, holiday: string): string {
  const counts = (time: number) => !isWeekend(time) && iso(time) !== holiday;
  let day = pressedAt + AHEAD_MS;
  while (!counts(day)) day += DAY_MS;
  for (let counted = 0; counted < 2; ) {
    day += DAY_MS;
    if (counts(day)) counted += 1;
  }
  return iso(day);
}

/** A1 to A4: by choice and remote, then in the room, then nothing. */
export async function saysThatTheyCame({ page }: Person): Promise<void> {
  const form = page.getByRole('region', { name: /^Note that you were here/ }).locator('form');
  await expect(form).toContainText('Nothing is noted unless you say so.');
  await form.getByText('By choice', { exact: true }).click();
  await form.getByText('Remote', { exact: true }).click();
  await form.getByRole('button', { name: 'Note it' }).click();
  await expect(form).toContainText('Noted: by choice, remote.');
  await form.getByText('In the room', { exact: true }).click();
  await form.getByRole('button', { name: 'Change it' }).click();
  await expect(form).toContainText('Noted: by choice, in the room.');
  await page.reload();
  await expect(form).toContainText('Noted: by choice, in the room.');
  await form.getByRole('button', { name: 'Remove it for good' }).click();
  await expect(form).toContainText('Removed for good. Nothing is noted.');
  await page.reload();
  await expect(form).toContainText('Nothing is noted unless you say so.');
}

const REASON = 'The same move is made again tomorrow night.';

/** S5: not for want of patience, nor by anybody; given, its reason is there for everyone. */
export async function opensEarly(felicity: Person, review: string, reader: Person): Promise<string> {
  const { page } = felicity;
  await page.goto(`${review}/actions`);
  await page.getByText('It cannot wait that long').click();
  const why = page.getByLabel('Why it cannot wait');
  felicity.mayHear(/ 422 /);
  await why.fill(`${' '.repeat(20)}Sooner.`);
  await page.getByRole('button', { name: 'Let the ideas open early' }).click();
  await expect(page.getByText(/^Say the reason in at least 20 characters/)).toBeVisible();
  await expect(page.locator('h1')).toContainText('Soaking until');
  await why.fill(REASON);
  await page.getByRole('button', { name: 'Let the ideas open early' }).click();
  await expect(page.locator('h1')).toHaveText('The ideas may open early');

  await reader.page.goto(`${review}/actions`);
  await expect(reader.page.getByLabel('Opened early')).toContainText(REASON);
  await expect(reader.page.getByText('It cannot wait that long')).toHaveCount(0);
  const form = new URLSearchParams({ intent: 'open-early', early: REASON });
  const answer = await reader.asks(`${review}/actions`, { method: 'POST', body: form });
  expect(answer.status).toBe(422);
  return REASON;
}
