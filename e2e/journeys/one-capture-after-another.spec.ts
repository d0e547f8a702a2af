import { expect, type Person, test } from '../fixtures.ts';
import { captures } from './room-words.ts';

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
  await page.getByRole('tab', { name: /^Captured/ }).click();
  await expect(page.getByRole('tabpanel').getByText('Said once, and kept')).toBeVisible();
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
