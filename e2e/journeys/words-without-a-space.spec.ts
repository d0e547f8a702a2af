import { REVIEWS } from '#server/demo/content/ids.ts';
import { widerThanThePage } from '../axe.ts';
import { expect, type Person, test } from '../fixtures.ts';
import { endsIt, goesTo } from './room-words.ts';

test.use({ workspaceOf: 'long-words' });

const review = `/reviews/${REVIEWS.wrongHost}`;
const LONG = `Donaudampfschiff${'fahrtselektrizitätenhauptbetriebswerk'.repeat(3)}.internal.example`;
const ARABIC = 'شعرت أن الانتظار طبيعي في تلك اللحظة.';

test('an address, a host’s name or one long word widens nothing, and Arabic begins at its own side: room, record, soak and action session', async ({
  amir,
  felicity,
  grace,
  soak,
}) => {
  test.setTimeout(180_000);
  const room = await meetingOf(felicity, 'review');
  const says = (person: Person, of: string) => async (body: object) => {
    const answer = await person.asks(`${of}/commands`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ key: crypto.randomUUID(), expectedRev: 0, ...body }),
    });
    expect(answer.status, `${JSON.stringify(body)}: ${answer.text}`).toBe(200);
  };

  await test.step('in the room, on a phone, at 200 % and on a desk', async () => {
    for (const { page } of [felicity, grace]) await page.goto(room);
    await felicity.page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(grace.page.locator('#stage-title')).toContainText('purpose');
    const graceSays = says(grace, room);
    await graceSays({ command: 'raise-hand', type: 'question', words: LONG.slice(0, 118) });
    for (const words of [LONG, ARABIC]) {
      for (const kind of ['question', 'insight', 'different-view'])
        await graceSays({ command: 'capture', kind, words });
      await graceSays({ command: 'park', words });
      await graceSays({ command: 'seal', words });
    }
    await expect(felicity.page.getByText(LONG.slice(0, 118)).first()).toBeVisible();
    await holds(grace, [320, 390]);
    await holds(felicity, [320, 640, 1280]);
  });

  await test.step('in the record, the reading view and the library', async () => {
    await endsIt(felicity);
    await holds(grace, [320, 1280]);
    for (const path of [`${room}/record`, `${review}/actions`, review, '/library', '/']) {
      await grace.page.goto(path);
      await expect(grace.page.locator('h1').first()).toBeVisible();
      await holds(grace, [320, 640, 1280]);
    }
    await grace.page.goto(`${room}/record`);
    const arabic = grace.page.getByText(ARABIC).first();
    expect(await arabic.evaluate((words) => getComputedStyle(words).unicodeBidi)).toBe('plaintext');
  });

  await test.step('in the action session', async () => {
    await amir.page.goto(`${review}/meeting/plan?kind=action`);
    await amir.page.getByRole('group', { name: 'Facilitators' }).getByLabel('Felicity').check();
    await amir.page.getByRole('button', { name: /^(Plan|Keep)/ }).click();
    await expect(amir.page).toHaveURL(new RegExp(`${review}/meeting$`));
    await felicity.page.goto(`${review}/actions`);
    await soak.moveClockTo(new Date((await felicity.page.locator('h1 time').getAttribute('datetime')) ?? ''));
    const session = await meetingOf(felicity, 'action');
    for (const { page } of [felicity, grace]) await page.goto(session);
    await felicity.page.getByRole('button', { name: 'Open the room' }).click();
    await felicity.page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(grace.page.locator('#stage-title')).toHaveText('What we learned');
    await holds(grace, [320]);
    await goesTo(felicity, 'Open the ideas');
    await felicity.page.getByRole('button', { name: 'Open them, all at once' }).click();
    await felicity.page.getByRole('button', { name: 'Open them all' }).click();
    await expect(grace.page.getByText(LONG).first()).toBeVisible();
    await holds(grace, [320]);
    await goesTo(felicity, 'Put alike together');
    await expect(felicity.page.getByLabel('Under the heading').first()).toBeVisible();
    for (const person of [felicity, grace]) await holds(person, [320, 640, 1280]);
    await goesTo(felicity, 'Decide on each');
    await felicity.page.getByRole('button', { name: new RegExp(LONG.slice(0, 40)) }).click();
    await expect(felicity.page.locator('article[aria-current]')).toContainText(LONG);
    for (const person of [felicity, grace]) await holds(person, [320, 640, 1280]);
    await grace.page.goto(`${review}/actions`);
    await expect(grace.page.locator('h1').first()).toBeVisible();
    await holds(grace, [320, 1280]);
  });
});

/** At each width nothing lies beyond the window, and no words are cut off at the edge of what scrolls up and down. */
async function holds({ page, name }: Person, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 640 ? 400 : 800 });
    const where = `${name} at ${width} px, ${page.url()}`;
    expect.soft(await widerThanThePage(page), where).toBe(0);
    expect.soft(await cutOff(page), where).toEqual([]);
  }
}

const cutOff = (page: Person['page']): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('p, li, h1, h2, h3, td, dd, a, span')]
      .filter((each) => each.checkVisibility() && (each.textContent ?? '').includes('betriebswerk'))
      .filter((each) => {
        const { left, right, width } = each.getBoundingClientRect();
        return width > 1 && left < innerWidth && right > innerWidth + 1;
      })
      .map((each) => `${each.tagName}.${each.className}`),
  );

async function meetingOf(person: Person, kind: 'review' | 'action'): Promise<string> {
  const { meetings } = (await person.asks(`/api/v1${review}`)).json() as {
    meetings: { id: string; kind: string }[];
  };
  return `/meetings/${meetings.find((each) => each.kind === kind)?.id}`;
}
