import { REVIEWS } from '#server/demo/content/ids.ts';
import { objections } from '../axe.ts';
import { expect, type Person, test } from '../fixtures.ts';

const A = `/reviews/${REVIEWS.wrongHost}`;

test('[D13] words Priya types offline into a paragraph that Amir joins are offered to her alone, and go back where they belong', async ({
  amir,
  priya,
}) => {
  await opens(amir);
  await opens(priya);
  await addsSection(amir, 'Joined meanwhile', 'The first half.\nThe second half.');
  const his = words(amir, 'Joined meanwhile');
  const hers = words(priya, 'Joined meanwhile');
  await goesTo(priya, 'Joined meanwhile');
  await expect(hers).toContainText('The second half.');

  priya.mayHear(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  await priya.context.setOffline(true);
  await hers.click();
  await priya.page.keyboard.press('Control+End');
  await priya.page.keyboard.type(' Nobody had read the banner.');
  await his.getByText('The second half.').click();
  await amir.page.keyboard.press('Home');
  await amir.page.keyboard.press('Backspace');
  await expect(his).toContainText('The first half.The second half.');
  await expect(saved(amir)).toHaveText('Saved');

  await priya.context.setOffline(false);
  const offer = priya.page.getByRole('complementary', { name: 'Words of yours that lost their place' });
  await expect(offer.locator('mark')).toHaveText(' Nobody had read the banner.', { timeout: 20_000 });
  await expect(offer).toContainText('Only you see this.');
  await expect(hers).not.toContainText('banner');
  expect(await objections(priya.page)).toEqual([]);
  await expect(amir.page.locator('.rescued')).toHaveCount(0);

  await priya.page.reload();
  await goesTo(priya, 'Joined meanwhile');
  await offer.getByRole('button', { name: 'Put back' }).press('Enter');
  await expect(hers).toContainText('The first half.The second half. Nobody had read the banner.');
  await expect(his).toContainText('The second half. Nobody had read the banner.');
  await expect(offer).toHaveCount(0);
  await expect(hers).toBeFocused();
  await priya.page.keyboard.press('Control+z');
  await expect(his).not.toContainText('banner');
  await priya.page.keyboard.press('Control+Shift+z');
  await expect(his).toContainText('Nobody had read the banner.');
});

test('[D13] a section taken out while Priya writes in it offline: she is told, and brings it back with her words', async ({
  amir,
  priya,
}) => {
  await opens(amir);
  await opens(priya);
  await addsSection(amir, 'Taken out meanwhile', 'First words.');
  await goesTo(priya, 'Taken out meanwhile');
  priya.mayHear(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  await priya.context.setOffline(true);
  await words(priya, 'Taken out meanwhile').click();
  await priya.page.keyboard.press('Control+End');
  await priya.page.keyboard.type(' Hers are here.');
  await part(amir, 'Taken out meanwhile').getByLabel('More for this section').click();
  await amir.page.locator('.drop[open]').getByRole('button', { name: 'Take out' }).click();
  await expect(saved(amir)).toHaveText('Saved');
  await priya.context.setOffline(false);
  const offer = priya.page.getByRole('complementary', { name: 'Words of yours that lost their place' });
  await expect(offer).toContainText('taken out', { timeout: 20_000 });
  await expect(offer.locator('mark')).toHaveText(' Hers are here.');
  await offer.getByRole('button', { name: 'Put back, with its part' }).click();
  await expect(words(priya, 'Taken out meanwhile')).toContainText('First words. Hers are here.');
  await goesTo(amir, 'Taken out meanwhile');
  await expect(words(amir, 'Taken out meanwhile')).toContainText('First words. Hers are here.');
});

test('[D13] what is let go can be asked for again', async ({ amir, browserOf }) => {
  const priya = await browserOf('priya', { viewport: { width: 390, height: 780 } });
  await opens(amir);
  await addsSection(amir, 'Deleted meanwhile', 'Stays.\nGoes away.');
  await opens(priya);
  await priya.page.getByText('Goes away.').scrollIntoViewIfNeeded();
  const hers = words(priya, 'Deleted meanwhile');
  await expect(hers).toContainText('Goes away.');
  priya.mayHear(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  await priya.context.setOffline(true);
  await hers.click();
  await priya.page.keyboard.press('Control+End');
  await priya.page.keyboard.type(' Priya’s.');
  await words(amir, 'Deleted meanwhile').getByText('Goes away.').click({ clickCount: 3 });
  await amir.page.keyboard.press('Backspace');
  await amir.page.keyboard.press('Backspace');
  await expect(saved(amir)).toHaveText('Saved');
  await priya.context.setOffline(false);
  const offer = priya.page.locator('.rescued', { hasText: 'Priya’s.' });
  await offer.getByRole('button', { name: 'Let go' }).click({ timeout: 20_000 });
  await expect(offer).toHaveCount(0);
  await priya.page.getByRole('button', { name: 'Ask me again' }).click();
  await expect(offer).toBeVisible();
});

async function opens({ page }: Person): Promise<void> {
  await page.goto(`${A}/write`);
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toBeVisible({ timeout: 20_000 });
}

async function addsSection(person: Person, title: string, text: string): Promise<void> {
  const { page } = person;
  const outline = page.getByRole('navigation', { name: 'Outline' });
  await outline.getByRole('button', { name: 'Add a section' }).click();
  await expect(page.locator('[data-place^="section-title:"]:focus')).toBeVisible();
  await page.keyboard.type(title);
  await words(person, title).click();
  for (const [at, line] of text.split('\n').entries()) {
    if (at > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(line);
  }
  await expect(saved(person)).toHaveText('Saved');
}

async function goesTo({ page }: Person, title: string): Promise<void> {
  const outline = page.getByRole('navigation', { name: 'Outline' });
  await outline.getByRole('link', { name: title }).click({ timeout: 20_000 });
}

const part = ({ page }: Person, title: string) =>
  page.locator('section.part', { has: page.locator('[data-place^="section-title:"]', { hasText: title }) });
const words = (person: Person, title: string) => part(person, title).locator('[data-place^="section:"]');
const saved = ({ page }: Person) => page.locator('.saved[data-state]');
