import { objections } from '../axe.ts';
import { expect, type Person, test } from '../fixtures.ts';
import {
  addsSection,
  goesOffline,
  goesTo,
  isSaved,
  opens,
  partOf,
  SHORT,
  section,
  types,
} from './writing-words.ts';

test('[D13] words Priya types offline into a paragraph that Amir joins are offered to her alone, and go back where they belong', async ({
  amir,
  priya,
}) => {
  await opens(amir, SHORT);
  await opens(priya, SHORT);
  await addsWords(amir, 'Joined meanwhile', 'The first half.\nThe second half.');
  const his = section(amir, 'Joined meanwhile');
  const hers = section(priya, 'Joined meanwhile');
  await goesTo(priya, 'Joined meanwhile');
  await expect(hers).toContainText('The second half.');

  await goesOffline(priya);
  await hers.click();
  await priya.page.keyboard.press('Control+End');
  // the editor knows where the caret went: typed at once, the first letter stood where the click was
  await priya.page.evaluate(() => document.dispatchEvent(new Event('selectionchange')));
  await priya.page.keyboard.type(' Nobody had read the banner.');
  await his.getByText('The second half.').click();
  await amir.page.keyboard.press('Home');
  await amir.page.keyboard.press('Backspace');
  await expect(his).toContainText('The first half.The second half.');
  await isSaved(amir);

  await priya.context.setOffline(false);
  const offer = priya.page.getByRole('complementary', { name: 'Words of yours that lost their place' });
  await expect(offer.locator('mark')).toHaveText('Nobody had read the banner.', { timeout: 20_000 });
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
  await priya.page.keyboard.type(' Nor the log.');
  await expect(hers).toContainText('the banner. Nor the log.');
  await priya.page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(his).not.toContainText('banner');
  await expect(his).toContainText('Nor the log.');
  await priya.page.keyboard.press('Control+Shift+z');
  await expect(his).toContainText('Nobody had read the banner.');
});

test('[D13] a section taken out while Priya writes in it offline: she is told, and brings it back with her words', async ({
  amir,
  priya,
}) => {
  await opens(amir, SHORT);
  await opens(priya, SHORT);
  await addsWords(amir, 'Taken out meanwhile', 'First words.');
  await goesTo(priya, 'Taken out meanwhile');
  await goesOffline(priya);
  await section(priya, 'Taken out meanwhile').click();
  await priya.page.keyboard.press('Control+End');
  await priya.page.keyboard.type(' Hers are here.');
  await partOf(amir, 'Taken out meanwhile').getByLabel('More for this section').click();
  await amir.page.locator('.drop[open]').getByRole('button', { name: 'Take out' }).click();
  await isSaved(amir);
  await priya.context.setOffline(false);
  const offer = priya.page.getByRole('complementary', { name: 'Words of yours that lost their place' });
  await expect(offer).toContainText('taken out', { timeout: 20_000 });
  await expect(offer.locator('mark')).toHaveText(' Hers are here.');
  await offer.getByRole('button', { name: 'Put back, with its part' }).click();
  await expect(section(priya, 'Taken out meanwhile')).toContainText('First words. Hers are here.');
  await goesTo(amir, 'Taken out meanwhile');
  await expect(section(amir, 'Taken out meanwhile')).toContainText('First words. Hers are here.');
});

test('[D13] what is let go can be asked for again', async ({ amir, browserOf }) => {
  const priya = await browserOf('priya', { viewport: { width: 390, height: 780 } });
  await opens(amir, SHORT);
  await addsWords(amir, 'Deleted meanwhile', 'Stays.\nGoes away.');
  await opens(priya, SHORT);
  await priya.page.getByText('Goes away.').scrollIntoViewIfNeeded();
  const hers = section(priya, 'Deleted meanwhile');
  await expect(hers).toContainText('Goes away.');
  await goesOffline(priya);
  await hers.click();
  await priya.page.keyboard.press('Control+End');
  await priya.page.keyboard.type(' Priya’s.');
  await section(amir, 'Deleted meanwhile').getByText('Goes away.').click({ clickCount: 3 });
  await amir.page.keyboard.press('Backspace');
  await amir.page.keyboard.press('Backspace');
  await isSaved(amir);
  await priya.context.setOffline(false);
  const offer = priya.page.locator('.rescued', { hasText: 'Priya’s.' });
  await offer.getByRole('button', { name: 'Let go' }).click({ timeout: 20_000 });
  await expect(offer).toHaveCount(0);
  await priya.page.getByRole('button', { name: 'Ask me again' }).click();
  await expect(offer).toBeVisible();
});

async function addsWords(person: Person, title: string, text: string): Promise<void> {
  await addsSection(person, title);
  await types(person, section(person, title), text);
  await isSaved(person);
}
