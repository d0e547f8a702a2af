import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from '../fixtures.ts';

/** What people do in a room, in the field's words. */

/** Next, again and again, until the stage's title is this. Within a walk it goes from moment to moment. */
export async function goOnTo(person: Person, stage: string): Promise<void> {
  const title = person.page.locator('#stage-title');
  for (let presses = 0; presses < 60; presses += 1) {
    if (((await title.textContent()) ?? '').includes(stage)) return;
    const now = await goesOn(person);
    // the page knows of the step a moment before it shows it: pressed again meanwhile, Next would go one too far, or be gone
    if (now.includes(stage) && (await isShown(title, stage))) return;
  }
  throw new Error(`${stage} was not reached`);
}

const isShown = (title: Locator, stage: string): Promise<boolean> =>
  expect(title)
    .toContainText(stage, { timeout: 5_000 })
    .then(
      () => true,
      () => false,
    );

/** Arms Next, then goes, and waits until the page stands where that led: before, its title and its button still speak of the step left. Gives the title of the stage the group is in then. */
export async function goesOn({ page }: Person): Promise<string> {
  // this step's own answer: the one to a Start pressed a moment ago may still be on its way
  const answered = page.waitForResponse(
    (answer) =>
      answer.url().endsWith('/commands') &&
      /"command":"(next|spotlight)"/.test(answer.request().postData() ?? ''),
  );
  // armed for 3 s only: a hand that came too late arms again, as a person does
  await expect(async () => {
    await page.getByRole('button', { name: /^Next (stage|moment|finding|part)/ }).click();
    await page.getByRole('button', { name: 'Press again to go', exact: true }).click({ timeout: 2500 });
  }).toPass({ timeout: 30_000 });
  const answer = await answered;
  expect(answer.status(), 'a step of the meeting').toBe(200);
  const { rev, state } = (await answer.json()) as Stepped;
  await expect
    .poll(async () => Number(await page.locator('.room').getAttribute('data-rev')))
    .toBeGreaterThanOrEqual(rev);
  return state.stages.find(({ id }) => id === state.current?.stage)?.title ?? '';
}

interface Stepped {
  rev: number;
  state: { stages: { id: string; title: string }[]; current: { stage: string } | null };
}

/** Straight to a stage, from the agenda: the first press arms, as Next does. */
export const goesTo = (person: Person, stage: string): Promise<void> =>
  answered(person, 'go', () =>
    expect(async () => {
      const { page } = person;
      await page.getByRole('button', { name: `Go to ${stage}`, exact: true }).click({ timeout: 5_000 });
      await page
        .getByRole('button', { name: `${stage} Press again to go`, exact: true })
        .click({ timeout: 2_500 });
    }).toPass({ timeout: 30_000 }),
  );

/** Presses, and waits until the door has answered this very command and the page stands where the answer led. */
export async function answered(
  { page }: Pick<Person, 'page'>,
  command: string,
  press: () => Promise<void>,
): Promise<void> {
  const [answer] = await Promise.all([
    page.waitForResponse(
      (heard) =>
        heard.url().endsWith('/commands') &&
        (heard.request().postData() ?? '').includes(`"command":"${command}"`),
      // what was pressed before is answered first
      { timeout: 90_000 },
    ),
    press(),
  ]);
  expect(answer.status(), command).toBe(200);
  const { rev } = (await answer.json()) as { rev: number };
  await knowsOf(page, rev);
}

/** Until this screen has come as far as the meeting had: what is pressed then is pressed by somebody who has seen it. */
export const knowsOf = (page: Page, rev: number): Promise<void> =>
  expect
    .poll(async () => Number(await page.locator('[data-rev]').getAttribute('data-rev')), {
      timeout: 30_000,
    })
    .toBeGreaterThanOrEqual(rev);

/** This screen shows that stage. Who has scrolled to something looks around, and presses Return as a person does. */
export async function standsAt(page: Page, stage: string): Promise<void> {
  const back = page.locator('.around').getByRole('button', { name: /^Return/ });
  await expect(async () => {
    if (await back.isVisible()) await back.click({ timeout: 2_000 });
    await expect(page.locator('#stage-title')).toHaveText(stage, { timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
}

export async function captures(
  { page }: Person,
  kind: 'Question' | 'Insight' | 'Different view',
  words: string,
) {
  await page.getByRole('button', { name: new RegExp(`^${kind}`) }).click();
  await page.locator('.composer textarea').fill(words);
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByText('Kept.').first()).toBeVisible();
}

/** A scribe keeps what somebody here said; its author sees it first, and shows it (C2). */
export async function capturesFor(scribe: Person, author: Person, words: string): Promise<void> {
  const { page } = scribe;
  await page.getByRole('button', { name: /^Question/ }).click();
  await page.locator('.composer textarea').fill(words);
  await page.getByRole('button', { name: 'Someone else said it' }).click();
  await page.getByLabel('Whose words').selectOption({ label: author.name });
  await answered(scribe, 'capture', () => page.getByRole('button', { name: 'Keep it' }).click());
  await author.page.getByRole('tab', { name: /^Captured/ }).click();
  // what is between two is in nobody's projection: a page asks for it every half minute
  await expect(author.page.getByRole('tabpanel')).toContainText(words, { timeout: 90_000 });
}

/** Arms, then acts; armed for 3 s only: a hand that came too late arms again, as a person does. */
export async function pressesTwice(page: Page, name: string): Promise<void> {
  await expect(async () => {
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click({ timeout: 5_000 });
    await page.getByRole('button', { name: /^Press again to/ }).click({ timeout: 2_500 });
  }).toPass({ timeout: 30_000 });
}

export async function putsUnsigned(page: Page, words: string): Promise<void> {
  await page.getByLabel('What is still unsaid', { exact: true }).fill(words);
  await page.getByRole('button', { name: 'Put it in the box' }).click();
  await expect(page.locator('.put-here')).toContainText(words);
}

export async function seals({ page }: Person, words: string): Promise<void> {
  await page.getByRole('button', { name: /^Seal an idea/ }).click();
  const field = page.getByLabel('An idea for a fix, while it is fresh');
  await field.fill(words);
  await page.getByRole('button', { name: 'Seal it' }).click();
  // thanks for the one before may still be showing
  await expect(field).toHaveCount(0);
  await expect(page.getByText(/^Thank you\. Put away until/).first()).toBeVisible();
}

/** Under More, and confirmed in words. */
export async function endsIt({ page }: Person): Promise<void> {
  await page.locator('summary', { hasText: 'More' }).click();
  await page.getByRole('button', { name: /^End the meeting/ }).click();
  await page.getByRole('button', { name: 'End it' }).click();
  await expect(page.getByText('Thank you for coming')).toBeVisible();
}

/** The screen on the wall: one press, a link to copy, and a window of its own. @returns the link */
export async function showsOnScreen({ page, context }: Person): Promise<string> {
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Show on a screen' }).first().click();
  const link = await page.getByLabel('Link for the machine at the projector').inputValue();
  const popup = await opened;
  await popup.waitForURL(/\/screen$/);
  await expect(popup.locator('.screen-face h1')).toBeVisible();
  await popup.close();
  return link;
}

/** The dialog stays open, to be looked at. @returns the code as somebody types it */
export async function makesGuestCode({ page }: Person): Promise<string> {
  await page.getByRole('button', { name: 'Let guests in' }).click();
  await page.getByRole('button', { name: 'Make a code for guests' }).click();
  const code = page.locator('.guest-way .code');
  await expect(code).toHaveText(/^[2-9A-Z]{4} [2-9A-Z]{4}$/);
  return (await code.innerText()).replace(' ', '-').toLowerCase();
}

/** An analyst lets people without an account come to the meetings of a review. */
export async function letsGuestsCome({ page }: Person, review: string): Promise<void> {
  await page.goto(`/reviews/${review}/about`);
  await page.getByLabel(/People without an account/).check();
  await page.getByRole('button', { name: 'Keep these facts' }).click();
  await expect(page.getByText('Kept.')).toBeVisible();
}

/** How this device shows the room: whole, a companion of the wall, or everybody's. */
export async function choosesFace(page: Page, face: 'Whole room' | 'Companion' | 'Shared tablet') {
  await page.locator('.mine-here summary:visible', { hasText: 'Where are you?' }).click();
  await page.locator('.mine-here label:visible', { hasText: face }).click();
}

/** With `SOAK_PICTURES=<folder>`: what it looks like, light and dark. */
export async function pictures(page: Page, name: string): Promise<void> {
  const folder = process.env.SOAK_PICTURES;
  if (!folder) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png` });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
