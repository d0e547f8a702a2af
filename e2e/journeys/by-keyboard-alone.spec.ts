import { expect, type Person, test } from '../fixtures.ts';

test.use({ workspaceOf: 'keyboard' });

test('Felicity signs in, finds her meeting, leads two stages and ends it without a mouse', async ({
  stranger,
  soak,
}) => {
  test.setTimeout(150_000);
  const page = stranger;
  await page.goto(`${soak.origin}/sign-in`);
  await tabTo(page, page.getByLabel('E-mail'));
  await page.keyboard.type('felicity@demo.test');
  await page.keyboard.press('Tab');
  await page.keyboard.type('soak-demo');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${soak.origin}/`);

  await press(page, page.getByRole('link', { name: 'Enter the room' }).first());
  await press(page, page.getByRole('button', { name: 'Start', exact: true }));
  const title = page.locator('#stage-title');
  await expect(title).toContainText('Welcome and purpose');
  // the room's keys act where nobody types
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(title).not.toContainText('Welcome and purpose');

  await page.keyboard.press('k');
  await expect(page.locator('.composer textarea')).toBeFocused();
  await page.keyboard.type('A snapshot for a test is a backup nobody calls one.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Kept.').first()).toBeVisible();

  await press(page, page.locator('summary', { hasText: 'More' }));
  await press(page, page.getByRole('button', { name: /^End the meeting/ }));
  await press(page, page.getByRole('button', { name: 'End it' }));
  await expect(page.getByText('Thank you for coming')).toBeVisible();
});

type Page = Person['page'];
type Place = ReturnType<Page['locator']>;

async function press(page: Page, place: Place): Promise<void> {
  await tabTo(page, place);
  await page.keyboard.press('Enter');
}

/** Tab until the focus is there, as a person does; what cannot be reached so fails. */
async function tabTo(page: Page, place: Place): Promise<void> {
  await expect(place).toBeVisible();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the focus never came there');
}
