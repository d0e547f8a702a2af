import { REVIEWS } from '#server/demo/content/ids.ts';
import { objections, widerThanThePage } from '../axe.ts';
import { expect, test } from '../fixtures.ts';

test.use({ workspaceOf: 'templates' });

test('[M1] a meeting is planned from a template, its agenda kept for others, and taken away again', async ({
  amir,
}) => {
  const { page } = amir;
  await page.goto(`/reviews/${REVIEWS.wrongHost}/meeting/plan`);
  await page.getByLabel('Title', { exact: true }).fill('A title of my own');
  await page.getByRole('button', { name: /^Surprise or near miss/ }).click();
  await expect(page.getByLabel('Minutes', { exact: true })).toHaveValue('30');
  await expect(page.getByText('30 of 30 minutes')).toBeVisible();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('A title of my own');
  expect(await titles(page)).toContain('What surprised you?');

  await page.getByRole('button', { name: 'Later: Welcome and purpose' }).press('Enter');
  await expect.poll(() => titles(page)).not.toMatch(/^Welcome/);
  await page.getByText('Keep this agenda as a template').click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByText('Give the template a name')).toBeVisible();
  await page.getByLabel('What it is called').fill('Half an hour, upside down');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByText('Kept as “Half an hour, upside down”.')).toBeVisible();
  expect(await objections(page)).toEqual([]);
  await pictures('wide');

  await page.getByRole('button', { name: /^Read together in silence/ }).click();
  await expect.poll(() => titles(page)).toContain('Read in silence');
  await page.getByRole('button', { name: /^Half an hour, upside down/ }).click();
  await expect.poll(() => titles(page)).not.toMatch(/^Welcome/);
  await page.getByRole('button', { name: 'Take away the template: Half an hour, upside down' }).click();
  await expect(page.getByRole('button', { name: /^Half an hour/ })).toHaveCount(0);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await widerThanThePage(page)).toBe(0);
  await page.setViewportSize({ width: 390, height: 800 });
  await pictures('phone');

  async function pictures(name: string) {
    const folder = process.env.SOAK_PICTURES;
    if (!folder) return;
    await page.screenshot({ path: `${folder}/plan-${name}.png`, fullPage: true });
    if (name !== 'wide') return;
    await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: `${folder}/plan-print.png`, fullPage: true });
    await page.emulateMedia({ media: null });
  }
});

const titles = async (page: import('@playwright/test').Page): Promise<string> =>
  (
    await page
      .locator('.stage-name')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))
  ).join(' | ');
