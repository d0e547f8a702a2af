import { expect } from '@playwright/test';
import type { Person } from '../fixtures.ts';

/** What people do in a room, in the field's words. */

/** Next, again and again, until the stage's title is this. Within a walk it goes from moment to moment. */
export async function goOnTo(person: Person, stage: string): Promise<void> {
  const title = person.page.locator('#stage-title');
  for (let presses = 0; presses < 60; presses += 1) {
    if (((await title.textContent()) ?? '').includes(stage)) return;
    await goesOn(person);
  }
  throw new Error(`${stage} was not reached`);
}

/** Arms Next, then goes, and waits until the page stands where that led: before, its title and its button still speak of the step left. */
export async function goesOn({ page }: Person): Promise<void> {
  // this step's own answer: the one to a Start pressed a moment ago may still be on its way
  const answered = page.waitForResponse(
    (answer) =>
      answer.url().endsWith('/commands') &&
      /"command":"(next|spotlight)"/.test(answer.request().postData() ?? ''),
  );
  // armed for 3 s only: a hand that came too late arms again, as a person does
  await expect(async () => {
    await page.getByRole('button', { name: /^Next (stage|moment|finding|part)/ }).click();
    await page.getByRole('button', { name: 'Press again to go', exact: true }).click({ timeout: 2500 });
  }).toPass({ timeout: 30_000 });
  const answer = await answered;
  expect(answer.status(), 'a step of the meeting').toBe(200);
  const { rev } = (await answer.json()) as { rev: number };
  await expect
    .poll(async () => Number(await page.locator('.room').getAttribute('data-rev')))
    .toBeGreaterThanOrEqual(rev);
}

export async function captures(
  { page }: Person,
  kind: 'Question' | 'Insight' | 'Different view',
  words: string,
) {
  await page.getByRole('button', { name: new RegExp(`^${kind}`) }).click();
  await page.locator('.composer textarea').fill(words);
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByText('Kept.').first()).toBeVisible();
}

export async function seals({ page }: Person, words: string): Promise<void> {
  await page.getByRole('button', { name: /^Seal an idea/ }).click();
  const field = page.getByLabel('An idea for a fix, while it is fresh');
  await field.fill(words);
  await page.getByRole('button', { name: 'Seal it' }).click();
  // thanks for the one before may still be showing
  await expect(field).toHaveCount(0);
  await expect(page.getByText(/^Thank you\. Put away until/).first()).toBeVisible();
}

/** Under More, and confirmed in words. */
export async function endsIt({ page }: Person): Promise<void> {
  await page.locator('summary', { hasText: 'More' }).click();
  await page.getByRole('button', { name: /^End the meeting/ }).click();
  await page.getByRole('button', { name: 'End it' }).click();
  await expect(page.getByText('Thank you for coming')).toBeVisible();
}
