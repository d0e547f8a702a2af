import { REVIEWS } from '#server/demo/content/ids.ts';
import type { Person } from '../fixtures.ts';
import { expect } from '../fixtures.ts';

/** What people do with comments, and the words in the example review that they comment on. */

export const A = `/reviews/${REVIEWS.wrongHost}`;
export const FIRST = 'out of the usual order';
export const OTTOS = 'there really was spam';
export const BLOCK = 'Around seven the load on the primary';

export async function begins(person: Person, words: string): Promise<void> {
  await selects(person, words);
  await person.page.getByRole('button', { name: 'Comment', exact: true }).click();
}

/** What is sent arrives; its answers wait until they are let go. */
export async function holdsAnswers({ page }: Person) {
  const address = '**/comments.json';
  const held = Promise.withResolvers<void>();
  await page.route(address, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const response = await route.fetch();
    await held.promise;
    await route.fulfill({ response });
  });
  return { letGo: () => held.resolve() };
}

/** As a mouse or finger does it: from the first to the last of these words. */
export async function selects({ page }: Person, words: string): Promise<void> {
  const block = page.locator('[data-words]', { hasText: words }).first();
  await block.scrollIntoViewIfNeeded();
  await block.evaluate((element, sought) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const at = text.data.indexOf(sought);
      if (at >= 0) getSelection()?.setBaseAndExtent(text, at, text, at + sought.length);
    }
  }, words);
}

export async function bringsIntoView({ page }: Person): Promise<void> {
  await page.locator('section.part', { hasText: BLOCK }).first().scrollIntoViewIfNeeded();
  await expect(page.locator('.words[contenteditable="true"]', { hasText: BLOCK })).toBeVisible();
}

export const threadOf = ({ page }: Person, words: string) =>
  page.locator('.margin-notes .thread', { hasText: words });
