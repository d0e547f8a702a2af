import { REVIEWS } from '#server/demo/content/ids.ts';
import { expect, type Person, test } from '../fixtures.ts';
import { seals } from './room-words.ts';

const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

test('Grace reads, enters the room and seals an idea on a phone, and nothing is wider than it', async ({
  browserOf,
  felicity,
}) => {
  const grace = await browserOf('grace', phone);
  await grace.page.goto('/');
  await fits(grace);
  await grace.page.getByRole('link', { name: 'A database deleted on the wrong host' }).first().click();
  await expect(grace.page.locator('h1')).toContainText('A database deleted on the wrong host');
  await fits(grace);

  const review = `/api/v1/reviews/${REVIEWS.wrongHost}`;
  const { meetings } = (await grace.asks(review)).json() as { meetings: { id: string }[] };
  const room = `/meetings/${meetings[0]?.id}`;
  await felicity.page.goto(room);
  await grace.page.goto(room);
  await expect(felicity.page.getByText('2 here')).toBeVisible();
  await fits(grace);
  await seals(grace, 'Put the wait into the runbook.');
  await expect(felicity.page.getByText(/1 idea|One idea/i).first()).toBeVisible();
  await fits(grace);
});

async function fits({ page }: Person): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, page.url()).toBeLessThanOrEqual(0);
}
