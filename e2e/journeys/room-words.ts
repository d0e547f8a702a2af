import { expect } from '@playwright/test';
import type { Person } from '../fixtures.ts';

/** What people do in a room, in the field's words. */

/** Arms Next, then goes, until the stage's title is this. Within a walk Next goes from moment to moment. */
export async function goOnTo({ page }: Person, stage: string): Promise<void> {
  const title = page.locator('#stage-title');
  for (let presses = 0; presses < 60; presses += 1) {
    const before = (await title.textContent()) ?? '';
    if (before.includes(stage)) return;
    const next = page.getByRole('button', { name: /^Next (stage|moment|finding|part)/ });
    const isLast = (await next.textContent())?.startsWith('Next stage');
    await next.click();
    await page.getByRole('button', { name: 'Press again to go', exact: true }).click();
    if (isLast) await expect(title).not.toHaveText(before);
    else await expect(next).toBeVisible();
  }
  throw new Error(`${stage} was not reached`);
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
  await page.getByLabel('An idea for a fix, while it is fresh').fill(words);
  await page.getByRole('button', { name: 'Seal it' }).click();
  await expect(page.getByText(/^Thank you\. Put away until/).first()).toBeVisible();
}

/** Under More, and confirmed in words. */
export async function endsIt({ page }: Person): Promise<void> {
  await page.locator('summary', { hasText: 'More' }).click();
  await page.getByRole('button', { name: /^End the meeting/ }).click();
  await page.getByRole('button', { name: 'End it' }).click();
  await expect(page.getByText('Thank you for coming')).toBeVisible();
}
