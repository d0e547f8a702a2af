import type { RoomState } from '#domain/meeting/own-room.ts';
import type { RoomProjection, TimerShown } from '#domain/meeting/projection.ts';
import { objections } from '../axe.ts';
import { expect, type Person, test } from '../fixtures.ts';
import {
  answered,
  captures,
  endsIt,
  goesOn,
  goesTo,
  goOnTo,
  knowsOf,
  pictures,
  standsAt,
} from './room-words.ts';

test.use({ workspaceOf: 'one-after-another' });

interface State {
  state: { current: { timer: TimerShown } };
}

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

test('[C5] what was parked and is answered while they talk is ended there and then', async ({
  felicity,
  priya,
}) => {
  const { page } = priya;
  await page.goto(await roomOf(felicity));
  await page.getByRole('button', { name: /^Park this/ }).click();
  await page.keyboard.type('Who owns staging?');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('tab', { name: /^Parked/ }).click();
  await page.getByRole('button', { name: 'Say how it ends' }).press('Enter');
  await expect(page.getByRole('radio', { name: 'Answered' })).toBeFocused();
  await pictures(page, 'parked');
  await page.getByLabel('With whom, or where').fill('Tomas knew');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('tabpanel')).toContainText('answered: Tomas knew');
  await expect(page.getByRole('button', { name: 'Change how it ended' })).toBeFocused();
});

test('[M9] [M7] [bad input 50] clocks five minutes ahead, five behind and a day off: all see the same minutes through a pause, a minute more, the next stage and back', async ({
  felicity,
  browserOf,
}) => {
  const room = await roomOf(felicity);
  const [priya, tomas] = [await browserOf('priya'), await browserOf('tomas')];
  for (const [{ page }, aheadMs] of [
    [felicity, 5 * 60_000],
    [tomas, -5 * 60_000],
    [priya, 86_400_000],
  ] as const) {
    await page.clock.install({ time: Date.now() + aheadMs });
    await page.goto(room);
  }
  const secondsLeft = async ({ page }: Person) => {
    const figures = await page.getByRole('timer').first().locator('b').innerText();
    const [minutes = Number.NaN, seconds = Number.NaN] = figures.split(':').map(Number);
    return minutes * 60 + seconds;
  };
  /** As the server has it. */
  const told = async () => {
    const { state } = (await felicity.asks(`${room}/state.json`)).json() as State;
    const { timer } = state.current;
    return (timer.state === 'paused' ? timer.remainingMs : Date.parse(timer.endsAt) - Date.now()) / 1000;
  };
  const allAgree = async () => {
    for (const person of [felicity, tomas, priya])
      await expect
        .poll(async () => Math.abs((await secondsLeft(person)) - (await told())))
        .toBeLessThanOrEqual(2);
  };
  const { page } = felicity;
  await allAgree();
  await page.getByRole('button', { name: 'Pause the timer' }).click();
  await page.getByRole('button', { name: '+1 minute' }).click();
  await allAgree();
  await page.getByRole('button', { name: 'Let the timer run' }).click();
  await goesOn(felicity);
  await allAgree();
  // ten seconds of the server’s clock, whatever one’s own says
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(tomas.page.locator('#stage-title')).toHaveText('Welcome and purpose');
  await allAgree();
  for (const person of [tomas, priya]) {
    await captures(person, 'Question', `Asked by ${person.name}, from another hour`);
    await expect(person.page.locator('.thanks')).toHaveText('Kept.');
  }
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

test('[C1] [C2] [M16] words stay about what they were begun on, and wait: through Escape, another form, a reload and the end', async ({
  felicity,
  priya,
}) => {
  const { page } = priya;
  const room = await roomOf(felicity);
  await page.clock.install();
  for (const person of [felicity, priya]) await person.page.goto(room);
  const walk = (await stateOf(priya, room)).stages.find(({ kind }) => kind === 'walk')?.title ?? '';
  await goOnTo(felicity, walk);
  await goesOn(felicity);
  await standsAt(page, walk);
  const form = page.locator('.composer');
  const field = form.locator('textarea');
  const button = (name: RegExp) => page.getByRole('button', { name });
  const { current } = await stateOf(priya, room);

  await test.step('the spotlight is taken away and the group goes on: a view stands against what she began it at', async () => {
    await answered(felicity, 'spotlight', () => felicity.page.getByRole('button', { name: /^Take/ }).click());
    await knowsOf(page, (await stateOf(priya, room)).rev);
    await button(/^Different view/).click();
    const about = await form.locator('.about').innerText();
    await page.keyboard.type('It printed what it always prints.');
    await goesOn(felicity);
    await page.clock.fastForward(BUSY_MS);
    await expect(form.getByRole('button', { name: /^Rather (at|about)/ })).toBeVisible();
    await expect(form.locator('.about')).toContainText(about);
    await answered(priya, 'capture', () => page.keyboard.press('Control+Enter'));
    const [kept] = (await stateOf(priya, room)).captures;
    expect(kept?.target).toEqual(current?.spotlight);
    expect(about).toContain(kept?.claim.slice(0, 20));
  });

  await test.step('brought here with half a question, Escape takes her back, and leaves her the words', async () => {
    await page.locator('summary', { hasText: 'Look around' }).click();
    await page.locator('.look-at .item').first().click();
    await button(/^Question/).click();
    await page.keyboard.type('How long');
    await page.clock.fastForward(BUSY_MS);
    await answered(felicity, 'bring-everyone', () => felicity.page.keyboard.press('b'));
    await expect(page.locator('.around')).toContainText('The facilitator brought everyone here.');
    await field.press('Escape');
    await expect(page.locator('.around')).toContainText('You are looking around.');
    await expect(field).toHaveValue('How long');
    await button(/^Return/).click();
  });

  await test.step('letters still being put together have Escape for themselves, while the stage moves', async () => {
    await field.press('End');
    const ime = await page.context().newCDPSession(page);
    await ime.send('Input.imeSetComposition', { text: 'まつ', selectionStart: 2, selectionEnd: 2 });
    await goesOn(felicity);
    await page.keyboard.press('Escape');
    await expect(field).toBeFocused();
    await ime.send('Input.insertText', { text: '待つ' });
    await expect(field).toHaveValue('How long待つ');
  });

  await test.step('nobody is pulled from a slash menu either: what it makes stands where she wrote', async () => {
    const notes = page.locator('.stage-words [contenteditable="true"]');
    const moment = await page.locator('.stage .say').first().innerText();
    await button(/Write here/).click();
    await notes.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/quo');
    const menu = page.getByRole('listbox');
    await goesOn(felicity);
    await knowsOf(page, (await stateOf(priya, room)).rev);
    await expect(menu).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Said while the stage moved.');
    await expect(notes.locator('blockquote, [data-kind="quote"]')).toHaveText('Said while the stage moved.');
    await expect(notes).toContainText(moment);
    await page.clock.fastForward(BUSY_MS);
    await expect(notes).toHaveCount(0);
    await expect(page.locator('.stage .say').first()).not.toHaveText(moment);
  });

  await test.step('put away, carried into another form, reloaded: they wait in this tab', async () => {
    await field.fill('How long is an ordinary wait?');
    await page.keyboard.press('Escape');
    await expect(form).toHaveCount(0);
    const waiting = page.getByRole('list', { name: 'Not kept yet' });
    await expect(waiting).toContainText('Words not kept yet.');
    await button(/^Park this/).click();
    await expect(field).toHaveValue('How long is an ordinary wait?');
    await button(/^Seal an idea/).click();
    await expect(field, 'an idea is nobody else’s').toHaveValue('');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await waiting.getByRole('button', { name: 'Go on writing' }).click();
    await expect(field).toHaveValue('How long is an ordinary wait?');
  });

  await test.step('the meeting ends: beside the wall too they are shown, and reopened they stand in their form', async () => {
    await page.locator('summary:visible', { hasText: 'Where are you?' }).click();
    await page.getByText('Companion', { exact: true }).first().click();
    await endsIt(felicity);
    await expect(page.locator('.came-late')).toContainText('How long is an ordinary wait?');
    expect(await objections(page)).toEqual([]);
    await answered(felicity, 'reopen', () =>
      felicity.page.getByRole('button', { name: 'Open it again' }).click(),
    );
    await expect(field).toHaveValue('How long is an ordinary wait?');
    await answered(priya, 'park', () => button(/^Park it/).click());
    await expect(page.getByRole('list', { name: 'Not kept yet' })).toHaveCount(0);
  });

  await test.step('ended for good, her view leads her from the reading view to the record, where she words it anew', async () => {
    await endsIt(felicity);
    await page.goto(`/reviews/${(await stateOf(priya, room)).reviewId}`);
    await page.getByRole('link', { name: 'Change or withdraw it in the meeting’s record' }).click();
    const mine = page.locator('.kept .tells').filter({ hasText: 'It printed what it always prints.' });
    await expect(mine).toBeInViewport();
    await mine.getByRole('button', { name: 'Change' }).click();
    await page.getByRole('textbox', { name: 'Your words' }).fill('It printed as on any other day.');
    expect(await objections(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    const anew = page.locator('.kept .tells').filter({ hasText: 'It printed as on any other day.' });
    await expect(anew.getByRole('button', { name: 'Change' })).toBeFocused();
  });
});

const BUSY_MS = 8_500;

const stateOf = async (person: Person, room: string): Promise<RoomProjection> =>
  ((await person.asks(`${room}/state.json`)).json() as RoomState).state;

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
