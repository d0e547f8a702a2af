import type { Page } from '@playwright/test';
import { WORDS } from '#collab/document/field-names.ts';
import { readWriteUp } from '#collab/document/read-write-up.ts';
import type { Target } from '#domain/meeting/target.ts';
import { blockText } from '#domain/write-up-text.ts';
import { REVIEWS } from '#server/demo/content/ids.ts';
import { objections, widerThanThePage } from '../axe.ts';
import { openTab } from '../faults/writers.ts';
import { expect, type Person, test } from '../fixtures.ts';
import { readingOrder, WALL as WALL_ORDER, WHOLE_ROOM } from '../reading-order.ts';
import { goesOn, goOnTo, pictures, showsOnScreen } from './room-words.ts';

test.use({ workspaceOf: 'on-the-wall' });
test.setTimeout(240_000);

const WALL = { width: 1920, height: 1080 };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const DOCUMENT = `write-up:${REVIEWS.wrongHost}:1`;

test('[M21] a facilitator shows the meeting on a screen, blanks it, freezes it, loses and renews it', async ({
  felicity,
  browserOf,
  soak,
}) => {
  // a machine at a projector, where nobody is signed in
  const wall = await browserOf('grace');
  await wall.context.clearCookies();
  wall.mayHear(/Failed to load resource: (net::|the server responded with a status of 404)/);
  const stranger = wall.page;
  const room = await startedRoom(felicity);
  const link = await shows(felicity);
  expect(new URL(link).hash).toMatch(/^#[a-z2-7]{32}\.[a-z2-7]{32}$/);

  await stranger.setViewportSize(WALL);
  // an ordinary clock, until a minute is to pass in no time
  await stranger.clock.install();
  const asked: string[] = [];
  stranger.on('request', (request) => asked.push(`${request.url()} ${request.headers().referer ?? ''}`));
  await stranger.goto(link);
  const title = stranger.locator('.screen-face h1');
  await expect(title).toHaveText(await stageOf(felicity));
  // the token is in no address that was asked for, in no Referer and not in the bar any more
  expect(asked.filter((one) => one.includes(new URL(link).hash.slice(1)))).toEqual([]);
  expect(stranger.url()).toBe(`${soak.origin}${room}/screen`);

  await test.step('the group moves, and the wall with it within a second', async () => {
    await goOnTo(felicity, 'Load, and a story that fitted');
    await expect(title).toHaveText(await stageOf(felicity), { timeout: 1_000 });
    await goesOn(felicity);
    const say = await felicity.page.locator('.on-stage .say').first().innerText();
    await expect(stranger.locator('.screen-say')).toContainText(say.slice(0, 40), { timeout: 1_000 });
    await goesOn(felicity);
  });

  await test.step('it reads from the back row, and nothing on it scrolls or can be pressed', async () => {
    expect(await smallestType(stranger)).toBeGreaterThanOrEqual(28);
    expect(await stranger.locator('a, button, input, [contenteditable], [tabindex]').count()).toBe(0);
    for (const size of [WALL, { width: 1024, height: 768 }, { width: 1280, height: 720 }]) {
      await stranger.setViewportSize(size);
      expect(await widerThanThePage(stranger)).toBe(0);
      expect(await stranger.evaluate(() => document.documentElement.scrollHeight)).toBe(size.height);
    }
    await stranger.setViewportSize({ width: 320, height: 640 });
    expect(await widerThanThePage(stranger)).toBe(0);
    await stranger.setViewportSize(WALL);
    expect(await objections(stranger)).toEqual([]);
    expect(await readingOrder(stranger)).toEqual(WALL_ORDER);
    await pictures(stranger, 'walk');
  });

  await test.step('a clicker at the projector moves nothing', async () => {
    const before = await title.textContent();
    for (const key of ['PageDown', 'PageDown', 'PageUp', 'ArrowRight', 'Enter', ' '])
      await stranger.keyboard.press(key);
    await stranger.waitForTimeout(1_500);
    await expect(title).toHaveText(before ?? '');
    expect(await stageOf(felicity)).toBe(before);
  });

  await test.step('the facilitator sees what hangs there, blanks it with W and shows it again', async () => {
    const panel = felicity.page.getByRole('region', { name: 'The screen' });
    await expect(panel.locator('.wall.thumb h1')).toHaveText(await stageOf(felicity));
    await felicity.page.locator('#stage-title').focus();
    await felicity.page.keyboard.press('w');
    await expect(stranger.locator('.blanked')).toBeVisible({ timeout: 1_500 });
    await expect(stranger.locator('.screen-face h1')).toHaveCount(0);
    await expect(panel.getByRole('heading')).toHaveText('The screen is blank');
    await panel.getByRole('button', { name: /^Show it again/ }).click();
    await expect(title).toBeVisible({ timeout: 1_500 });
  });

  await test.step('frozen, it stays while the next thing is prepared', async () => {
    const frozen = await stranger.locator('.screen-say').innerText();
    await felicity.page.getByRole('button', { name: 'Freeze' }).click();
    await expect(stranger.getByText('The screen is frozen')).toBeVisible({ timeout: 1_500 });
    await goesOn(felicity);
    await stranger.waitForTimeout(1_500);
    expect(await stranger.locator('.screen-say').innerText()).toBe(frozen);
    await felicity.page.getByRole('button', { name: 'Let it follow' }).click();
    await expect(stranger.locator('.screen-say')).not.toHaveText(frozen, { timeout: 1_500 });
  });

  await test.step('a minute without a network it keeps its last frame and says so in the corner; then it is where the group is', async () => {
    const before = await stranger.locator('.screen-say').first().innerText();
    await stranger.context().setOffline(true);
    await expect(stranger.getByText('Reconnecting…')).toBeVisible();
    await goesOn(felicity);
    await stranger.clock.fastForward('01:00');
    await expect(stranger.getByText('Reconnecting…')).toBeVisible();
    await expect(stranger.locator('.screen-say').first()).toHaveText(before);
    await stranger.context().setOffline(false);
    await expect(stranger.getByText('Reconnecting…')).toHaveCount(0);
    await expect(stranger.locator('.screen-say').first()).toContainText(await sayOf(felicity));
  });

  const phone = await browserOf('otto', PHONE);
  await test.step('[M16] a phone and a desk follow to the same moment at every width, and each has it in view', async () => {
    await phone.page.clock.install();
    await phone.page.goto(room);
    for (const width of [320, 640, 390]) {
      await phone.page.setViewportSize({ width, height: 844 });
      await goesOn(felicity);
      await isWithTheGroup(phone, felicity);
      expect(await widerThanThePage(phone.page)).toBe(0);
    }
  });

  await test.step('a phone asleep for ten minutes wakes where the group is now, with its words and the right time', async () => {
    phone.mayHear(/ERR_INTERNET_DISCONNECTED|WebSocket|Failed to (load resource|fetch)/);
    await phone.page.getByRole('button', { name: 'Raise a hand' }).click();
    await phone.page.getByLabel('In a few words, if you like').fill('Half a sentence');
    await phone.context.setOffline(true);
    await phone.page.clock.pauseAt(Date.now() + 1_000);
    await goesOn(felicity);
    await felicity.page.getByRole('button', { name: 'Pause the timer' }).click();
    await phone.page.clock.fastForward('10:00');
    await phone.context.setOffline(false);
    await phone.page.clock.resume();
    await phone.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await isWithTheGroup(phone, felicity);
    await expect(phone.page.getByLabel('In a few words, if you like')).toHaveValue('Half a sentence');
    await expect(phone.page.getByRole('timer').first()).toContainText('paused');
  });

  await test.step('the facilitator’s face is read in its order, and nothing is cut off at 320 px and at 200 %', async () => {
    const { page } = felicity;
    expect(await readingOrder(page)).toEqual(WHOLE_ROOM);
    expect(await objections(page)).toEqual([]);
    for (const width of [320, 640]) {
      await page.setViewportSize({ width, height: 640 });
      expect(await widerThanThePage(page), `at ${width}`).toBe(0);
    }
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  await test.step('[M16] the passage in the light is deleted by who writes it: all look at its section', async () => {
    const amir = openTab({ origin: soak.origin, cookie: felicity.cookie, document: DOCUMENT });
    await expect.poll(() => readWriteUp(amir.doc).sections.length).toBeGreaterThan(0);
    const section = readWriteUp(amir.doc).sections.find(({ blocks }) => blocks.length > 1);
    const [block, other] = section?.blocks ?? [];
    if (!section || !block || !other) throw new Error('no section of two passages');
    await lights(felicity, room, { type: 'block', id: block.id, section: section.id });
    for (const { page } of [felicity, phone])
      await expect(page.locator(`#block-${block.id}.lit`)).toBeVisible();
    const words = amir.doc.getXmlFragment(WORDS.section(section.id));
    words.delete(0, 1);
    for (const { page } of [felicity, phone]) {
      await expect(page.locator(`#block-${block.id}`)).toHaveCount(0);
      await expect(page.locator(`#block-${other.id}`)).toBeVisible();
    }
    await expect(stranger.locator('.screen-face')).toContainText(blockText(other).slice(0, 30), {
      timeout: 12_000,
    });
    amir.close();
  });

  await test.step('who speaks, and the two after', async () => {
    await felicity.page.locator('summary', { hasText: 'More' }).click();
    await felicity.page.getByRole('button', { name: 'Raise a hand' }).click();
    await felicity.page.getByLabel('In a few words, if you like').press('Enter');
    await expect(stranger.getByText('Next: Felicity')).toBeVisible({ timeout: 3_000 });
    await felicity.page.locator('#stage-title').focus();
    await felicity.page.keyboard.press('n');
    await expect(stranger.getByText('Felicity is speaking')).toBeVisible({ timeout: 3_000 });
    await pictures(stranger, 'speaking');
  });

  await test.step('renewed, the old link goes dark at once and the new one works; closed, that one too', async () => {
    const renewed = await renews(felicity);
    expect(renewed).not.toBe(link);
    await expect(stranger.getByText('This screen was closed.')).toBeVisible({ timeout: 5_000 });
    await stranger.goto('about:blank');
    await stranger.goto(link);
    await expect(stranger.getByText('This screen needs the link')).toBeVisible();
    expect(await objections(stranger)).toEqual([]);
    await stranger.goto('about:blank');
    await stranger.goto(renewed);
    await expect(title).toHaveText(await stageOf(felicity));
    await felicity.page.getByRole('button', { name: 'Close the screen' }).click();
    await expect(stranger.getByText('This screen was closed.')).toBeVisible({ timeout: 5_000 });
    await expect(felicity.page.getByRole('dialog').getByText('Show on a screen')).toBeVisible();
    expect(await objections(felicity.page)).toEqual([]);
  });
});

/** What the moment says that a person has on stage. */
const sayOf = async ({ page }: Person): Promise<string> =>
  (await page.locator('.on-stage .say').first().innerText()).slice(0, 40);

async function isWithTheGroup({ page }: Person, felicity: Person): Promise<void> {
  const say = page.locator('.on-stage.lit .say').first();
  await expect(say).toContainText(await sayOf(felicity));
  await expect(say).toBeInViewport();
}

/** As a program would, by the door. */
async function lights(person: Person, room: string, target: Target): Promise<void> {
  const { rev } = (await person.asks(`${room}/state.json`)).json() as { rev: number };
  const answer = await person.asks(`${room}/commands`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ command: 'spotlight', target, expectedRev: rev, key: crypto.randomUUID() }),
  });
  expect(answer.status, answer.text).toBe(200);
}

const stageOf = async ({ page }: Person): Promise<string> =>
  (await page.locator('#stage-title').innerText()).trim();

async function shows(person: Person): Promise<string> {
  const link = await showsOnScreen(person);
  await pictures(person.page, 'dialog');
  await person.page.getByRole('button', { name: 'Done' }).click();
  return link;
}

async function renews({ page, context }: Person): Promise<string> {
  await page.getByRole('button', { name: 'More for the screen' }).click();
  const field = page.getByLabel('Link for the machine at the projector');
  const before = await field.inputValue();
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Make a new link' }).click();
  await (await opened).close();
  await expect(field).not.toHaveValue(before);
  return field.inputValue();
}

async function startedRoom(felicity: Person): Promise<string> {
  await felicity.page.goto('/');
  const room =
    (await felicity.page.getByRole('link', { name: 'Enter the room' }).first().getAttribute('href')) ?? '';
  await felicity.page.goto(room);
  await felicity.page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(felicity.page.locator('#stage-title')).toBeVisible();
  return room;
}

/** Of every letter that is drawn, in px of this window. */
const smallestType = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const sizes: number[] = [];
    const walker = document.createTreeWalker(
      document.querySelector('.wall') as Element,
      NodeFilter.SHOW_TEXT,
    );
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement as Element;
      const box = element.getBoundingClientRect();
      if (!walker.currentNode.textContent?.trim() || element.closest('.sr') || box.width < 2) continue;
      const svg = element.closest('svg');
      const scale = svg
        ? svg.getBoundingClientRect().width / (svg as SVGSVGElement).viewBox.baseVal.width
        : 1;
      sizes.push(Number.parseFloat(getComputedStyle(element).fontSize) * scale);
    }
    return Math.round(Math.min(...sizes) * 10) / 10;
  });
