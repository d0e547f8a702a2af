import { REVIEWS } from '#server/demo/content/ids.ts';
import { objections } from '../axe.ts';
import { expect, type Person, test } from '../fixtures.ts';
import { goesTo } from './room-words.ts';

test.use({ workspaceOf: 'nothing-to-do' });

const review = `/reviews/${REVIEWS.imagesGone}`;
const SECRET = 'Canary: ask the catalogue how many there are.';

const HALF = 'And ask the shops whether';
const ANSWERED = 'Nine months of drift';
const DONE = 'It has been on the list since the summer.';

test('[C6] [C7] [S10] [S11] an idea is closed at every door, opens unsigned, and the session ends with nothing to do', async ({
  felicity,
  otto,
  priya,
  root,
  soak,
}) => {
  test.setTimeout(180_000);
  const room = await sessionOf(felicity);

  await test.step('Otto seals an idea and withholds his name', async () => {
    await otto.page.goto(`${review}/actions`);
    await otto.page.getByLabel('Another idea, while it is fresh').fill(SECRET);
    await otto.page.getByLabel(/^Withhold my name/).check();
    await otto.page.getByRole('button', { name: 'Seal it' }).click();
    await expect(otto.page.getByText(SECRET)).toBeVisible();
    await otto.page.getByLabel('Another idea, while it is fresh').fill(HALF);
  });

  await test.step('no door gives its words to anyone else, the administrator included', async () => {
    const doors = ['/', '/library', '/library?words=catalogue', '/api/v1/reviews', `/api/v1${review}`];
    const pages = [
      '',
      '/actions',
      '/meeting',
      '/people',
      '/evidence',
      '/timeline',
      '/export.md',
      '/export.html',
      '/export.json',
    ];
    const rooms = ['', '/state.json', '/session.json', '/record', '/now'];
    const paths = [...doors, ...pages.map((page) => review + page), ...rooms.map((each) => room + each)];
    for (const person of [root, priya, felicity])
      for (const path of paths)
        expect((await person.asks(path)).text, `${person.name} at ${path}`).not.toContain('Canary');
    expect(soak.output()).not.toContain('Canary');
  });

  await test.step('after the soak Felicity opens the ideas; nobody can tell whose this one was', async () => {
    await soak.moveClockTo(await soakEnd(felicity));
    for (const person of [felicity, priya]) await person.page.goto(room);
    await felicity.page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(priya.page.locator('#stage-title')).toContainText('What we learned');
    await goOnTo(felicity, 'Open the ideas');
    await felicity.page.getByRole('button', { name: 'Open them, all at once' }).click();
    await felicity.page.getByRole('button', { name: 'Open them all' }).click();
    const shown = priya.page.locator('.opened li').filter({ hasText: 'Canary' });
    await expect(shown).toContainText('unsigned');
    await expectNoObjections(priya);
    // what Otto had half typed when they were opened is still his to say
    await otto.page.goto(`${review}/actions`);
    await expect(otto.page.locator('.came-late')).toContainText(HALF);
    await expect(otto.page.getByRole('link', { name: 'Enter the room' })).toBeVisible();
    await expectNoObjections(otto);
    await otto.page.getByRole('button', { name: 'Throw it away' }).click();
    await expect(otto.page.locator('.came-late')).toHaveCount(0);
  });

  await test.step('one idea is noted as done already, another is decided on, none to do', async () => {
    await goOnTo(felicity, 'Put alike together');
    await felicity.page.getByLabel('Under the heading').first().fill('Lists');
    await felicity.page.getByRole('button', { name: 'Put it there' }).first().click();
    await expect(priya.page.getByRole('heading', { name: 'Lists' })).toBeVisible();
    await goOnTo(felicity, 'Decide on each');
    await leavesAndComesBack(felicity, /Canary/, 'Half a reason, and', () => seesWhatBears(priya));
    await decide(felicity, /Canary/, 'No', 'The catalogue says so itself since the summer.');
    await expect(priya.page.getByText('The catalogue says so itself')).toBeVisible();
    await felicity.page.getByRole('button', { name: 'Keep this item' }).waitFor({ state: 'detached' });
    await notesAsDone(felicity, priya);
    await expectNoObjections(felicity);
  });

  await test.step('it ends with nothing to do, for a reason', async () => {
    await goOnTo(felicity, 'How we end');
    await asksBeforeItEndsWithout(felicity);
    await felicity.page.getByLabel(/^Nothing to do/).check();
    await felicity.page
      .getByLabel('The reason')
      .fill('People rolled forward within ninety minutes, as prepared.');
    await felicity.page.getByRole('button', { name: 'Write it down' }).click();
    await expect(priya.page.getByText('The review is done')).toBeVisible();
    await otto.page.goto(`${review}/actions`);
    await expect(otto.page.locator('h1')).toHaveText('Nothing to do: this is the incident we want');
    await expect(otto.page.getByText('as prepared.')).toBeVisible();
    const { state } = (await otto.asks(`/api/v1${review}`)).json() as { state: string };
    expect(state).toBe('done');
  });
});

async function goOnTo(person: Person, stage: string): Promise<void> {
  await goesTo(person, stage);
  await expect(person.page.locator('#stage-title')).toHaveText(stage);
}

/** What is written about an idea waits with it, through the next idea and through a reload. */
async function leavesAndComesBack(
  { page }: Person,
  idea: RegExp,
  half: string,
  whileOpen: () => Promise<void>,
): Promise<void> {
  const reason = page.getByLabel('Reason', { exact: true });
  await opensIdea(page, idea);
  const bearing = page.locator('.bearing h3').first();
  await page.getByLabel('Finding it answers').selectOption({ label: ANSWERED });
  await expect(bearing).toHaveText(ANSWERED);
  await page.locator('.idea-form').getByText('Not now', { exact: true }).click();
  await reason.fill(half);
  await page.getByRole('button', { name: /^(Next idea|Close it)$/ }).click();
  // what bore on it does not bear on the next, and is there again with it
  await expect(bearing).not.toHaveText(ANSWERED);
  await opensIdea(page, idea);
  await expect(reason).toHaveValue(half);
  await expect(bearing).toHaveText(ANSWERED);
  await page.reload();
  await expect(reason).toHaveValue(half);
  await expect(page.getByRole('radio', { name: 'Not now' })).toBeChecked();
  await expect(bearing).toHaveText(ANSWERED);
  await whileOpen();
  await page.getByRole('button', { name: /^(Next idea|Close it)$/ }).click();
}

/** On everybody's screen before anything is decided; a companion has no floor, there it stands under the idea. */
async function seesWhatBears(person: Person): Promise<void> {
  const { page } = person;
  const as = async (face: string) => {
    await page.evaluate((kept) => localStorage.setItem('soak.room-face', kept), face);
    await page.reload();
  };
  await expect(page.locator('.bearing h3').first()).toHaveText(ANSWERED);
  await as('companion');
  await expect(page.locator('.it.open .bearing h3').first()).toHaveText(ANSWERED);
  await expectNoObjections(person);
  await as('full');
}

/** At the last stage Next has become End, which says that no ending is written down; what was typed stays. */
async function asksBeforeItEndsWithout({ page }: Person): Promise<void> {
  await page.getByLabel(/^Nothing to do/).check();
  await page.getByLabel('The reason').fill('Half an ending');
  await expect(page.getByRole('button', { name: /^Next/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'End…' }).click();
  const dialog = page.getByRole('dialog', { name: 'End the session?' });
  await expect(dialog.locator('p').first()).toContainText('No ending is written down yet.');
  await dialog.getByRole('button', { name: 'Not now' }).click();
  await expect(page.getByLabel('The reason')).toHaveValue('Half an ending');
}

/** Noted as done already an idea closes, with the fact beside it; it can be taken back, and its words then stand in the form again. */
async function notesAsDone({ page }: Person, other: Person): Promise<void> {
  const next = page.getByRole('button', { name: 'Open the next idea' });
  const note = page.getByRole('button', { name: 'Note this fact' });
  await next.click();
  await expect(page.locator('article[aria-current]').filter({ hasNotText: 'Canary' })).toBeVisible();
  await page.locator('.idea-form').getByText('Already done', { exact: true }).click();
  await page.getByLabel('What has been done, and since when').fill(DONE);
  await note.click();
  await expect(note).toBeHidden();
  const settled = page.locator('article.it').filter({ hasText: DONE });
  await expect(settled).toContainText('Already done.');
  await settled.getByRole('button').click();
  await page.getByRole('button', { name: 'It is not done after all' }).click();
  await expect(page.getByLabel('What has been done, and since when')).toHaveValue(DONE);
  await expect(page.locator('article[aria-current] > .d')).toHaveCount(0);
  await note.click();
  await expect(note).toBeHidden();
  await expect(other.page.getByText(DONE)).toHaveCount(1);
}

/** Until it has come, the form of the idea before still stands there. */
async function opensIdea(page: Person['page'], idea: RegExp): Promise<void> {
  await page.getByRole('button', { name: idea }).click();
  await expect(page.locator('article[aria-current]')).toContainText(idea);
}

async function decide({ page }: Person, idea: RegExp, decision: string, reason: string): Promise<void> {
  await opensIdea(page, idea);
  await page.getByText(decision, { exact: true }).click();
  await page.getByLabel('Reason', { exact: true }).fill(reason);
  await page.getByRole('button', { name: 'Keep this decision' }).click();
}

async function expectNoObjections({ page }: Person): Promise<void> {
  expect(await objections(page)).toEqual([]);
}

async function sessionOf(person: Person): Promise<string> {
  const { meetings } = (await person.asks(`/api/v1${review}`)).json() as {
    meetings: { id: string; kind: string }[];
  };
  const session = meetings.find(({ kind }) => kind === 'action');
  expect(session).toBeDefined();
  return `/meetings/${session?.id}`;
}

async function soakEnd({ page }: Person): Promise<Date> {
  await page.goto(`${review}/actions`);
  return new Date((await page.locator('h1 time').getAttribute('datetime')) ?? '');
}
