import { REVIEWS } from '#server/demo/content/ids.ts';
import { DEMO_PASSWORD } from '#server/demo/demo-people.ts';
import { objections } from '../axe.ts';
import { expect, type Person, test } from '../fixtures.ts';
import { choosesFace, goesTo, pictures, seals } from './room-words.ts';
import { isSaved, savedState, types } from './writing-words.ts';

test.use({ workspaceOf: 'help-for-the-facilitator' });

test('three ideas for fixes bring one card to the facilitator alone; a question by the moment’s kind is shown to all', async ({
  felicity,
  otto,
}) => {
  const room = await roomOf(felicity);
  await felicity.page.goto(room);
  await felicity.page.getByRole('button', { name: 'Start', exact: true }).click();
  const asked: string[] = [];
  felicity.page.on('request', (request) => asked.push(request.postData() ?? ''));
  const load = felicity.page.getByRole('button', { name: /^Go to Load/ });
  const stage = ((await load.textContent()) ?? '').replace('Go to ', '').trim();
  await load.click();
  // a look at the agenda moves nobody
  await expect(felicity.page.getByRole('button', { name: `${stage} Press again to go` })).toBeVisible();
  await felicity.page.locator('summary', { hasText: 'More' }).click();
  await felicity.page.getByRole('button', { name: /^On to “/ }).click();
  await expect(felicity.page.getByRole('button', { name: /^Press again to go on to “/ })).toBeVisible();
  await felicity.page.keyboard.press('Escape');
  expect(asked.filter((body) => /"command":"(go|next)"/.test(body))).toEqual([]);
  await goesTo(felicity, stage);
  await otto.page.goto(room);
  await expect(otto.page.getByText(/^2 here/)).toBeVisible();
  await otto.page.getByRole('button', { name: /^Lost\?/ }).click();
  await otto.page.getByLabel('A word to explain').fill('WAL');
  await otto.page.getByRole('button', { name: 'What does it mean?' }).click();
  await expect(otto.page.locator('.thanks')).toContainText('without your name');
  for (const words of [
    'Show the host in the prompt.',
    'Two people for deletions.',
    'Test the copies weekly.',
  ])
    await seals(otto, words);

  const help = felicity.page.getByRole('region', { name: 'Help with pitfalls' });
  await expect(help.getByRole('status')).toHaveText('Several ideas for fixes came in ten minutes.');
  // one at most, and never to those who do not lead
  expect(await help.locator('.card').count()).toBe(1);
  await expect(otto.page.getByText('Help with pitfalls')).toHaveCount(0);
  expect(await otto.page.content()).not.toContain('came in ten minutes');
  const heard = (await otto.asks(`${room}/state.json`)).text;
  expect(heard).not.toContain('jumping-to-fixes');
  expect(await objections(felicity.page)).toEqual([]);

  // beside the wall the same card stands, with what people let a lead know, and the way to pause and end
  await choosesFace(felicity.page, 'Companion');
  await expect(help.locator('.card')).toBeVisible();
  await expect(felicity.page.locator('.companion .signals')).toHaveText('Please explain “WAL”.', {
    timeout: 30_000,
  });
  await felicity.page.locator('.bar summary', { hasText: 'More' }).click();
  for (const name of ['Pause the meeting', 'End the meeting…'])
    await expect(felicity.page.getByRole('button', { name })).toBeVisible();
  expect(await objections(felicity.page)).toEqual([]);
  await felicity.page.keyboard.press('Escape');

  // every key it lists acts here, though no queue stands beside it
  await felicity.page.keyboard.press('o');
  await expect(otto.page.getByText('The queue is closed for now.')).toBeVisible();
  await felicity.page.keyboard.press('o');
  await expect(otto.page.getByText('Nobody is waiting to speak.')).toBeVisible();
  await felicity.page.keyboard.press('?');
  const keys = felicity.page.getByRole('dialog', { name: 'Keys of this room' });
  await expect(keys).toContainText('Open or close the queue');
  await expect(keys).not.toContainText('One minute more');
  await keys.getByRole('button', { name: 'Close' }).click();
  await choosesFace(felicity.page, 'Whole room');

  // the sign lasts; what was said once is not said again by a reload
  await help.getByRole('button', { name: 'Said it' }).click();
  await felicity.page.reload();
  const byHand = help.getByRole('button', { name: 'Jumping to fixes' });
  await expect(byHand).toHaveAttribute('aria-expanded', 'false');
  await byHand.click();
  await help.getByRole('button', { name: 'Never show me this one' }).click();
  await felicity.page.reload();
  await expect(help.getByRole('button', { name: 'Jumping to fixes' })).toBeVisible();
  await expect(help.locator('.card')).toHaveCount(0);

  // asked for by hand it is there all the same, with its one tap
  await help.getByRole('button', { name: 'Loudest voice' }).click();
  await pictures(felicity.page, 'loudest-voice');
  await help.getByRole('button', { name: 'Write first, in silence' }).click();
  await expect(felicity.page.getByText('“A few minutes in silence” comes next.')).toBeVisible();
  await help.getByRole('button', { name: 'Quick agreement' }).click();
  await help.getByRole('button', { name: 'Ask for a different view' }).click();
  await expect(felicity.page.getByText('“Who sees it differently?” comes next.')).toBeVisible();

  // a note to herself and whoever leads with her stays at its stage, while she types too
  await felicity.page
    .getByRole('button', { name: /^(Write notes for this stage|Change these notes)$/ })
    .click();
  const notes = felicity.page.getByLabel(`Notes for “${stage}”`);
  await expect(notes).toBeFocused();
  await notes.fill('Otto saw it first.');
  await felicity.page.reload();
  await expect(notes).toHaveValue('Otto saw it first.');
  await felicity.page.getByRole('button', { name: 'Keep them' }).click();
  await expect(felicity.page.locator('.left .private').first()).toContainText('Otto saw it first.');
  await expect(felicity.page.getByRole('button', { name: 'Change these notes' })).toBeFocused();
  expect((await otto.asks(`${room}/state.json`)).text).not.toContain('Otto saw it first.');

  const question = 'What were you trying to keep safe?';
  await felicity.page.getByRole('button', { name: `Show to all: ${question}` }).click();
  await expect(otto.page.locator('.stage .prompt')).toHaveText(question);
  await expect(otto.page.getByRole('button', { name: /^Show to all/ })).toHaveCount(0);

  // brought along once, and Esc goes back to where he was looking
  await otto.page.getByText('Look around').first().click();
  await otto.page.locator('.look-at .item').nth(2).click();
  await expect(otto.page.locator('.around')).toContainText('You are looking around.');
  await felicity.page.getByRole('button', { name: 'Bring everyone' }).click();
  await expect(otto.page.locator('.around')).toContainText('The facilitator brought everyone here.');
  await otto.page.locator('#stage-title').focus();
  await otto.page.keyboard.press('Escape');
  await expect(otto.page.locator('.around')).toContainText('You are looking around.');
});

test('[C7] a fix typed into live notes can be sealed, which takes it out of them, or left; nothing waits for the answer', async ({
  felicity,
  amir,
}) => {
  const { page } = amir;
  await page.goto(await roomOf(felicity));
  await expect(page).toHaveTitle(/^Load, and a story that fitted · /);
  await page.getByRole('button', { name: 'Write here' }).first().click();
  const notes = page.getByRole('textbox', { name: 'Words of this moment' });
  await notes.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' We should fix the prompt. And on we went.');
  const offer = page.locator('.fix-offer');
  await expect(offer).toContainText('“We should fix the prompt.”');
  await page.keyboard.type(' Still typing.');
  await expect(notes).toContainText('We should fix the prompt. And on we went. Still typing.');
  await offer.getByRole('button', { name: 'Seal it' }).click();
  await expect(page.locator('.remark')).toHaveText('Thank you. Sealed, and taken out of the notes.');
  await expect(notes).not.toContainText('We should fix');
  await expect(notes).toContainText('And on we went. Still typing.');
  await expect(offer).toHaveCount(0);

  await notes.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' TODO: ask Otto.');
  await offer.getByRole('button', { name: 'Leave it here' }).click();
  await expect(offer).toHaveCount(0);
  await expect(notes).toContainText('TODO: ask Otto.');
});

test('[P7] [K5] live notes carry comments along, and go on after a new sign-in, in place; who may no longer write is told where they were writing', async ({
  felicity,
  amir,
  grace,
  otto,
  workspace,
}) => {
  const room = await roomOf(felicity);
  await otto.page.goto(room);
  await otto.page.getByRole('button', { name: 'Write here' }).first().click();
  await types(otto, notesOf(otto), ' By Otto.');
  await isSaved(otto);
  await amir.page.goto(`/reviews/${REVIEWS.wrongHost}/about`);
  await amir.page.getByLabel(/everyone in the room may write/).uncheck();
  await amir.page.getByRole('button', { name: 'Keep these facts' }).click();
  const told = otto.page.locator('.stage .connection-notice');
  await expect(told).toHaveText('You may no longer write here. All you wrote is saved.', { timeout: 15_000 });
  await expect(otto.page.locator('.stage')).toContainText('By Otto.');
  await expect(otto.page.locator('[contenteditable="true"]')).toHaveCount(0);
  expect(await objections(otto.page)).toEqual([]);

  amir.mayHear(/401|WebSocket/);
  const { page, context } = amir;
  await page.goto(room);
  // who never wrote has lost nothing, and is told nothing
  await expect(page.locator('.connection-notice')).toHaveCount(0);
  const commented = await comments(grace, 'of production is taken by hand');
  const known = page.waitForResponse((answer) => answer.url().includes('/comments.json'));
  await page.getByRole('button', { name: 'Write here' }).first().click();
  await known;
  // among the words of her comment, and before them: with the anchor she made neither end would hold
  await types(amir, notesOf(amir), ' Before.');
  await caretAt(amir, 'A snapshot of production is ');
  await page.keyboard.type('quite ');
  await caretAt(amir, 'A snapshot ');
  await page.keyboard.press('Enter');
  await expect.poll(commented).toBe('of production is quite taken by hand');
  await isSaved(amir);
  expect((await amir.asks('/sign-out', { method: 'POST' })).status).toBe(303);
  workspace.cookies.delete('amir');
  const bar = page.locator('.connection');
  await expect(bar).toContainText('You are signed out.', { timeout: 15_000 });
  await types(amir, notesOf(amir), ' And after.');
  await expect(savedState(amir)).toHaveText('Offline, kept here');
  expect(await objections(page)).toEqual([]);
  const opened = context.waitForEvent('page');
  await bar.getByRole('link', { name: 'Sign in' }).click();
  const signIn = await opened;
  await signIn.getByLabel('E-mail').fill('amir@demo.test');
  await signIn.getByLabel('Password').fill(DEMO_PASSWORD);
  await signIn.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(signIn).toHaveURL(/\/$/);
  await signIn.close();
  await bar.getByRole('button', { name: 'go on here' }).click();
  await isSaved(amir);
  await expect(bar).toHaveCount(0);
  await expect(notesOf(amir)).toBeFocused();
  await felicity.page.goto(room);
  await expect(felicity.page.locator('.stage')).toContainText('Before. And after.');
});

const notesOf = ({ page }: Person) => page.getByRole('textbox', { name: 'Words of this moment' });

/** Begins a comment on words of the write-up; answers which words it is on now. */
async function comments(person: Person, words: string): Promise<() => Promise<string | undefined>> {
  const review = `/reviews/${REVIEWS.wrongHost}`;
  const { text } = await person.asks(review);
  const [, key, before = ''] = new RegExp(`data-words="([^"]+)"[^>]*>([^<]*)${words}`).exec(text) ?? [];
  const at = (offset: number) => ({ key, offset: before.length + offset });
  const on = { about: 'words', from: at(0), to: at(words.length), words };
  const sent = await person.asks(`${review}/comments.json`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ do: 'begin', id: crypto.randomUUID(), on, text: 'By hand?' }),
  });
  const { thread } = sent.json() as { thread: string };
  return async () => {
    const now = (await person.asks(`${review}/comments.json`)).json() as { threads: Thread[] };
    const kept = now.threads.find(({ id }) => id === thread);
    return kept?.at ? kept.anchor.words : 'on words since taken out';
  };
}

interface Thread {
  id: string;
  at: object | null;
  anchor: { words: string };
}

/** Behind these words, with which the notes begin. */
async function caretAt({ page }: Person, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Home');
  for (const _ of words) await page.keyboard.press('ArrowRight');
}

async function roomOf(person: Person): Promise<string> {
  const answer = await person.asks(`/api/v1/reviews/${REVIEWS.wrongHost}`);
  const { meetings } = answer.json() as { meetings: { id: string }[] };
  return `/meetings/${meetings[0]?.id}`;
}
