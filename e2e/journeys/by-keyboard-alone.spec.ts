import { REVIEWS } from '#server/demo/content/ids.ts';
import { expect, type Person, test } from '../fixtures.ts';
import { COMPANION, readingOrder, WHOLE_ROOM } from '../reading-order.ts';

test.use({ workspaceOf: 'keyboard' });

test('Felicity signs in, finds her meeting, leads two stages and ends it without a mouse', async ({
  stranger,
  soak,
}) => {
  test.setTimeout(150_000);
  const page = stranger;
  await page.goto(`${soak.origin}/sign-in`);
  await tabTo(page, page.getByLabel('E-mail'));
  await page.keyboard.type('felicity@demo.test');
  await page.keyboard.press('Tab');
  await page.keyboard.type('soak-demo');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${soak.origin}/`);

  await press(page, page.getByRole('link', { name: 'Enter the room' }).first());
  await press(page, page.getByRole('button', { name: 'Start', exact: true }));
  const title = page.locator('#stage-title');
  await expect(title).toContainText('Welcome and purpose');
  // the room's keys act where nobody types
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(title).not.toContainText('Welcome and purpose');

  await page.keyboard.press('k');
  await expect(page.locator('.composer textarea')).toBeFocused();
  await page.keyboard.type('A snapshot for a test is a backup nobody calls one.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Kept.').first()).toBeVisible();

  await press(page, page.locator('summary', { hasText: 'More' }));
  await press(page, page.getByRole('button', { name: /^End the meeting/ }));
  await press(page, page.getByRole('button', { name: 'End it' }));
  await expect(page.getByText('Thank you for coming')).toBeVisible();
});

test('Otto takes part without a mouse: in the whole room, then as a companion of the screen on the wall', async ({
  otto,
  felicity,
}) => {
  const { page } = otto;
  const room = await runningRoom(felicity);
  await page.goto(room);
  await expect(page.locator('#stage-title')).toBeVisible();
  expect(await readingOrder(page)).toEqual(WHOLE_ROOM);
  await press(page, page.getByRole('link', { name: 'Skip to the controls' }));
  await press(page, page.getByRole('button', { name: /^Question/ }));
  await asks(page, 'What would an ordinary wait have looked like?');
  await page.keyboard.press('h');
  await expect(page.getByLabel('In a few words, if you like')).toBeFocused();
  await page.keyboard.press('Enter');
  const mine = page.locator('.queue .me');
  await press(page, mine.getByRole('button', { name: 'Withdraw' }));
  await expect(mine).toHaveCount(0);
  await tabTo(page, page.getByRole('tab', { name: /^Queue/ }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tabpanel')).toContainText('What would an ordinary wait');

  await press(page, page.locator('summary:visible', { hasText: 'Where are you?' }));
  await tabTo(page, page.getByRole('radio', { name: 'Whole room' }).first());
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.companion')).toBeVisible();
  // the choice stood in the face that has gone
  const where = page.locator('.mine-here summary:visible', { hasText: 'Where are you?' });
  await expect(where).toBeFocused();
  expect(await readingOrder(page)).toEqual(COMPANION);
  await press(page, page.getByRole('link', { name: 'Skip to the controls' }));
  await press(page, page.getByRole('button', { name: /^Seal an idea/ }));
  await expect(page.locator('.composer textarea')).toBeFocused();
  await page.keyboard.type('Print how long an ordinary wait is.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Thank you\. Put away until/).first()).toBeVisible();
  await press(page, page.getByRole('button', { name: /^Question/ }));
  await asks(page, 'Who had met it before?');
  await page.keyboard.press('r');
  await expect(page.getByRole('button', { name: /^You are ready/ })).toBeVisible();

  await press(page, where);
  await tabTo(page, page.getByRole('radio', { name: 'Companion' }).first());
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('.room')).toBeVisible();
});

async function asks(page: Page, words: string): Promise<void> {
  await expect(page.locator('.composer textarea')).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.thanks')).toHaveText('Kept.');
}

/** Started, or opened again after the test before. */
async function runningRoom(person: Person): Promise<string> {
  const answer = await person.asks(`/api/v1/reviews/${REVIEWS.wrongHost}`);
  const { meetings } = answer.json() as { meetings: { id: string }[] };
  const room = `/meetings/${meetings[0]?.id}`;
  const { rev, state } = (await person.asks(`${room}/state.json`)).json() as {
    rev: number;
    state: { phase: string };
  };
  const begun = await person.asks(`${room}/commands`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      command: state.phase === 'ended' ? 'reopen' : 'start',
      expectedRev: rev,
      key: crypto.randomUUID(),
    }),
  });
  expect(begun.status).toBe(200);
  return room;
}

type Page = Person['page'];
type Place = ReturnType<Page['locator']>;

async function press(page: Page, place: Place): Promise<void> {
  await tabTo(page, place);
  await page.keyboard.press('Enter');
}

/** Tab until the focus is there, as a person does; what cannot be reached so fails. */
async function tabTo(page: Page, place: Place): Promise<void> {
  await expect(place).toBeVisible();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the focus never came there');
}
