import { expect, type Person, test } from '../fixtures.ts';
import { captures, goesTo } from './room-words.ts';

test.use({ workspaceOf: 'one-after-another' });

const FORMS = [
  { button: /^Question/, field: 'What is still open for you?' },
  { button: /^Insight/, field: 'What did you learn?' },
  { button: /^Different view/, field: /^How do you see it\?/ },
  { button: /^Park this/, field: 'What should not be lost, though not now?' },
  { button: /^Seal an idea/, field: 'An idea for a fix, while it is fresh' },
  { button: /^Raise a hand/, field: 'In a few words, if you like' },
];

test('while “Kept.” is showing, every button opens its form at one press, with the focus in its field', async ({
  felicity,
  priya,
}) => {
  const room = await startedRoom(felicity);
  await priya.page.goto(room);
  await expect(priya.page.locator('#stage-title')).toBeVisible();
  for (const { button, field } of FORMS) {
    await captures(priya, 'Question', `What comes before ${field}?`);
    await expect(priya.page.locator('.thanks')).toHaveText('Kept.');
    await priya.page.getByRole('button', { name: button }).click();
    const open = priya.page.locator('.composer').getByLabel(field);
    await expect(open).toBeFocused();
    await expect(open).toHaveValue('');
    await expect(priya.page.locator('.thanks')).toHaveCount(0);
    await priya.page.keyboard.press('Escape');
    await expect(priya.page.locator('.composer')).toHaveCount(0);
  }
});

test('a second press brings another form’s words along, and the focus', async ({ felicity, priya }) => {
  const { page } = priya;
  await page.goto(await roomOf(felicity));
  await page.getByRole('button', { name: /^Question/ }).click();
  await page.keyboard.type('Said once');
  await page.getByRole('button', { name: /^Insight/ }).click();
  await page.keyboard.type(', and kept');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.thanks')).toHaveText('Kept.');
  await expect(page.getByRole('region', { name: 'Last captured' })).toContainText('Said once, and kept');
  await page.getByRole('tab', { name: /^Captured/ }).click();
  await expect(page.getByRole('tabpanel').getByText('Said once, and kept')).toBeVisible();
});

test('[bad input 50] a reader whose clock is a day off sees the minutes everybody sees, and their press counts', async ({
  felicity,
  browserOf,
}) => {
  const room = await roomOf(felicity);
  await felicity.page.goto(room);
  const ahead = await browserOf('priya');
  await ahead.page.clock.install({ time: Date.now() + 86_400_000 });
  await ahead.page.goto(room);
  const secondsLeft = async ({ page }: Person) => {
    const figures = await page.getByRole('timer').first().locator('b').innerText();
    const [minutes = Number.NaN, seconds = Number.NaN] = figures.split(':').map(Number);
    return minutes * 60 + seconds;
  };
  await expect
    .poll(async () => Math.abs((await secondsLeft(ahead)) - (await secondsLeft(felicity))))
    .toBeLessThanOrEqual(2);
  await captures(ahead, 'Question', 'Asked from tomorrow');
  await expect(ahead.page.locator('.thanks')).toHaveText('Kept.');
});

test('[M9] [M16] Spotlight says what it waits for; a stage passed over is shown as skipped, and is a gain', async ({
  felicity,
}) => {
  const { page } = felicity;
  await page.goto(await roomOf(felicity));
  await page.getByRole('button', { name: /^Spotlight/ }).press('Enter');
  await expect(page.locator('.remark').first()).toHaveText(/^First choose a passage/);
  const stage = (await page.locator('.agenda .go').nth(1).innerText()).replace('Go to', '').trim();
  await goesTo(felicity, stage);
  const passed = page.locator('.agenda li').nth(1);
  await expect(passed).toContainText('skipped');
  await expect(passed).toHaveClass('done');
  await expect(page.locator('.drift')).toContainText(/\d+ min ahead/);
});

async function startedRoom(person: Person): Promise<string> {
  const room = await roomOf(person);
  await person.page.goto(room);
  await person.page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(person.page.locator('#stage-title')).toBeVisible();
  return room;
}

async function roomOf({ page }: Person): Promise<string> {
  await page.goto('/');
  const link = page.getByRole('link', { name: 'Enter the room' }).first();
  return (await link.getAttribute('href')) ?? '';
}
