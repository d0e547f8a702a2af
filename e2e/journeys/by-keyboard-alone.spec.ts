import { REVIEWS } from '#server/demo/content/ids.ts';
import { expect, type Person, test } from '../fixtures.ts';
import { COMPANION, readingOrder, WHOLE_ROOM } from '../reading-order.ts';
import { answered } from './room-words.ts';

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

test('[M3] Priya tells her part without a mouse: passages by arrows, steps by a clicker, and the room’s keys from within its text', async ({
  priya,
  felicity,
}) => {
  const { page } = priya;
  const room = await runningRoom(felicity);
  const { stages, current } = (await stateOf(felicity, room)).state;
  const part = stages.find(({ kind }) => kind === 'section');
  if (current?.stage !== part?.id) await steers(felicity, room, { command: 'go', stage: part?.id });
  await page.goto(room);
  await expect(page.getByText('You tell this part.')).toBeVisible();
  await press(page, page.getByRole('link', { name: 'Skip to the stage' }));
  await tabTo(page, page.getByRole('group', { name: /^Passages/ }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const second = page.locator('.stage-words [id^="block-"]').nth(1);
  await expect(second).toHaveClass(/chosen/);
  await answered(priya, 'spotlight', () => page.keyboard.press('s'));
  await expect(second).toHaveClass(/lit/);
  await answered(priya, 'spotlight', () => page.keyboard.press('Shift+S'));

  await press(page, page.getByRole('button', { name: 'Write here' }));
  const words = page.getByRole('textbox', { name: /^Text of/ });
  await tabTo(page, words);
  const before = await words.innerText();
  await page.keyboard.press('Alt+m');
  await expect(page.locator('.remark')).toHaveText(/^Now one of the room’s keys/);
  await page.keyboard.press('k');
  await expect(page.locator('.composer textarea')).toBeFocused();
  await page.keyboard.press('Escape');
  expect(await words.innerText()).toBe(before);
  await page.keyboard.press('F6');
  const inPart = (name: string) =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label')).then((now) => now === name);
  for (const name of ['Agenda', null, 'Floor', 'Controls']) {
    if (name) await expect.poll(() => inPart(name)).toBe(true);
    await page.keyboard.press('F6');
  }
  await tabTo(page, words);
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog', { name: 'Keys of this room' })).toContainText(
    'Next in the part you tell',
  );
  await page.keyboard.press('Escape');
  await words.focus();
  await page.keyboard.press('Escape');
  await expect(page.locator('#main')).toBeFocused();

  const walk = stages.find(({ kind }) => kind === 'walk');
  await steers(felicity, room, { command: 'go', stage: walk?.id });
  await expect(page.locator('#stage-title')).toHaveText(walk?.title ?? '');
  await answered(priya, 'spotlight', () => page.keyboard.press('PageDown'));
  await expect(page.locator('.stage .hd')).toContainText('2 of');

  await felicity.page.goto(room);
  await expect(felicity.page.locator('#stage-title')).toBeVisible();
  await felicity.page.keyboard.press('Shift+E');
  await expect(felicity.page.getByRole('button', { name: 'End it' })).toBeVisible();
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
  const { state } = await stateOf(person, room);
  if (state.phase !== 'live')
    await steers(person, room, { command: state.phase === 'ended' ? 'reopen' : 'start' });
  return room;
}

interface Now {
  rev: number;
  state: {
    phase: string;
    current: { stage: string } | null;
    stages: { id: string; kind: string; title: string }[];
  };
}

const stateOf = async (person: Person, room: string): Promise<Now> =>
  (await person.asks(`${room}/state.json`)).json() as Now;

async function steers(person: Person, room: string, command: object): Promise<void> {
  const { rev } = await stateOf(person, room);
  const { status } = await person.asks(`${room}/commands`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...command, expectedRev: rev, key: crypto.randomUUID() }),
  });
  expect(status).toBe(200);
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
