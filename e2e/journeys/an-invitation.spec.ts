import { expect, test } from '@playwright/test';
import { REVIEWS } from '#server/demo/content/ids.ts';
import { calendarOf, postOffice } from '#server/mail/testing.ts';
import { objections, widerThanThePage } from '../axe.ts';
import { discardProgram, startProgram } from '../program.ts';

const meetings = `/reviews/${REVIEWS.wrongHost}/meeting`;

test('[N1] [P11] [N7] a changed plan goes out by mail; Grace answers by the link in it, Amir sees it; Vera’s calendar reads an address until she ends it', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const office = await postOffice();
  const soak = await startProgram({ env: { SMTP_URL: office.url, MAIL_FROM: 'soak@example.org' } });
  const as = async (name: string) => {
    const context = await browser.newContext({ baseURL: soak.origin, reducedMotion: 'reduce' });
    const form = { email: `${name}@demo.test`, password: 'soak-demo' };
    await context.request.post('/sign-in', { headers: { origin: soak.origin }, form });
    return context.newPage();
  };
  const isFine = async (page: typeof amir) => {
    expect(await objections(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await widerThanThePage(page)).toBe(0);
  };
  const amir = await as('amir');
  await amir.goto(meetings);
  // what changes before anybody was told of it is no move
  const invited = () =>
    office.received.filter(
      ({ to, mail }) => to === 'grace@demo.test' && mail.subject?.startsWith('You are invited'),
    );
  await expect
    .poll(
      () =>
        invited()
          .map(({ mail }) => mail.subject)
          .join(),
      { timeout: 20_000 },
    )
    .toContain('wrong host');
  await amir.getByRole('link', { name: 'Change the plan' }).click();
  await amir.getByLabel('Minutes', { exact: true }).first().fill('75');
  await amir.getByRole('button', { name: 'Keep the plan' }).last().click();
  await expect(amir.getByText('Review meeting, 75 minutes.')).toBeVisible();
  const moved = () => office.received.filter(({ mail }) => mail.subject?.startsWith('It has moved'));
  await expect.poll(() => moved().length, { timeout: 20_000 }).toBe(7);
  expect(new Set(moved().map(({ sequence }) => sequence))).toEqual(new Set([1]));

  const letter = moved().find(({ to }) => to === 'grace@demo.test')?.mail.text ?? '';
  const link = /http\S+say=maybe/.exec(letter)?.[0] ?? '';
  const grace = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await grace.goto(link);
  await expect(grace.getByRole('heading', { name: 'A database deleted on the wrong host' })).toBeVisible();
  await grace.getByRole('button', { name: 'Maybe' }).press('Enter');
  await expect(grace.getByRole('status')).toHaveText('You said maybe.');
  await isFine(grace);

  await amir.getByRole('link', { name: 'Invitations' }).click();
  await expect(amir.getByRole('listitem').filter({ hasText: 'Grace' })).toContainText('may come');
  await expect(amir.getByRole('listitem').filter({ hasText: 'Grace' })).toContainText(
    'Taken by the mail server',
  );
  await isFine(amir);

  const vera = await as('vera');
  await vera.goto('/profile/calendar');
  await vera.getByRole('button', { name: 'Make an address' }).click();
  const address = await vera.locator('.made-token code').innerText();
  const read = () => fetch(address);
  const feed = calendarOf(await (await read()).text());
  expect(feed.getAllSubcomponents('vevent').length).toBeGreaterThan(0);
  await isFine(vera);
  const title = 'A database deleted on the wrong host';
  expect(String(feed)).toContain(title);
  await amir.goto(`/reviews/${REVIEWS.wrongHost}/about`);
  await amir.getByLabel('Who may read it').selectOption('private');
  await amir.getByRole('button', { name: 'Keep these facts' }).click();
  await expect(amir.getByText('Kept.')).toBeVisible();
  expect(await (await read()).text()).not.toContain(title);
  await vera.getByRole('button', { name: /^End it/ }).click();
  await expect(vera.getByRole('status')).toContainText('has ended');
  expect((await read()).status).toBe(404);

  await discardProgram(soak);
  await office.close();
});
