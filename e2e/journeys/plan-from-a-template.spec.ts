import type { Page } from '@playwright/test';
import { REVIEWS } from '#server/demo/content/ids.ts';
import { objections, widerThanThePage } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { roomOf } from './meeting-words.ts';
import { answered, goesTo } from './room-words.ts';

test.use({ workspaceOf: 'templates' });

test('[M1] a meeting is planned from a template, its agenda kept for others, and taken away again', async ({
  amir,
}) => {
  const { page } = amir;
  await page.goto(`/reviews/${REVIEWS.wrongHost}/meeting/plan`);
  await page.getByLabel('Title', { exact: true }).fill('A title of my own');
  await page.getByRole('button', { name: /^Surprise or near miss/ }).click();
  await expect(page.getByLabel('Minutes', { exact: true })).toHaveValue('30');
  await expect(page.getByText('30 of 30 minutes')).toBeVisible();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('A title of my own');
  expect(await titles(page)).toContain('What surprised you?');

  await page.getByRole('button', { name: 'Later: Welcome and purpose' }).press('Enter');
  await expect.poll(() => titles(page)).not.toMatch(/^Welcome/);
  await page.getByText('Keep this agenda as a template').click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByText('Give the template a name')).toBeVisible();
  await page.getByLabel('What it is called').fill('Half an hour, upside down');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByText('Kept as “Half an hour, upside down”.')).toBeVisible();
  expect(await objections(page)).toEqual([]);
  await pictures('wide');

  await page.getByRole('button', { name: /^Read together in silence/ }).click();
  await expect.poll(() => titles(page)).toContain('Read in silence');
  await page.getByRole('button', { name: /^Half an hour, upside down/ }).click();
  await expect.poll(() => titles(page)).not.toMatch(/^Welcome/);
  await page.getByRole('button', { name: 'Take away the template: Half an hour, upside down' }).click();
  await expect(page.getByRole('button', { name: /^Half an hour/ })).toHaveCount(0);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await widerThanThePage(page)).toBe(0);
  await page.setViewportSize({ width: 390, height: 800 });
  await pictures('phone');

  async function pictures(name: string) {
    const folder = process.env.SOAK_PICTURES;
    if (!folder) return;
    await page.screenshot({ path: `${folder}/plan-${name}.png`, fullPage: true });
    if (name !== 'wide') return;
    await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: `${folder}/plan-print.png`, fullPage: true });
    await page.emulateMedia({ media: null });
  }
});

test('[N1] a plan kept from an older page asks about what two have changed, and stands where it asks', async ({
  amir,
}) => {
  const { page } = amir;
  const { meetings } = (await amir.asks(`/api/v1/reviews/${REVIEWS.wrongHost}`)).json() as {
    meetings: { id: string }[];
  };
  const plan = `/reviews/${REVIEWS.wrongHost}/meeting/${meetings[0]?.id}/plan`;
  const other = await page.context().newPage();
  for (const each of [page, other]) await each.goto(plan);
  amir.mayHear(/ 422 /);
  const keep = (of: Page) => of.getByRole('button', { name: 'Keep the plan' }).click();
  const minutes = (of: Page) => of.getByLabel('Minutes', { exact: true }).first();
  await minutes(other).fill('75');
  await keep(other);
  await expect(other).toHaveURL(/\/meeting$/);
  await minutes(page).fill('50');
  await keep(page);
  await expect(page.getByText(/^Meanwhile it has been given 75 minutes/)).toBeInViewport();
  await expect(minutes(page)).toBeFocused();
  await expect(minutes(page)).toHaveValue('50');
  expect(await objections(page)).toEqual([]);
  await keep(page);
  await expect(page).toHaveURL(/\/meeting$/);
});

const titles = async (page: Page): Promise<string> =>
  (
    await page
      .locator('.stage-name')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))
  ).join(' | ');

const review = `/reviews/${REVIEWS.wrongHost}`;

test('[M16] everyone reads at a place of their own; chat with its silences on stage; a scribe, and another teller', async ({
  amir,
  felicity,
  priya,
  otto,
}) => {
  test.setTimeout(180_000);
  const room = await roomOf(felicity, REVIEWS.wrongHost);

  await test.step('Amir adds a reading and a stretch of chat, and asks Otto to be scribe', async () => {
    const { page } = amir;
    await page.goto(`${review}${room}/plan`.replace('/meetings/', '/meeting/'));
    await page.getByLabel(/^Scribe/).selectOption({ label: 'Otto' });
    await adds(page, 'reading', 'Read in silence');
    await adds(page, 'evidence', 'What was said and seen');
    const evidence = page
      .locator('.agenda-editor li')
      .filter({ has: page.getByText('A picture or') })
      .last();
    await evidence.getByText('Prompt, teller, notes, what it shows').click();
    await evidence.getByLabel(/^Chat: .*Load on the primary/).check();
    expect(await objections(page)).toEqual([]);
    await pictures(page, 'plan-sources');
    await page.getByRole('button', { name: 'Keep the plan' }).click();
    await expect(page).toHaveURL(new RegExp(`${review}/meeting$`));
  });

  await test.step('each reader keeps their own place, through a reload and while the group is elsewhere', async () => {
    for (const person of [felicity, priya, otto]) await person.page.goto(room);
    await expect(otto.page.getByText('Scribe', { exact: true })).toBeVisible();
    await felicity.page.getByRole('button', { name: 'Start', exact: true }).click();
    await goesTo(felicity, 'Read in silence');
    const findings = priya.page.getByRole('heading', { name: 'Findings', exact: true });
    await findings.evaluate((heading) => heading.scrollIntoView());
    // within the stage: the bar above it grows by a line as people come in
    const top = () =>
      findings.evaluate((heading) => {
        const stage = heading.closest('.stage-scroll')?.getBoundingClientRect().top ?? 0;
        return Math.round((heading.getBoundingClientRect().top - stage) / 8);
      });
    await expect.poll(() => kept(priya.page)).not.toBeNull();
    const before = await top();
    await expect(priya.page.getByText('You are looking around.')).toHaveCount(0);
    await priya.page.reload();
    await expect.poll(top).toBe(before);
    await goesTo(felicity, 'What was said and seen');
    await expect(priya.page.getByText(/^Nothing for \d+ minutes$/).first()).toBeVisible();
    expect(await objections(priya.page)).toEqual([]);
    await pictures(priya.page, 'chat');
    await goesTo(felicity, 'Read in silence');
    await expect.poll(top).toBe(before);
    expect(await objections(priya.page)).toEqual([]);
    await pictures(priya.page, 'reading');
  });

  await test.step('who tells a part is replaced in the room, and a stage taken out comes back with what it shows', async () => {
    const { page } = felicity;
    await page.locator('summary', { hasText: 'More' }).click();
    await page.getByRole('button', { name: 'Change the agenda…' }).click();
    await page.getByRole('button', { name: 'Change: Read in silence' }).click();
    await page.getByLabel('Who tells this part').selectOption({ label: 'Vera' });
    await answered(felicity, 'stage-change', () => page.getByRole('button', { name: 'Keep it' }).click());
    await expect(page.getByText('Kept. Everyone sees it now.')).toBeVisible();
    await page.getByLabel('What the new stage is').selectOption('accounts');
    expect(await objections(page)).toEqual([]);
    await pictures(page, 'agenda-dialog');
    await answered(felicity, 'stage-add', () =>
      page.getByRole('button', { name: 'Add', exact: true }).click(),
    );
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('button', { name: 'Go to Accounts side by side' }).first()).toBeVisible();
  });
});

async function adds(page: Page, kind: string, title: string) {
  await page.getByLabel('What the new stage is').selectOption(kind);
  await page.getByRole('button', { name: 'Add a stage' }).click();
  await expect(page.locator('.stage-name').last()).toHaveValue(title);
}

/** What this tab keeps of its reader's place. */
const kept = (page: Page) =>
  page.evaluate(
    () => Object.keys(sessionStorage).find((key) => key.startsWith('soak.reading-place')) ?? null,
  );

/** For those who look: each screen wide and narrow, light and dark. */
async function pictures(page: Page, name: string) {
  const folder = process.env.SOAK_PICTURES;
  if (!folder) return;
  const size = page.viewportSize();
  for (const [width, height] of [
    [1280, 800],
    [390, 844],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({
        path: `${folder}/${name}-${width}-${colorScheme}.png`,
        fullPage: name.startsWith('plan'),
      });
    }
  await page.emulateMedia({ colorScheme: null });
  if (size) await page.setViewportSize(size);
}
