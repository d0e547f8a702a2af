import { REVIEWS } from '#server/demo/content/ids.ts';
import { objections, widerThanThePage } from '../axe.ts';
import { expect, type Person, test } from '../fixtures.ts';
import { goesOn } from './room-words.ts';

test.use({ workspaceOf: 'priya takes over' });

const review = `/reviews/${REVIEWS.evacuation}`;

test('a round with pass, later and somebody late; the facilitator drops, and Priya takes over and hands back', async ({
  amir,
  felicity,
  priya,
  otto,
  browserOf,
  soak,
}) => {
  test.setTimeout(300_000);
  // what her page asked as facilitator just before she handed back
  priya.mayHear(/403 \(Forbidden\)/);

  await test.step('Amir plans it with a round, and lets anyone take over', async () => {
    await amir.page.goto(`${review}/meeting/plan`);
    const start = new Date(Date.now() + 3 * 60_000).toISOString();
    await amir.page.getByLabel('Day', { exact: true }).fill(start.slice(0, 10));
    await amir.page.getByLabel('Begins', { exact: true }).fill(start.slice(11, 16));
    const facilitators = amir.page.getByRole('group', { name: 'Facilitators' });
    await facilitators.getByLabel('Felicity').check();
    await facilitators.getByLabel('Amir').uncheck();
    await amir.page.getByRole('radio', { name: 'Anyone in the room' }).check();
    // only a welcome, then the round
    const takeOut = amir.page.getByRole('button', { name: /^Take out: / });
    while ((await takeOut.count()) > 1) {
      const before = await takeOut.count();
      await takeOut.last().click();
      await expect(takeOut).toHaveCount(before - 1);
    }
    await amir.page.getByLabel('What the new stage is').selectOption('A round');
    await amir.page.getByRole('button', { name: 'Add a stage' }).click();
    await expect(amir.page.getByLabel('Title of stage 2')).toHaveValue('A round');
    expect(await objections(amir.page)).toEqual([]);
    await amir.page.getByRole('button', { name: /^(Plan|Keep) the/ }).click();
    await expect(amir.page).toHaveURL(new RegExp(`${review}/meeting$`));
  });

  const room = await roomOf(felicity);
  await test.step('everyone says that they are ready, or not; the room knows how many', async () => {
    for (const person of [felicity, priya, otto]) await person.page.goto(room);
    await expect(felicity.page.getByText(/3 here/)).toBeVisible();
    await expect(priya.page.getByRole('button', { name: /^I am ready/ })).toHaveCount(0);
    await felicity.page.getByRole('button', { name: 'Start', exact: true }).click();
    await priya.page.getByRole('button', { name: /^I am ready/ }).click();
    await expect(priya.page.getByRole('button', { name: /^You are ready/ })).toBeVisible();
    await otto.page.locator('body').press('r');
    await expect(felicity.page.getByText('2 of 3 ready')).toBeVisible();
    await otto.page.locator('body').press('r');
    await expect(felicity.page.getByText('1 of 3 ready')).toBeVisible();
    for (const person of [felicity, priya]) expect(await objections(person.page)).toEqual([]);
  });

  await test.step('the round: pass, later, and Grace, who comes late, at the end', async () => {
    await goesOn(felicity);
    const people = [felicity, priya, otto];
    const first = await whoseTurn(people);
    await expect(first.page.getByRole('button', { name: 'Done', exact: true })).toBeVisible();
    await expect(first.page.getByRole('button', { name: /^I am ready/ })).toHaveCount(0);
    expect(await objections(first.page)).toEqual([]);
    await first.page.setViewportSize({ width: 320, height: 640 });
    expect(await widerThanThePage(first.page)).toBe(0);
    await first.page.setViewportSize({ width: 1280, height: 800 });
    await first.page.getByRole('button', { name: 'Later', exact: true }).click();
    await expect(order(first)).toContainText(['', '', 'You']);
    const second = await whoseTurn(people.filter((person) => person !== first));
    await second.page.getByRole('button', { name: 'Pass', exact: true }).click();
    await expect(second.page.getByRole('heading', { name: /has the turn$/ })).toBeFocused();
    const grace = await browserOf('grace');
    await grace.page.goto(room);
    await expect(order(first)).toContainText(['', '', 'You', 'Grace']);
    await expect(order(grace)).toHaveCount(4);
    const third = people.find((person) => person !== first && person !== second);
    await felicity.page.getByRole('button', { name: 'Next person' }).click();
    await expect(first.page.getByRole('heading', { name: 'It is your turn' })).toBeVisible();
    expect(third).toBeDefined();
    await first.page.getByRole('button', { name: 'Done', exact: true }).click();
    await expect(grace.page.getByRole('heading', { name: 'It is your turn' })).toBeVisible();
    await grace.page.getByRole('button', { name: 'Done', exact: true }).click();
    await expect(priya.page.getByRole('heading', { name: 'Everyone here has had their turn' })).toBeVisible();
    await grace.page.close();
  });

  await test.step('Felicity drops: nothing at first, then quiet words, and nobody may take over yet', async () => {
    await felicity.page.goto('about:blank');
    await expect(priya.page.getByText(/2 here/)).toBeVisible();
    await expect(priya.page.getByText('Felicity is reconnecting')).toHaveCount(0);
    await expect(
      priya.page.getByText('Felicity is reconnecting; the meeting goes on.'),
      'after ten seconds',
    ).toBeVisible({ timeout: 20_000 });
    await expect(priya.page.getByRole('button', { name: 'Take over' })).toHaveCount(0);
    const early = await priya.asks(`${room}/commands`, command(await rev(priya, room), 'take-over'));
    expect(early.status).toBe(422);
  });

  await test.step('after a minute Priya takes over, and everyone reads it', async () => {
    await soak.moveClockTo(new Date(Date.now() + 90_000));
    for (const { page } of [priya, otto])
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    expect(await objections(priya.page)).toEqual([]);
    await expect(priya.page.getByRole('button', { name: 'Take over' })).toBeVisible({ timeout: 20_000 });
    await priya.page.getByRole('button', { name: 'Take over' }).click();
    await expect(priya.page.getByText('You have taken over from Felicity.')).toBeVisible();
    await expect(otto.page.getByText('Priya has taken over from Felicity.')).toBeVisible();
    await expect(priya.page.getByRole('button', { name: 'Back', exact: true })).toBeVisible();
    expect(await objections(priya.page)).toEqual([]);
  });

  await test.step('Felicity is back, beside her; nothing changes until Priya hands back', async () => {
    await felicity.page.goto(room);
    await expect(felicity.page.getByText(/^Priya has taken over while you were away/)).toBeVisible();
    await expect(priya.page.getByText('You have taken over from Felicity.')).toBeVisible();
    await priya.page.getByRole('button', { name: 'Hand back to Felicity' }).click();
    await expect(otto.page.getByText('Felicity leads the meeting again.')).toBeVisible();
    await expect(priya.page.getByRole('button', { name: 'Back', exact: true })).toHaveCount(0);
    await expect(felicity.page.getByRole('button', { name: 'Back', exact: true })).toBeVisible();
  });

  await test.step('half an hour past its end, with nobody steering, it has paused itself and says why', async () => {
    await soak.moveClockTo(new Date(Date.now() + 100 * 60_000));
    for (const { page } of [felicity, otto])
      await expect(page.getByText('nobody had moved it for half an hour past its planned end')).toBeVisible({
        timeout: 40_000,
      });
    await expect(otto.page.getByRole('button', { name: 'End the meeting…' })).toHaveCount(0);
    expect(await objections(felicity.page)).toEqual([]);
    await felicity.page.getByRole('button', { name: 'Go on', exact: true }).click();
    await expect(otto.page.getByText('nobody had moved it')).toHaveCount(0);
  });
});

const order = ({ page }: Person) => page.getByRole('list', { name: 'The round, in its order' }).locator('li');

/** The one of these whose page says that it is their turn. */
async function whoseTurn(people: readonly Person[]): Promise<Person> {
  const mine = (person: Person) => person.page.getByRole('heading', { name: 'It is your turn' });
  await expect
    .poll(async () => (await Promise.all(people.map((person) => mine(person).count()))).includes(1))
    .toBe(true);
  for (const person of people) if (await mine(person).count()) return person;
  throw new Error('nobody has the turn');
}

async function roomOf(person: Person): Promise<string> {
  const { meetings } = (await person.asks(`/api/v1${review}`)).json() as { meetings: { id: string }[] };
  return `/meetings/${meetings.at(-1)?.id}`;
}

const rev = async (person: Person, room: string) =>
  ((await person.asks(`${room}/state.json`)).json() as { rev: number }).rev;

const command = (expectedRev: number, name: string): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ key: crypto.randomUUID(), expectedRev, command: name }),
});
