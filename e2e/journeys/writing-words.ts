import { expect, type Locator } from '@playwright/test';
import { REVIEWS } from '#server/demo/content/ids.ts';
import type { Person } from '../fixtures.ts';

/** What people do in a write-up, in the field's words. */

/** A short one that Amir, Felicity, Grace and Priya write: the longest opens in four times the time on two cores. */
export const SHORT = `/reviews/${REVIEWS.evacuation}`;

export async function opens({ page }: Person, review: string): Promise<void> {
  await page.goto(`${review}/write`);
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toBeVisible({ timeout: 20_000 });
}

export async function addsSection(person: Person, title: string): Promise<void> {
  const { page } = person;
  await outlineOf(person).getByRole('button', { name: 'Add a section' }).click();
  await expect(page.locator('[data-place^="section-title:"]:focus')).toBeVisible();
  await page.keyboard.type(title);
  await expect(titleOf(person, title)).toBeVisible();
}

/** By the outline, as somebody who looks for it: a part far from the window is words to read, not a place to type. */
export async function goesTo(person: Person, title: string): Promise<void> {
  await outlineOf(person).getByRole('link', { name: title }).click({ timeout: 20_000 });
  await expect(section(person, title)).toBeVisible();
}

/** At the end of what stands there; a line break in the words is Enter. */
export async function types({ page }: Person, words: Locator, text: string): Promise<void> {
  await words.click();
  await page.keyboard.press('Control+End');
  // the editor knows where the caret went: typed at once, the first letter stood where the click was
  await page.evaluate(() => document.dispatchEvent(new Event('selectionchange')));
  for (const [at, line] of text.split('\n').entries()) {
    if (at > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(line);
  }
}

export const outlineOf = ({ page }: Person) => page.getByRole('navigation', { name: 'Outline' });

export const titleOf = ({ page }: Person, title: string) =>
  page.locator('[data-place^="section-title:"]', { hasText: title });

export const partOf = (person: Person, title: string) =>
  person.page.locator('section.part', { has: titleOf(person, title) });

/** The words of a section, where they are typed. */
export const section = (person: Person, title: string) =>
  partOf(person, title).locator('[data-place^="section:"]');

export const savedState = ({ page }: Person) => page.locator('.saved[data-state]');

/** What is shown may be 400 ms older than what was typed, so that it never flickers; the browser's own mark is as old as the last key. */
export async function isSaved(person: Person): Promise<void> {
  await person.page.waitForFunction(
    (marks) => !Object.keys(localStorage).some((key) => key.startsWith(marks)),
    'soak:unsent:',
  );
  await expect(savedState(person)).toHaveText('Saved', { timeout: 20_000 });
}

/** Without a network, and the page knows it: what is typed next has reached nobody. */
export async function goesOffline(person: Person): Promise<void> {
  person.mayHear(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  await person.context.setOffline(true);
  await person.page.waitForFunction(() => !navigator.onLine);
}
