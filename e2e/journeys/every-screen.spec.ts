import { REVIEWS } from '#server/demo/content/ids.ts';
import { objections, widerThanThePage } from '../axe.ts';
import { expect, type Name, type Person, test } from '../fixtures.ts';
import { discardProgram, startProgram } from '../program.ts';

const a = `/reviews/${REVIEWS.wrongHost}`;
const b = `/reviews/${REVIEWS.twoCoasts}`;
const c = `/reviews/${REVIEWS.imagesGone}`;

/** Every screen there is, with somebody who may see it. */
const SCREENS: [Name, string][] = [
  ['priya', '/'],
  ['priya', '/library'],
  ['priya', '/library?words=copy'],
  ['priya', '/surprise'],
  ['priya', '/reviews/new'],
  ['priya', a],
  ['priya', `${a}/write`],
  ['amir', `${a}/people`],
  ['amir', `${a}/about`],
  ['amir', `${a}/history`],
  ['amir', `${a}/erase`],
  ['amir', `${b}/actions`],
  ['priya', `${c}/actions`],
  ['amir', `${b}/actions/send`],
  ['grace', `${b}/markers`],
  ['grace', '/markers'],
  ['grace', '/profile/erase'],
  ['priya', `${a}/timeline`],
  ['priya', `${a}/evidence`],
  ['priya', `${a}/comments`],
  ['amir', `${a}/meeting`],
  ['amir', `${a}/meeting/plan`],
  ['priya', '/reviews/import'],
  ['priya', '/profile'],
  ['priya', '/profile/calendar'],
  ['priya', '/notices'],
  ['priya', '/notices/stop/item/a-link-that-leads-nowhere'],
  ['root', '/settings'],
  ['root', '/settings/soak'],
  ['root', '/settings/trackers'],
  ['root', '/settings/trackers?connect=jira-cloud'],
  ['root', '/settings/people'],
  ['root', '/settings/people/import'],
  ['root', '/settings/teams'],
  ['root', '/settings/systems'],
];

// one browser each: a new one for every screen takes as long as looking at it
for (const name of new Set(SCREENS.map(([who]) => who)))
  test(`on no screen that ${name} sees does axe object to anything, and each fits a phone`, async ({
    browserOf,
  }) => {
    test.setTimeout(240_000);
    const { page } = await browserOf(name);
    for (const [, path] of SCREENS.filter(([who]) => who === name)) {
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.goto(path);
      await expect(page.locator('h1').first(), path).toBeVisible();
      expect.soft(await objections(page), path).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect.soft(await widerThanThePage(page), path).toBe(0);
    }
  });

test('rooms and records have nothing axe objects to, and fit a phone', async ({ felicity, grace }) => {
  test.setTimeout(180_000);
  const roomOf = async (review: string) => {
    const { meetings } = (await felicity.asks(`/api/v1${review}`)).json() as { meetings: { id: string }[] };
    return `/meetings/${meetings[0]?.id}`;
  };
  const rooms = [await roomOf(a), `${await roomOf(a)}/before`, await roomOf(c), `${await roomOf(c)}/record`];
  const herOwn = [`${await roomOf(a)}/rehearsal`];
  for (const person of [felicity, grace])
    for (const path of person === felicity ? [...rooms, ...herOwn] : rooms) {
      await person.page.setViewportSize({ width: 1280, height: 800 });
      await person.page.goto(path);
      await expect(person.page.locator('h1:visible, h2:visible').first()).toBeVisible();
      expect(await objections(person.page), path).toEqual([]);
      await person.page.setViewportSize({ width: 320, height: 640 });
      expect(await widerThanThePage(person.page), path).toBe(0);
    }
  // on a tablet held upright, and in half a window, the agenda and one's notes are there too
  for (const { page } of [felicity, grace]) {
    await page.goto(rooms[0] ?? '');
    for (const [width, height] of [
      [820, 1180],
      [960, 600],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const part of [
        page.getByRole('heading', { name: /^Agenda/ }),
        page.getByRole('textbox', { name: /^My notes/ }),
      ]) {
        await part.scrollIntoViewIfNeeded({ timeout: 10_000 });
        await expect(part).toBeInViewport();
      }
      expect(await widerThanThePage(page)).toBe(0);
    }
  }
});

test('the doors for those who are not signed in have nothing axe objects to', async ({ stranger }) => {
  for (const path of ['/sign-in', '/guest']) {
    await stranger.goto(path);
    expect(await objections(stranger), path).toEqual([]);
  }
});

test('the page that asks “may I call on you?” has nothing axe objects to, and fits a phone', async ({
  felicity,
  tomas,
}) => {
  const { meetings } = (await felicity.asks(`/api/v1${a}`)).json() as { meetings: { id: string }[] };
  await felicity.page.goto(`${a}/meeting/${meetings[0]?.id}/plan`);
  await expect(felicity.page.getByRole('heading', { name: 'May I call on you?' })).toBeVisible();
  const link = await felicity.page.locator('.plan-asked li', { hasText: 'Tomas' }).getAttribute('data-link');
  await tomas.page.setViewportSize({ width: 320, height: 640 });
  await tomas.page.goto(link ?? '');
  await expect(tomas.page.getByRole('button', { name: 'Rather not' })).toBeVisible();
  expect(await objections(tomas.page)).toEqual([]);
  expect(await widerThanThePage(tomas.page)).toBe(0);
});

test('the ways in by a link have nothing axe objects to, and fit a phone', async ({
  root,
  stranger,
  soak,
}) => {
  test.setTimeout(120_000);
  await root.page.goto('/settings/people');
  await root.page.getByRole('link', { name: 'Grace', exact: false }).first().click();
  await root.page.getByRole('button', { name: 'Make a link' }).click();
  const password = await linkShown(root);
  await root.page.goto('/settings/people');
  await root.page.getByLabel('Name').fill('Nadia');
  await root.page.getByLabel('E-mail').fill('nadia@demo.test');
  await root.page.getByRole('button', { name: 'Add, and make their link' }).click();
  const join = await linkShown(root);
  const empty = await startProgram({ entry: 'server/start.server.ts', env: { LOG_LEVEL: 'info' } });
  const linkOf = () => /http\S+\/set-up\/\S+/.exec(empty.output())?.[0] ?? '';
  await expect.poll(linkOf, 'a fresh start gives a link').not.toBe('');
  const setUp = linkOf();
  for (const url of [password, join, setUp]) {
    await stranger.setViewportSize({ width: 1280, height: 800 });
    await stranger.goto(url);
    await expect(stranger.getByLabel(/password/)).toBeVisible();
    expect(await objections(stranger), url).toEqual([]);
    await stranger.setViewportSize({ width: 320, height: 640 });
    expect(await widerThanThePage(stranger), url).toBe(0);
  }
  expect(new URL(setUp).origin).not.toBe(soak.origin);
  await discardProgram(empty);
});

const linkShown = async ({ page }: Pick<Person, 'page'>): Promise<string> => {
  const link = page.getByRole('textbox', { name: /link/i });
  await expect(link).toHaveValue(/^http/);
  return link.inputValue();
};
