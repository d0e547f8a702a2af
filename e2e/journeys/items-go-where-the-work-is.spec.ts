import { REVIEWS } from '#server/demo/content/ids.ts';
import { hmacHex } from '#server/trackers/seal.ts';
import { fakeGithub, githubIssue, type Held } from '#server/trackers/testing.ts';
import { objections, widerThanThePage } from '../axe.ts';
import { expect, test } from '../fixtures.ts';

const review = `/reviews/${REVIEWS.twoCoasts}`;

test('[T1] [T2] [T5] an administrator connects GitHub, Felicity sees what is sent and sends it, and its state comes back', async ({
  root,
  felicity,
}) => {
  test.setTimeout(120_000);
  const held: Held = { issues: [], lagMs: 0, now: () => new Date() };
  const github = await fakeGithub(held);
  const { page } = root;
  await page.goto('/settings/trackers?connect=github');
  await page.getByLabel('Address of its API').fill(github.origin);
  await page.getByLabel('Repository').fill('example/infra');
  await page.getByLabel('Token').fill('gh-token');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByText('is kept, but it does not work yet')).toBeVisible();
  await expect(page.getByRole('alert').or(page.locator('.refusal')).first()).toContainText('not encrypted');
  const secret = (await page.locator('.made-token code').textContent()) ?? '';
  expect(await objections(page)).toEqual([]);
  await page.getByLabel('Soak may call').fill(github.origin);
  const origins = page.locator('form', { has: page.getByLabel('Soak may call') });
  await origins.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByText('Kept.')).toBeVisible();
  await page.getByRole('button', { name: /^Ask whether it is there/ }).click();
  await expect(page.getByText('It is there and knows the project.')).toBeVisible();

  await felicity.page.goto(`${review}/actions`);
  await felicity.page.getByRole('link', { name: /to where the work is$/ }).click();
  // what is finished here already is not ticked
  const first = felicity.page.locator('.sending li', { has: felicity.page.locator('input:checked') }).first();
  const words = await first.locator('pre').textContent();
  const title = (await first.locator('.tick').textContent())?.trim() ?? '';
  expect(await objections(felicity.page)).toEqual([]);
  await felicity.page.getByRole('button', { name: /^Send to GitHub/ }).click();
  const item = felicity.page.locator('.decided', { hasText: title });
  await expect(item.getByRole('link', { name: /^GitHub example\/infra #\d+$/ })).toBeVisible({
    timeout: 20_000,
  });
  const issue = held.issues.find((each) => each.title === title);
  expect(issue?.body).toBe(words);
  if (!issue) return;

  const body = JSON.stringify({
    issue: githubIssue(
      { ...issue, state: 'closed', updatedAt: new Date(Date.now() + 60_000) },
      github.origin,
    ),
    repository: { full_name: 'example/infra' },
  });
  const hook = (await page.locator('.hook-address').first().textContent()) ?? '';
  const call = (signature: string) =>
    fetch(hook, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    });
  expect((await call('sha256=0')).status).toBe(401);
  expect((await call(`sha256=${hmacHex(secret, body)}`)).status).toBe(204);
  await felicity.page.reload();
  await expect(item).toContainText('done (“closed”)');
  await felicity.page.setViewportSize({ width: 320, height: 640 });
  expect(await widerThanThePage(felicity.page)).toBe(0);
  expect(await objections(felicity.page)).toEqual([]);
  expect((await felicity.asks(`${review}/items.csv`)).text).toContain('done (“closed”)');
  await github.close();
});
