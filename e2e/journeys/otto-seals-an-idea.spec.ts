import type { Page } from '@playwright/test';
import { REVIEWS } from '#server/demo/content/ids.ts';
import { expect, test } from '../fixtures.ts';

const soaking = `/reviews/${REVIEWS.imagesGone}/actions`;
const IDEA = 'Ask for the list twice, and compare.';
const BETTER = 'Ask for the list twice, an hour apart, and compare.';

test('[C6] while it soaks, an idea is sealed, said better, unsigned and withdrawn by its author; others see a count', async ({
  otto,
  vera,
}) => {
  const { page } = otto;
  // it comes to him while he reads
  await page.goto(`/reviews/${REVIEWS.imagesGone}`);
  await page.getByRole('link', { name: 'Seal it until the action session' }).click();
  await expect(page).toHaveURL(new RegExp(`${soaking}#sealed$`));
  await expect(page.locator('h1')).toContainText('Soaking until');
  const before = await page.locator('#sealed h2').innerText();

  // the network is slow: he presses twice, and goes on writing
  const field = page.getByLabel('Another idea, while it is fresh');
  const seal = page.getByRole('button', { name: 'Seal it' });
  const answers = await heldAnswers(page);
  await field.fill(IDEA);
  await seal.click();
  await seal.click();
  await field.fill('And then');
  answers.come();
  await expect(page.getByRole('status').filter({ hasText: 'Thank you' })).toBeVisible();
  await expect(page.locator('.own-idea').filter({ hasText: IDEA })).toHaveCount(1);
  await expect(field).toHaveValue('And then');
  await page.reload();
  await expect(field).toHaveValue('And then');
  await seal.click();
  await expect(page.locator('.own-idea').filter({ hasText: 'And then' })).toHaveCount(1);
  await expect(field).toHaveValue('');
  await page
    .locator('.own-idea')
    .filter({ hasText: 'And then' })
    .getByRole('link', { name: 'Withdraw' })
    .click();
  await page.getByRole('button', { name: 'Withdraw it' }).click();
  await expect(page.locator('.own-idea').filter({ hasText: 'And then' })).toHaveCount(0);

  await vera.page.goto(soaking);
  expect(await vera.page.content()).not.toContain(IDEA);
  expect(await vera.page.locator('#sealed h2').innerText()).not.toBe(before);
  await vera.page.goto('/');
  expect(await vera.page.content()).not.toContain(IDEA);

  const own = page.locator('.own-idea').filter({ hasText: IDEA });
  await own.getByRole('link', { name: 'Change' }).click();
  await page.getByLabel('Say it better').fill(BETTER);
  await page.getByRole('button', { name: 'Seal it again' }).click();
  const better = page.locator('.own-idea').filter({ hasText: BETTER });
  await better.getByRole('button', { name: 'Withhold my name' }).click();
  await expect(better).toContainText('Your name is withheld.');

  // one more is half said meanwhile; the same key as in the room leads to it
  await expect(page.getByLabel('Another idea, while it is fresh')).toHaveAttribute('accesskey', 'i');
  await page.getByLabel('Another idea, while it is fresh').fill('And then, to');
  await better.getByRole('link', { name: 'Withdraw' }).click();
  await expect(better).toContainText('Its words are gone for good.');
  await better.getByRole('button', { name: 'Withdraw it' }).click();
  await expect(page.getByText(BETTER)).toHaveCount(0);
  await expect(page.locator('#sealed h2')).toHaveText(before);
  await expect(page.getByLabel('Another idea, while it is fresh')).toHaveValue('And then, to');
});

test('[C7] sealing and withdrawing work without JavaScript', async ({ browserOf }) => {
  const { page } = await browserOf('grace', { javaScriptEnabled: false });
  await page.goto(soaking);
  const words = page.getByLabel('Another idea, while it is fresh');
  await words.fill('A calendar of what deletes, and when.');
  await page.getByRole('button', { name: 'Seal it' }).click();
  await expect(page.getByText('A calendar of what deletes, and when.')).toBeVisible();
  const own = page.locator('.own-idea').filter({ hasText: 'A calendar' });
  await own.getByRole('link', { name: 'Withdraw' }).click();
  await own.getByRole('button', { name: 'Withdraw it' }).click();
  await expect(page.getByText('A calendar of what deletes, and when.')).toHaveCount(0);
});

test('[S5] the action session is not started before the soak ends, whichever door is tried', async ({
  felicity,
}) => {
  await felicity.page.goto(soaking);
  const room = await felicity.page.locator('main a[href^="/meetings/"]').first().getAttribute('href');
  const answer = await felicity.asks(`${room}/commands`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ command: 'start', expectedRev: 0, key: crypto.randomUUID() }),
  });
  expect(answer.status).toBe(422);
  expect(answer.json()).toMatchObject({ refused: expect.any(String) });
});

/** What is posted from here on waits until it is said to come through. */
async function heldAnswers(page: Page): Promise<{ come(): void }> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/actions.data*', async (route) => {
    await promise;
    // one that was pressed again meanwhile is not waited for any more
    await route.continue().catch(() => {});
  });
  return { come: resolve };
}
