import type { WebSocketRoute } from '@playwright/test';
import { objections, widerThanThePage } from '../axe.ts';
import { expect, type Person, test } from '../fixtures.ts';
import { addsSection, goesTo, isSaved, opens, SHORT, savedState, section, types } from './writing-words.ts';

test.use({ workspaceOf: 'those who erase' });

const ERASE = `${SHORT}/erase`;
const storesOf = ({ page }: Person) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));

test('[D14] Amir erases words for good: who has it open is asked to reload, and Priya, who was offline, has her own words back', async ({
  amir,
  felicity,
  priya,
}) => {
  test.setTimeout(180_000);
  await opens(felicity, SHORT);
  await addsSection(felicity, 'Said in anger');
  await types(felicity, section(felicity, 'Said in anger'), 'It was all Tomas. And then it rained.');
  await isSaved(felicity);
  // a page that is left while the context is offline is let onto the network for a moment: hers is cut for good
  const sockets: WebSocketRoute[] = [];
  let isCut = false;
  await priya.context.routeWebSocket(/\/collab$/, (socket) => {
    if (isCut) return void socket.close();
    socket.connectToServer();
    sockets.push(socket);
  });
  await opens(priya, SHORT);
  await goesTo(priya, 'Said in anger');
  await isSaved(priya);
  isCut = true;
  for (const socket of sockets) await socket.close();
  await expect(savedState(priya)).not.toHaveText('Saved');
  await types(priya, section(priya, 'Said in anger'), ' Nobody had an umbrella.');
  await expect(savedState(priya)).toHaveText('Offline, kept here');
  // she leaves for today, still without a connection
  priya.page.once('dialog', (asked) => void asked.accept());
  await priya.page.goto('about:blank');
  const words = section(felicity, 'Said in anger');
  await words.click();
  await felicity.page.keyboard.press('Control+Home');
  for (let sign = 0; sign < 'It was all Tomas. '.length; sign++) await felicity.page.keyboard.press('Delete');
  await isSaved(felicity);

  const { page } = amir;
  amir.mayHear(/422/);
  await page.goto(`${SHORT}/about`);
  await page.getByRole('link', { name: 'erase them for good' }).click();
  await expect(page.getByRole('heading', { name: 'Erase words for good' })).toBeVisible();
  for (const unreachable of ['npm run backup', 'PostgreSQL’s own journal', 'devices that never return'])
    await expect(page.locator('main')).toContainText(unreachable);
  await expect(page.getByText(/Felicity.* the write-up open now/)).toBeVisible();
  expect(await objections(page)).toEqual([]);
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByRole('alert')).toHaveText('Look at the write-up first, then say so here.');
  await page.getByLabel('I have looked').check();
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByRole('status')).toContainText('Words were erased for good on');
  await expect(page.getByRole('status')).toContainText('within the hour');

  const notice = felicity.page.locator('.connection-notice');
  await expect(notice).toContainText('Words were erased from this write-up for good.', { timeout: 10_000 });
  await expect(words).toHaveAttribute('contenteditable', 'false');
  expect(await objections(felicity.page)).toEqual([]);
  await notice.getByRole('button', { name: 'Reload' }).click();
  await goesTo(felicity, 'Said in anger');
  await expect(section(felicity, 'Said in anger')).toHaveText('And then it rained.');
  await isSaved(felicity);
  expect(await storesOf(felicity)).toEqual([expect.stringMatching(/:[2-9]$/)]);

  await page.goto(`${SHORT}/history`);
  await expect(page.getByText('Its history begins there.')).toBeVisible();

  isCut = false;
  await opens(priya, SHORT);
  await goesTo(priya, 'Said in anger');
  const offer = priya.page.getByRole('complementary', { name: 'Words of yours that lost their place' });
  await expect(offer.locator('mark')).toHaveText('Nobody had an umbrella.');
  await expect(offer).toContainText('had not been sent when words were erased');
  expect(await storesOf(priya)).toEqual([expect.stringMatching(/:[2-9]$/)]);
  expect(await objections(priya.page)).toEqual([]);
  await offer.getByRole('button', { name: 'Let go' }).click();
  await expect(offer).toHaveCount(0);
  await priya.page.getByRole('button', { name: 'Ask me again' }).click();
  await priya.page.reload();
  await goesTo(priya, 'Said in anger');
  await offer.getByRole('button', { name: 'Put back' }).click();
  await expect(section(felicity, 'Said in anger')).toHaveText('And then it rained. Nobody had an umbrella.');
  await expect(section(priya, 'Said in anger')).not.toContainText('Tomas');
  await expect(offer).toHaveCount(0);
  await isSaved(priya);
  await priya.page.reload();
  await goesTo(priya, 'Said in anger');
  await expect(offer).toHaveCount(0);
});

test('[D14] the page is whole without scripts and on a phone, and for analysts alone', async ({
  browserOf,
  priya,
}) => {
  const amir = await browserOf('amir', {
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
  });
  amir.mayHear(/422/);
  const { page } = amir;
  await page.goto(ERASE);
  expect(await widerThanThePage(page)).toBe(0);
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByRole('alert')).toHaveText('Look at the write-up first, then say so here.');
  await page.getByLabel('I have looked').check();
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByRole('status')).toContainText('Words were erased for good on');
  expect(await widerThanThePage(page)).toBe(0);
  expect((await priya.asks(ERASE)).status).toBe(403);
});
