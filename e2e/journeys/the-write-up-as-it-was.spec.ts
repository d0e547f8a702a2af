import { objections, widerThanThePage } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { addsSection, goesTo, isSaved, opens, SHORT, section, types } from './writing-words.ts';

test.use({ workspaceOf: 'history' });

test('Amir puts one section back while Priya writes in another: her words stay, his too', async ({
  amir,
  priya,
}) => {
  await opens(amir, SHORT);
  await opens(priya, SHORT);
  await addsSection(amir, 'What we first thought');
  await types(amir, section(amir, 'What we first thought'), 'We thought it was the network.');
  await addsSection(amir, 'What we know');
  await types(amir, section(amir, 'What we know'), 'It was not.');
  await goesTo(priya, 'What we know');
  await expect(section(priya, 'What we know')).toContainText('It was not.');
  await isSaved(amir);

  const historian = amir.page;
  await historian.goto(`${SHORT}/history`);
  await historian
    .getByRole('link', { name: /^As it was then/ })
    .first()
    .click();
  await historian.waitForURL(/\/history\/\d+$/);
  const then = new URL(historian.url()).pathname;
  await expect(historian.getByText('We thought it was the network.')).toBeVisible();
  await historian.getByLabel('A name for this version').fill('Before the second look');
  await historian.getByRole('button', { name: 'Keep this name' }).click();
  await expect(historian.getByRole('status').filter({ hasText: 'Kept.' })).toBeVisible();

  await priya.page.bringToFront();
  await types(priya, section(priya, 'What we first thought'), ' Nobody else did.');
  await types(priya, section(priya, 'What we know'), ' The host was wrong.');
  await isSaved(priya);

  await historian.goto(`${SHORT}/history`);
  await expect(historian.getByText('Before the second look').first()).toBeVisible();
  await historian.goto(then);
  await historian.getByText('One part of it').click();
  await historian.getByRole('link', { name: 'What we first thought', exact: true }).last().click();
  await expect(historian.getByRole('heading', { level: 1 })).toHaveText('Put “What we first thought” back?');
  await expect(historian.locator('.changes ins')).toContainText('Nobody else did.');
  await expect(historian.locator('.changes .who')).toContainText('Priya');
  await expect(historian.getByText('Priya has the write-up open now.')).toBeVisible();

  // Priya goes on in the other section while he presses
  await types(priya, section(priya, 'What we know'), ' We all saw it later.');
  await historian.getByRole('button', { name: 'Put it back' }).click();
  await expect(historian.getByRole('status').filter({ hasText: 'Put back at' })).toBeVisible();
  await expect(historian.getByText('Put back: What we first thought').first()).toBeVisible();

  await expect(section(priya, 'What we first thought')).toHaveText('We thought it was the network.');
  await expect(section(priya, 'What we know')).toHaveText(
    'It was not. The host was wrong. We all saw it later.',
  );
  await types(priya, section(priya, 'What we first thought'), ' So we said.');
  // "Saved" may still speak of the words before
  await expect(async () => {
    await historian.goto(SHORT);
    const words = historian.getByText('We thought it was the network. So we said.');
    await expect(words).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 30_000 });

  // nothing after it is lost: what it replaced is in the history, with who wrote it
  await historian.goto(`${SHORT}/history/changes?from=${then.split('/').at(-1)}`);
  await expect(historian.locator('.changes ins').first()).toBeVisible();
});

test('Priya deletes all she wrote in one sitting, and finds it in the history', async ({ priya }) => {
  await opens(priya, SHORT);
  await addsSection(priya, 'By mistake');
  const words = section(priya, 'By mistake');
  await types(priya, words, 'Fifty minutes of writing stood here, and then they did not.');
  await isSaved(priya);
  await words.press('ControlOrMeta+a');
  await words.press('Backspace');
  await expect(words).toHaveText('');
  await isSaved(priya);

  const { page } = priya;
  await page.goto(`${SHORT}/history`);
  await page
    .getByRole('link', { name: /^What changed ?, Priya/ })
    .first()
    .click();
  await page.waitForURL(/\/changes\?/);
  const gone = page.locator('.between li').filter({ hasText: 'Fifty minutes of writing' });
  await expect(gone).toContainText('By mistake · Priya');
  expect(await objections(page)).toEqual([]);
  await gone.getByRole('link', { name: /^As it was before/ }).click();
  await expect(page.getByText('As it was on')).toBeVisible();
  await expect(page.getByText('Fifty minutes of writing stood here')).toBeVisible();
  await page.getByText('One part of it').click();
  await page.getByRole('link', { name: 'By mistake', exact: true }).last().click();
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Put back at' })).toBeVisible();
  await page.goto(SHORT);
  await expect(page.getByText('Fifty minutes of writing stood here')).toBeVisible();
});

test('history works without scripts, and is for those who write the write-up', async ({
  browserOf,
  tomas,
}) => {
  const amir = await browserOf('amir', { javaScriptEnabled: false });
  await amir.page.goto(SHORT);
  await amir.page.getByRole('link', { name: 'Who wrote when, and how it read then' }).click();
  await amir.page
    .getByRole('link', { name: /^What changed ?, / })
    .first()
    .click();
  await expect(amir.page.getByRole('heading', { level: 1 })).toHaveText('What changed');
  await amir.page.goto(`${SHORT}/history`);
  await amir.page.getByRole('link', { name: 'Compare two versions' }).click();
  await amir.page
    .getByRole('link', { name: /^Choose this one/ })
    .last()
    .click();
  await expect(amir.page.getByText('Now choose the other one.')).toContainText('as it was on');
  await amir.page
    .getByRole('link', { name: /^Compare with this one/ })
    .first()
    .click();
  await expect(amir.page.getByRole('heading', { level: 1 })).toHaveText('What changed');
  await amir.page
    .getByRole('link', { name: /^Compare how it read on .* with another version$/ })
    .first()
    .click();
  await amir.page.getByRole('link', { name: 'How it reads now' }).click();
  await expect(amir.page.getByText(/^From .* to now\./)).toBeVisible();
  await amir.page.goto(`${SHORT}/history`);
  await amir.page
    .getByRole('link', { name: /^As it was then/ })
    .last()
    .click();
  await amir.page.getByLabel('A name for this version').fill('How it came in');
  await amir.page.getByRole('button', { name: 'Keep this name' }).click();
  await expect(amir.page.getByLabel('A name for this version')).toHaveValue('How it came in');
  tomas.mayHear(/403/);
  expect((await tomas.asks(`${SHORT}/history`)).status).toBe(403);
});

test('the pages of history have nothing axe objects to, and fit a phone', async ({ browserOf }) => {
  const { page } = await browserOf('amir');
  await page.goto(`${SHORT}/history`);
  const seq = /history\/(\d+)/.exec(
    (await page
      .getByRole('link', { name: /^As it was then/ })
      .last()
      .getAttribute('href')) ?? '',
  )?.[1];
  const screens = [
    '',
    '?compare=',
    `?compare=${seq}`,
    `/${seq}`,
    `/changes?from=0&to=${seq}`,
    `/changes?from=${seq}&to=${seq}`,
    `/${seq}/put-back?part=whole`,
  ];
  for (const path of screens) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${SHORT}/history${path}`);
    await expect(page.locator('h1').first()).toBeVisible();
    expect(await objections(page), path).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await widerThanThePage(page), path).toBe(0);
  }
  await page.goto(`${SHORT}/history/changes?from=${seq}&to=${seq}`);
  await expect(page.getByText('they are one and the same version')).toBeVisible();
  // chosen with the keyboard, the next thing to do is what one hears and goes on from
  await page.goto(`${SHORT}/history?compare=`);
  await page
    .getByRole('link', { name: /^Choose this one/ })
    .last()
    .press('Enter');
  await expect(page.getByText('Now choose the other one.')).toBeFocused();
  // until the two are compared, the words beside the link say so
  const asked = Promise.withResolvers<void>();
  await page.route('**/history/changes.data*', async (route) => {
    await asked.promise;
    await route.continue();
  });
  await page.getByRole('link', { name: 'The beginning' }).press('Enter');
  await expect(page.getByText('Comparing the two…')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'A moment, please' })).toHaveCount(1);
  asked.resolve();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What changed');
});
