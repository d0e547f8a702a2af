import AxeBuilder from '@axe-core/playwright';
import { REVIEWS } from '#server/demo/content/ids.ts';
import { expect, type Name, type Person, test } from '../fixtures.ts';

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
  ['amir', `${b}/actions`],
  ['priya', `${c}/actions`],
  ['priya', `${a}/timeline`],
  ['priya', `${a}/evidence`],
  ['amir', `${a}/meeting`],
  ['amir', `${a}/meeting/plan`],
  ['priya', '/reviews/import'],
  ['priya', '/profile'],
  ['root', '/settings'],
  ['root', '/settings/people'],
  ['root', '/settings/teams'],
];

for (const [name, path] of SCREENS)
  test(`${path} has nothing axe objects to, and fits a phone`, async ({ browserOf }) => {
    const person = await browserOf(name, { reducedMotion: 'reduce' });
    await person.page.goto(path);
    await expect(person.page.locator('h1').first()).toBeVisible();
    expect(await objections(person)).toEqual([]);
    await person.page.setViewportSize({ width: 320, height: 640 });
    expect(await widerThanThePage(person)).toBe(0);
  });

test('rooms and records have nothing axe objects to, and fit a phone', async ({ felicity, grace }) => {
  test.setTimeout(180_000);
  const roomOf = async (review: string) => {
    const { meetings } = (await felicity.asks(`/api/v1${review}`)).json() as { meetings: { id: string }[] };
    return `/meetings/${meetings[0]?.id}`;
  };
  const rooms = [await roomOf(a), await roomOf(c), `${await roomOf(c)}/record`];
  for (const person of [felicity, grace])
    for (const path of rooms) {
      await person.page.setViewportSize({ width: 1280, height: 800 });
      await person.page.goto(path);
      await expect(person.page.locator('h1:visible, h2:visible').first()).toBeVisible();
      expect(await objections(person), path).toEqual([]);
      await person.page.setViewportSize({ width: 320, height: 640 });
      expect(await widerThanThePage(person), path).toBe(0);
    }
});

test('the sign-in page has nothing axe objects to', async ({ stranger }) => {
  await stranger.goto('/sign-in');
  const { violations } = await new AxeBuilder({ page: stranger }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

/** In the dark only contrasts can differ. */
async function objections({ page }: Person): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page });
    const { violations } = await (colorScheme === 'dark' ? axe.withRules('color-contrast') : axe).analyze();
    for (const { id, nodes } of violations) {
      const [first, second] = nodes.map((node) => node.target.join(' '));
      found.push(
        `${colorScheme}: ${id}, ${nodes.length} times, at ${[first, second].filter(Boolean).join(', ')}`,
      );
    }
  }
  return found;
}

const widerThanThePage = ({ page }: Person): Promise<number> =>
  page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );
