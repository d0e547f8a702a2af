import { type Person, test } from '../fixtures.ts';
import { endsIt, goesOn, goOnTo } from './room-words.ts';

test.use({ workspaceOf: 'zz' });
const OUT = '/tmp/w-r-words/pics';
async function pics(person: Person, name: string, full = false) {
  for (const [w, h] of [
    [1280, 800],
    [390, 844],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      await person.page.setViewportSize({ width: w, height: h });
      await person.page.emulateMedia({ colorScheme });
      await person.page.waitForTimeout(150);
      await person.page.screenshot({ path: `${OUT}/${name}-${w}-${colorScheme}.png`, fullPage: full });
    }
  await person.page.setViewportSize({ width: 1280, height: 800 });
}
test('look', async ({ felicity, priya, grace, soak }) => {
  test.setTimeout(200000);
  await felicity.page.goto('/');
  const room =
    (await felicity.page.getByRole('link', { name: 'Enter the room' }).first().getAttribute('href')) ?? '';
  await felicity.page.goto(room);
  await felicity.page.getByRole('button', { name: 'Start', exact: true }).click();
  await soak.moveClockTo(new Date(Date.now() + 200_000));
  const { page } = priya;
  await page.clock.install();
  await page.goto(room);
  await grace.page.goto(room);
  await goOnTo(felicity, 'Load, and a story that fitted');
  await goesOn(felicity);
  await page.getByRole('button', { name: /^Different view/ }).click();
  await page.keyboard.type('Not one line, and I still thought it ran as it always does.');
  await goesOn(felicity);
  await page.clock.fastForward(9000);
  await page.waitForTimeout(800);
  await pics(priya, '1-composer');
  await page.keyboard.press('Escape');
  // grace notes for priya
  await grace.page.getByRole('button', { name: /^Question/ }).click();
  await grace.page.locator('.composer textarea').fill('What would an ordinary wait have looked like?');
  await grace.page.getByRole('button', { name: 'Someone else said it' }).click();
  await grace.page.getByLabel('Whose words').selectOption({ label: 'Priya' });
  await grace.page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByText('Grace noted something for you.').first().waitFor();
  await pics(priya, '2-waiting-and-noted');
  await page.getByRole('button', { name: 'Look at it' }).first().click();
  await pics(priya, '3-looked');
  for (const w of ['One insight.', 'A second one.', 'A third one.', 'A fourth.']) {
    await page.getByRole('button', { name: /^Question/ }).click();
    await page.locator('.composer textarea').fill(w);
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.locator('.thanks').first().waitFor();
  }
  await page.getByRole('button', { name: /^Insight/ }).click();
  await page.locator('.composer textarea').fill('Silence is output too, if');
  await page.keyboard.press('Escape');
  await page.locator('summary:visible', { hasText: 'Where are you?' }).click();
  await page.getByText('Companion', { exact: true }).first().click();
  await page.keyboard.press('Escape');
  await pics(priya, '4-companion');
  await pics(priya, '5-companion-full', true);
  await endsIt(felicity);
  await page.locator('.came-late').first().waitFor();
  await pics(priya, '6-ended', true);
  await page.goto(`${room}/record`);
  await pics(priya, '7-record');
});
