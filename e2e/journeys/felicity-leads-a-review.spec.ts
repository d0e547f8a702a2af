import { REVIEWS } from '#server/demo/content/ids.ts';
import { expect, type Person, test } from '../fixtures.ts';
import { connectsGithub, sendsWhatWasAgreed } from './github-words.ts';
import { captures, endsIt, goesOn, goOnTo, seals } from './room-words.ts';
import { AHEAD_MS, expectedEnd, keepsHoliday, opensEarly, saysThatTheyCame } from './soak-words.ts';

test.use({ workspaceOf: 'felicity' });

const review = `/reviews/${REVIEWS.evacuation}`;
const TO_DO = 'Grace will keep the list';
const IDEA = 'Keep a list of what starts at night.';

test('[S2] [S5] [A4] [T5] a whole review, from plan to work that is done: a late joiner, a soak lengthened by a holiday and opened early, and GitHub', async ({
  amir,
  felicity,
  otto,
  priya,
  grace,
  root,
  soak,
}) => {
  test.setTimeout(300_000);

  await test.step('Amir plans the meeting, with the agenda drafted from the write-up', async () => {
    await amir.page.goto(`${review}/meeting/plan`);
    const { day, time } = shortlyAfterNow();
    await amir.page.getByLabel('Day', { exact: true }).fill(day);
    await amir.page.getByLabel('Begins', { exact: true }).fill(time);
    await amir.page.getByLabel('Minutes', { exact: true }).first().fill('30');
    await amir.page.getByRole('group', { name: 'Facilitators' }).getByLabel('Felicity').check();
    await amir.page.getByRole('button', { name: 'Draft it anew from the write-up' }).click();
    await amir.page.getByRole('button', { name: /^(Plan|Keep)/ }).click();
    await expect(amir.page).toHaveURL(new RegExp(`${review}/meeting$`));
  });

  const room = await meetingOf(felicity, 'review');
  await test.step('Felicity starts; Priya and Otto are there', async () => {
    for (const person of [felicity, priya, otto]) await person.page.goto(room);
    await expect(felicity.page.getByText(/3 here/)).toBeVisible();
    await felicity.page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(priya.page.locator('#stage-title')).toContainText('purpose');
  });

  await test.step('the group moves, and what people keep is seen by all; a sealed idea is not', async () => {
    await captures(priya, 'Question', 'Who else keeps a calendar like support’s?');
    await felicity.page.getByRole('tab', { name: /^Captured/ }).click();
    await expect(felicity.page.getByRole('tabpanel').getByText('Who else keeps a calendar')).toBeVisible();
    await seals(otto, IDEA);
    const stage = await moveOnce(felicity);
    await expect(priya.page.locator('#stage-title')).toContainText(stage);
    await expect(otto.page.locator('#stage-title')).toContainText(stage);
    for (const person of [felicity, priya]) expect(await person.page.content()).not.toContain(IDEA);
  });

  await test.step('Grace comes late, lands with the group and reads where it is', async () => {
    await soak.moveClockTo(new Date(Date.now() + AHEAD_MS));
    await grace.page.goto(room);
    const card = grace.page.getByLabel('Where we are');
    await expect(card).toContainText('Welcome.');
    await expect(card).toContainText('Who else keeps a calendar');
    expect(await grace.page.content()).not.toContain(IDEA);
  });

  await test.step('nothing becomes an item here', async () => {
    const answer = await felicity.asks(
      `${room}/commands`,
      command({ command: 'unseal', expectedRev: await rev(felicity, room) }),
    );
    expect(answer.status).toBe(422);
  });

  await test.step('Felicity ends it, and it soaks, one day longer for a holiday', async () => {
    const holiday = await keepsHoliday(root);
    const before = Date.now();
    await endsIt(felicity);
    await expect(felicity.page.getByRole('link', { name: 'Plan the action session' })).toBeVisible();
    await expect(priya.page.getByText('Thank you for coming')).toBeVisible();
    await priya.page.getByRole('button', { name: 'Don’t record me' }).click();
    await expect(priya.page.getByRole('button', { name: 'Note it after all' })).toBeFocused();
    await expect(priya.page.getByRole('link', { name: 'Plan the action session' })).toHaveCount(0);
    await felicity.page.goto(`${review}/actions`);
    const end = await felicity.page.locator('h1 time').getAttribute('datetime');
    // it may have become midnight meanwhile
    expect([expectedEnd(before, holiday), expectedEnd(Date.now(), holiday)]).toContain(end?.slice(0, 10));
  });

  await test.step('Otto says that he came, says it otherwise, and takes it back; of Priya nothing is kept', async () => {
    await otto.page.goto(room);
    await saysThatTheyCame(otto);
    await priya.page.goto(review);
    await priya.page.getByText('Not at the meeting? Note that you read it').click();
    await priya.page.getByRole('button', { name: 'Don’t record me' }).click();
    await expect(priya.page.getByRole('button', { name: 'Don’t record me' })).toBeHidden();
    for (const person of [otto, priya]) {
      const own = (await person.asks('/profile/mine.json')).json() as { data: Record<string, object[]> };
      expect(JSON.stringify(own.data.attendance ?? [])).not.toContain(room.slice('/meetings/'.length));
    }
  });

  await test.step('meanwhile ideas are sealed', async () => {
    await otto.page.goto(`${review}/actions`);
    await expect(otto.page.getByText(IDEA)).toBeVisible();
    await priya.page.goto(`${review}/actions`);
    await expect(priya.page.locator('h1')).toContainText('Soaking until');
    expect(await priya.page.content()).not.toContain(IDEA);
  });

  await test.step('the action session waits for the soak, whoever asks', async () => {
    await planSession(amir);
    const session = await meetingOf(felicity, 'action');
    const early = await felicity.asks(`${session}/commands`, command({ command: 'start', expectedRev: 0 }));
    expect(early.status).toBe(422);
    expect(early.json()).toHaveProperty('refused');
  });

  const reason = await test.step('early opening is refused, then given with its reason', () =>
    opensEarly(felicity, review, priya));

  await test.step('the ideas open together, one is decided, and the review is done', async () => {
    const session = await meetingOf(felicity, 'action');
    for (const person of [felicity, otto]) await person.page.goto(session);
    // its planned time is days away, so its room is not open by itself
    await felicity.page.getByRole('button', { name: 'Open the room' }).click();
    await felicity.page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(felicity.page.locator('#stage-title')).toHaveText('What we learned');
    await goOnTo(felicity, 'Open the ideas');
    await felicity.page.getByRole('button', { name: 'Open them, all at once' }).click();
    await felicity.page.getByRole('button', { name: 'Open them all' }).click();
    await expect(otto.page.getByText(IDEA)).toBeVisible();
    await goOnTo(felicity, 'Decide on each');
    await decideToDo(felicity);
    await goOnTo(felicity, 'How we end');
    await felicity.page.getByLabel(/^What we decided/).check();
    await felicity.page.getByRole('button', { name: 'Write it down' }).click();
    await endsIt(felicity);
    await priya.page.goto(`${review}/actions`);
    await expect(priya.page.locator('h1')).toContainText('One thing to do');
    await expect(priya.page.getByText(TO_DO)).toBeVisible();
    await expect(priya.page.getByLabel('Opened early')).toContainText(reason);
  });

  await test.step('it goes to GitHub, and comes back as done', async () => {
    const github = await connectsGithub(root);
    await sendsWhatWasAgreed(felicity, { github, review, title: TO_DO });
    await github.close();
  });
});

async function decideToDo({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: new RegExp(IDEA) }).click();
  await page.getByLabel('What will be done').fill(TO_DO);
  await page.getByLabel('Owner', { exact: true }).selectOption({ label: 'Grace' });
  await page.getByLabel('Finding it answers').selectOption({ label: 'The report that is on no list' });
  await page.getByLabel('Reason', { exact: true }).fill('One person knew. Now two do.');
  await page
    .getByLabel('What would show that it worked')
    .fill('At the next move nobody stops it from memory.');
  await page.getByRole('button', { name: 'Keep this item' }).click();
  await expect(page.getByText('One person knew. Now two do.')).toBeVisible();
}

/** Next, once; gives the title of the stage everyone is in now. */
async function moveOnce(person: Person): Promise<string> {
  const title = person.page.locator('#stage-title');
  const before = (await title.textContent()) ?? '';
  await goesOn(person);
  await expect(title).not.toHaveText(before);
  return (await title.textContent()) ?? '';
}

/** On the day and at the time the form proposes: where the soak ends. */
async function planSession({ page }: Person): Promise<void> {
  await page.goto(`${review}/meeting/plan?kind=action`);
  await page.getByRole('group', { name: 'Facilitators' }).getByLabel('Felicity').check();
  await page.getByRole('button', { name: /^(Plan|Keep)/ }).click();
  await expect(page).toHaveURL(new RegExp(`${review}/meeting$`));
}

interface Listed {
  meetings: { id: string; kind: string; rev: number }[];
}
const listed = async (person: Person) => (await person.asks(`/api/v1${review}`)).json() as Listed;

async function meetingOf(person: Person, kind: 'review' | 'action'): Promise<string> {
  const meeting = (await listed(person)).meetings.find((each) => each.kind === kind);
  expect(meeting, `a planned ${kind} meeting`).toBeDefined();
  return `/meetings/${meeting?.id}`;
}

const rev = async (person: Person, room: string) =>
  (await listed(person)).meetings.find((each) => room.endsWith(each.id))?.rev ?? 0;

const command = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ key: crypto.randomUUID(), ...body }),
});

/** The program runs in UTC, and so does everyone's profile here. */
function shortlyAfterNow(): { day: string; time: string } {
  const start = new Date(Date.now() + 3 * 60_000).toISOString();
  return { day: start.slice(0, 10), time: start.slice(11, 16) };
}
