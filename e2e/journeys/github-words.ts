import { hmacHex } from '#server/trackers/seal.ts';
import { fakeGithub, githubIssue, type Held } from '#server/trackers/testing.ts';
import { objections, widerThanThePage } from '../axe.ts';
import { expect, type Person } from '../fixtures.ts';

/** A GitHub of the test's own, connected by an administrator. */
export interface ConnectedGithub {
  origin: string;
  held: Held;
  /** Where it tells Soak of changes, and what it signs that with. */
  hook: string;
  secret: string;
  close(): Promise<void>;
}

/** T1: an address nobody has listed is refused in words, kept, and works once it is listed. */
export async function connectsGithub({ page }: Person): Promise<ConnectedGithub> {
  const held: Held = { issues: [], lagMs: 0, now: () => new Date() };
  const github = await fakeGithub(held);
  await page.goto('/settings/trackers?connect=github');
  await page.getByLabel('Address of its API').fill(github.origin);
  await page.getByLabel('Repository').fill('example/infra');
  await page.getByLabel('Token').fill('gh-token');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByText('is kept, but it does not work yet')).toBeVisible();
  // said once, with the tracker it is about
  await expect(page.getByText('not encrypted')).toHaveCount(1);
  await expect(page.locator('.trackers .trouble').first()).toContainText('not encrypted');
  const secret = (await page.locator('.made-token code').textContent()) ?? '';
  expect(await objections(page)).toEqual([]);
  await page.getByLabel('Soak may call').fill(github.origin);
  const origins = page.locator('form', { has: page.getByLabel('Soak may call') });
  await origins.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByText('Kept.')).toBeVisible();
  await page.getByRole('button', { name: /^Ask whether it is there/ }).click();
  await expect(page.getByText('It is there and knows the project.')).toBeVisible();
  const hook = (await page.locator('.hook-address').first().textContent()) ?? '';
  return { origin: github.origin, held, hook, secret, close: () => github.close() };
}

/** T2, T5: every word is seen before it is sent, arrives as it was seen, and its state comes back by a signed call alone. */
export async function sendsWhatWasAgreed(
  { page, asks }: Person,
  { github, review, title }: { github: ConnectedGithub; review: string; title: string },
): Promise<void> {
  await page.goto(`${review}/actions`);
  await page.getByRole('link', { name: /to where the work is$/ }).click();
  const one = page.locator('.sending li', { hasText: title });
  const words = await one.locator('pre').textContent();
  expect(await objections(page)).toEqual([]);
  await page.getByRole('button', { name: /^Send to GitHub/ }).click();
  const item = page.locator('.decided', { hasText: title });
  await expect(item.getByRole('link', { name: /^GitHub example\/infra #\d+$/ })).toBeVisible({
    timeout: 20_000,
  });
  const issue = github.held.issues.find((each) => each.title === title);
  if (!issue) throw new Error('no such issue arrived');
  expect(issue.body).toBe(words);

  const closed = { ...issue, state: 'closed' as const, updatedAt: new Date(Date.now() + 60_000) };
  const body = JSON.stringify({
    issue: githubIssue(closed, github.origin),
    repository: { full_name: 'example/infra' },
  });
  const call = (signature: string) =>
    fetch(github.hook, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    });
  expect((await call('sha256=0')).status).toBe(401);
  expect((await call(`sha256=${hmacHex(github.secret, body)}`)).status).toBe(204);
  await page.reload();
  await expect(item).toContainText('done (“closed”)');
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await widerThanThePage(page)).toBe(0);
  expect(await objections(page)).toEqual([]);
  expect((await asks(`${review}/items.csv`)).text).toContain('done (“closed”)');
}
