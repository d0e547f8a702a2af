import { REVIEWS } from '#server/demo/content/ids.ts';
import { objections, widerThanThePage } from '../axe.ts';
import { expect, type Person, test } from '../fixtures.ts';
import { choosesFace, pictures, pressesTwice, putsUnsigned, standsAt } from './room-words.ts';

const VIEW = 'To me it was not stuck. I did not dare to say so.';

test.use({ workspaceOf: 'people-write-for-themselves' });

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test('[M15] [U1] [U2] [U4] [C2] silent writing, what is still unsaid, a different view, a poll: four people, one of them on a phone', async ({
  felicity,
  priya,
  tomas,
  browserOf,
  soak,
}) => {
  test.setTimeout(240_000);
  const otto = await browserOf('otto', phone);
  const everybody = [felicity, priya, tomas, otto];
  const room = await roomOf(felicity);

  await test.step('Felicity adds three stages of people’s own to the agenda, and starts', async () => {
    for (const person of everybody) await person.page.goto(room);
    await felicity.page.locator('summary', { hasText: 'More' }).click();
    await felicity.page.getByRole('button', { name: 'Change the agenda…' }).click();
    for (const kind of ['silent-writing', 'unsaid', 'poll-new']) {
      await felicity.page.getByLabel('What the new stage is').selectOption(kind);
      await felicity.page.getByRole('button', { name: 'Add', exact: true }).click();
      await expect(felicity.page.getByLabel('What the new stage is')).toHaveValue('prompt');
    }
    await felicity.page.getByRole('button', { name: 'Done' }).click();
    await felicity.page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(priya.page.locator('#stage-title')).toBeVisible();
    await goes(felicity, 'A few minutes in silence');
  });

  await test.step('everyone writes; it is saved as they type, survives a reload, and nobody else has it', async () => {
    await writes(priya, 'The restore was quiet, and I took quiet for good.');
    await writes(tomas, 'Nobody told me that the lag was ours.');
    await writes(otto, 'We in payments saw it ten minutes earlier.');
    await otto.page.reload();
    await expect(otto.page.getByLabel('Your text')).toHaveValue('We in payments saw it ten minutes earlier.');
    expect(await felicity.page.content()).not.toContain('took quiet for good');
    const heard = await felicity.asks(`${room}/state.json`);
    expect(heard.text).not.toContain('took quiet for good');
    expect(await objections(priya.page)).toEqual([]);
    expect(await widerThanThePage(otto.page)).toBe(0);
    // handed round the table, her laptop is everybody's: what she wrote is not on it
    await choosesFace(priya.page, 'Shared tablet');
    await expect(priya.page.getByText('Everyone writes and answers on a device of their own.')).toBeVisible();
    await expect(priya.page.locator('.stage textarea')).toHaveCount(0);
    await choosesFace(priya.page, 'Whole room');
    await expect(priya.page.getByLabel('Your text')).toHaveValue(/took quiet for good/);
  });

  await test.step('a word typed without a connection is kept, and saved once it is back; meanwhile nothing old is told of the others', async () => {
    tomas.mayHear(/Failed to load resource|ERR_INTERNET_DISCONNECTED|WebSocket/);
    await tomas.context.setOffline(true);
    await tomas.page.getByLabel('Your text').pressSequentially(' Truly.');
    await expect(tomas.page.getByText('Not saved yet: keep this tab open.')).toBeVisible();
    await expect(tomas.page.getByText('The meeting goes on without this tab.')).toBeVisible();
    const ofOthers = tomas.page.locator('.rtop .here, .stage .hd .live, .ready-count');
    await expect(ofOthers).toHaveCount(0);
    await tomas.context.setOffline(false);
    await expect(tomas.page.locator('.rtop .here')).toBeVisible();
    await expect(tomas.page.locator('.own-text .kept-state')).toHaveText('Saved');
  });

  await test.step('the group goes on and closes nothing: each finds their text, and a box that tells nobody who wrote', async () => {
    const { page } = priya;
    const box = '“What is still unsaid?” still takes words without a name';
    await goes(felicity, 'What is still unsaid?');
    await standsAt(page, 'What is still unsaid?');
    await page.getByText('Your text in “A few minutes in silence”, not shown yet').click();
    await expect(page.getByLabel('Your text')).toHaveValue(
      'The restore was quiet, and I took quiet for good.',
    );
    await page.getByLabel('What is still unsaid', { exact: true }).fill('Half a thought');
    await goes(felicity, 'A few minutes in silence');
    // still typing: nothing is pulled away, and Return is hers to press
    await expect(page.locator('.around')).toContainText('You are writing.');
    await standsAt(page, 'A few minutes in silence');
    await expect(page.getByText('Not put in yet, for “What is still unsaid?”.')).toBeVisible();
    await expect(tomas.page.getByText(box)).toBeVisible();
    await expect(tomas.page.getByText('Not put in yet')).toHaveCount(0);
    // only this tab has the words: the browser asks before they go
    const asked = page.waitForEvent('dialog').then(async (dialog) => {
      await dialog.accept();
      return dialog.type();
    });
    await page.reload();
    expect(await asked).toBe('beforeunload');
    await expect(page.getByRole('button', { name: /ready/ })).toBeVisible();
    await page.getByRole('button', { name: 'Go on writing' }).click();
    await expect(page.getByLabel('What is still unsaid', { exact: true })).toBeFocused();
    // what leaves a name is not offered beside what leaves none
    await expect(page.getByRole('button', { name: /ready/ })).toHaveCount(0);
    expect(await objections(page)).toEqual([]);
    await pictures(page, 'left-behind');
    await putsUnsigned(page, 'Half a thought, and the rest.');
    await page.getByRole('button', { name: 'Take it out' }).click();
    await page.getByLabel('What is still unsaid', { exact: true }).fill('');
    await otto.page.getByText(box).click();
    expect(await widerThanThePage(otto.page)).toBe(0);
    await pictures(otto.page, 'left-behind-phone');
  });

  await test.step('Felicity shows all at once; Tomas takes his back; she hides one with a reason all read', async () => {
    await pressesTwice(felicity.page, 'Show all texts');
    for (const { page } of everybody) await expect(page.locator('.shown-texts li')).toHaveCount(3);
    await expect(otto.page.locator('.shown-texts')).toContainText('the lag was ours. Truly.');
    await tomas.page.getByRole('button', { name: 'Take it back' }).click();
    await expect(otto.page.locator('.shown-texts li')).toHaveCount(2);
    const of = felicity.page.locator('.shown-texts li').filter({ hasText: 'in payments' });
    await of.getByRole('button', { name: 'Hide it…' }).click();
    await felicity.page.getByLabel('Why it is hidden').fill('It names a customer.');
    await felicity.page.getByRole('button', { name: 'Hide it', exact: true }).click();
    await expect(priya.page.locator('.shown-texts')).toContainText(
      'Hidden by a facilitator: It names a customer.',
    );
    expect(await priya.page.content()).not.toContain('We in payments saw it');
    expect(await objections(felicity.page)).toEqual([]);
  });

  await test.step('two put something in without their name; the facilitator is warned before it is shown', async () => {
    await goes(felicity, 'What is still unsaid?');
    // who has typed or looked further down comes along when they like
    for (const { page } of everybody) await standsAt(page, 'What is still unsaid?');
    await putsUnsigned(priya.page, 'I was afraid to ask.');
    await putsUnsigned(otto.page, 'I would have typed the same.');
    await expect(priya.page.locator('.put-here')).toContainText('I was afraid to ask.');
    for (const { page } of [felicity, tomas]) expect(await page.content()).not.toContain('afraid to ask');
    expect(await objections(otto.page)).toEqual([]);
    expect(await widerThanThePage(otto.page)).toBe(0);
    await soak.moveClockTo(new Date(Date.now() + 60_000));
    await felicity.page.reload();
    await expect(felicity.page.getByText('Some have come in. Fewer than three so far.')).toBeVisible();
    // the warning comes from the door, so that programs hear it too
    felicity.mayHear(/status of 422/);
    await pressesTwice(felicity.page, 'Open the box');
    await expect(felicity.page.locator('main').getByRole('alert')).toContainText(
      'Fewer than three have come in.',
    );
    await felicity.page.getByRole('button', { name: 'Show them all the same' }).click();
    for (const { page } of everybody) {
      await expect(page.locator('.shown-texts li')).toHaveCount(2);
      await expect(page.locator('.shown-texts .who')).toHaveCount(0);
    }
    await expect(priya.page.locator('.put-here')).toHaveCount(0);
  });

  await test.step('who would keep still sees it differently without a name, and it stands beside its claim', async () => {
    await goes(felicity, 'Who sees it differently?');
    const { page } = otto;
    // he typed a moment ago, so his page may still stand where he did
    await standsAt(page, 'Who sees it differently?');
    await page.locator('#stage-title').press('a');
    await expect(page.getByLabel('How do you see it, without your name')).toBeFocused();
    await page.getByLabel('What it stands beside').selectOption({ index: 1 });
    await page.getByLabel('How do you see it, without your name').fill(VIEW);
    const beside = await page.getByLabel('What it stands beside').inputValue();
    await page.reload();
    await expect(page.getByLabel('How do you see it, without your name')).toHaveValue(VIEW);
    await expect(page.getByLabel('What it stands beside')).toHaveValue(beside);
    expect(await objections(page)).toEqual([]);
    expect(await widerThanThePage(page)).toBe(0);
    await pictures(page, 'view-without-name');
    await page.getByRole('button', { name: 'Put it in the box' }).click();
    await expect(page.locator('.put-here')).toContainText(VIEW);
    await pictures(felicity.page, 'views-facilitator');
    await pressesTwice(felicity.page, 'Open the box');
    await felicity.page.getByRole('button', { name: 'Show them all the same' }).click();
    // a part is quoted by how it begins
    for (const one of everybody)
      await expect(one.page.locator('.views li').filter({ hasText: VIEW })).toContainText(
        'The write-up saysThe evening has a quiet beginning',
      );
    await expect(priya.page.locator('.views')).toContainText('without a name');
    await pictures(priya.page, 'view-shown');
  });

  await test.step('a poll: three answer on their own, counts come when it closes', async () => {
    await goes(felicity, 'New to me?');
    for (const person of [priya, tomas, otto]) {
      await person.page.getByLabel('New to me', { exact: true }).check();
      await person.page.getByRole('button', { name: 'Answer', exact: true }).click();
      await expect(person.page.getByText('Your answer is in').last()).toBeVisible();
    }
    await expect(felicity.page.locator('.counts')).toHaveCount(0);
    expect(await objections(felicity.page)).toEqual([]);
    await pressesTwice(felicity.page, 'Close the poll');
    for (const { page } of everybody) await expect(page.locator('.counts')).toContainText('New to me3');
    expect(await objections(otto.page)).toEqual([]);
    expect(await widerThanThePage(otto.page)).toBe(0);
  });

  await test.step('Priya has lost the thread: the facilitator sees the words, after a while', async () => {
    await priya.page.locator('body').press('l');
    await priya.page.getByRole('button', { name: 'I lost the thread' }).click();
    await expect(priya.page.getByText('without your name.').last()).toBeVisible();
    await expect(felicity.page.getByText('Somebody lost the thread.')).toHaveCount(0);
    await soak.moveClockTo(new Date(Date.now() + 85_000));
    await expect(felicity.page.getByText('Somebody lost the thread.')).toBeVisible({ timeout: 30_000 });
  });

  await test.step('the record has them', async () => {
    await tomas.page.goto(`${room}/record`);
    await expect(tomas.page.getByText('I was afraid to ask.')).toBeVisible();
    await expect(tomas.page.locator('.tells').filter({ hasText: VIEW })).toBeVisible();
    await expect(tomas.page.getByText('Hidden by a facilitator: It names a customer.')).toBeVisible();
  });
});

async function roomOf(person: Person): Promise<string> {
  const answer = await person.asks(`/api/v1/reviews/${REVIEWS.wrongHost}`);
  const { meetings } = answer.json() as { meetings: { id: string }[] };
  return `/meetings/${meetings[0]?.id}`;
}

/** Steers straight to a stage, as the agenda does. */
async function goes({ page }: Person, title: string): Promise<void> {
  const state = await page.evaluate(
    async (address) => (await fetch(address)).json(),
    `${new URL(page.url()).pathname}/state.json`,
  );
  const { stages } = state.state as { stages: { id: string; title: string }[] };
  const stage = stages.find((one) => one.title === title)?.id;
  const status = await page.evaluate(
    async ([address, body]) =>
      (await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }))
        .status,
    [
      `${new URL(page.url()).pathname}/commands`,
      JSON.stringify({ command: 'go', stage, expectedRev: state.rev, key: crypto.randomUUID() }),
    ] as const,
  );
  expect(status).toBe(200);
  // pressed beside the room: whoever has scrolled to a button looks around, and only their own Next would bring them along
  await page.reload();
  await expect(page.locator('#stage-title')).toHaveText(title);
}

async function writes({ page }: Person, words: string): Promise<void> {
  await page.getByLabel('Your text').fill(words);
  await expect(page.locator('.own-text .kept-state')).toHaveText('Saved');
}
