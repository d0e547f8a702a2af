import type { Locator } from '@playwright/test';
import { objections, widerThanThePage } from '../axe.ts';
import { expect, type Person, test } from '../fixtures.ts';
import { A, BLOCK, begins, bringsIntoView, FIRST, OTTOS, selects, threadOf } from './comment-words.ts';
import { isSaved, opens } from './writing-words.ts';

const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };
const QUOTE = 'Removing them brought the load down';

test('[K1] [K4] [K5] Grace comments while reading, Amir answers while writing, Priya is named, splits the words, and it stays with them', async ({
  grace,
  amir,
  priya,
}) => {
  await opens(amir, A);
  await grace.page.goto(A);
  const field = grace.page.getByRole('textbox', { name: 'Your comment' });
  await begins(grace, FIRST);
  const loses = await losesTheAnswer(grace);
  await field.fill('This one is kept.');
  await field.press('Control+Enter');
  await expect(grace.page.locator('.comment-form')).toContainText('Not sent: there is no connection.');
  await loses.stop();
  await field.press('Escape');

  // what was kept after all stays on its words, and the next one is another
  await begins(grace, QUOTE);
  await field.fill('Was it “soon” in the call too, ');
  await field.press('End');
  await field.pressSequentially('@Pri');
  await expect(grace.page.getByRole('option', { name: 'Priya' })).toBeVisible();
  await field.press('Enter');
  await expect(field).toHaveValue(/@Priya $/);
  await field.press('Control+Enter');
  await expect(noteOf(grace)).toContainText('Was it “soon” in the call too');
  await expect(noteOf(grace).locator('.comment')).toHaveCount(1);
  const { id } = (await threads(grace))[0] ?? { id: '' };
  const wordsOf = ({ page }: Person) => page.locator(`[data-thread~="${id}"]`);
  await expect(wordsOf(grace)).toHaveText(QUOTE);
  const kept = grace.page.locator('.margin-notes .thread', { hasText: 'This one is kept.' });
  await expect(kept.locator('.comment')).toHaveCount(1);
  await expect(grace.page.locator('mark.commented', { hasText: FIRST })).toHaveCount(1);

  // live, in the editor, level with its words
  await expect(noteOf(amir)).toContainText('Was it “soon” in the call too');
  await bringsIntoView(amir);
  await expect(wordsOf(amir)).toHaveText(QUOTE);
  await expect.poll(() => apart(noteOf(amir), wordsOf(amir))).toBeLessThan(60);
  // he writes on before them, and answers: on the page Grace reads the very same words stay marked
  await amir.page.getByText(BLOCK).click();
  await amir.page.keyboard.press('Home');
  await amir.page.keyboard.type('As far ');
  await amir.page.keyboard.press('Shift+Home');
  await expect(amir.page.getByRole('button', { name: 'Comment', exact: true })).toBeVisible();
  await amir.page.keyboard.press('Control+Alt+m');
  await expect(amir.page.getByRole('textbox', { name: 'Your comment' })).toBeFocused();
  await amir.page.keyboard.press('Escape');
  await amir.page.keyboard.type('as we know: ');
  await expect(amir.page.getByText('As far as we know: ')).toBeVisible();
  await isSaved(amir);
  await noteOf(amir).getByRole('button', { name: 'Answer' }).click();
  await amir.page.getByRole('textbox', { name: 'Your answer' }).fill('Nobody in the call could see it.');
  await noteOf(amir).locator('form').getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(noteOf(grace)).toContainText('Nobody in the call could see it.');
  await expect(wordsOf(grace)).toHaveText(QUOTE);

  // the one who was named finds it on her day
  await priya.page.goto('/');
  await priya.page.getByRole('link', { name: /Grace names you: “Was it “soon”/ }).click();
  await expect(noteOf(priya)).toHaveClass(/in-hand/);
  await expect(noteOf(priya).locator('.new').first()).toBeVisible();
  await opens(priya, A);
  await bringsIntoView(priya);
  await priya.page.getByText(BLOCK).click();
  await caretInto(wordsOf(priya), 9);
  await priya.page.keyboard.press('Enter');
  for (const person of [priya, amir]) {
    await expect(wordsOf(person)).toHaveText(['Removing ', 'them brought the load down']);
    await expect(noteOf(person)).not.toContainText('taken out');
  }
  await isSaved(priya);
  await expect
    .poll(async () => ((await threads(grace))[0]?.anchor?.words ?? '').replace(/\s+/g, ' '))
    .toBe(QUOTE);
  await grace.page.reload();
  await expect(wordsOf(grace).first()).toHaveText('Removing ');

  // the sentence is whole again, and then it is settled
  await priya.page.keyboard.press('Control+z');
  await expect(amir.page.locator('.ProseMirror p', { hasText: QUOTE })).toBeVisible();
  // Priya's caret may stand among them, and then they are marked in two pieces
  await expect.poll(async () => (await wordsOf(amir).allTextContents()).join('')).toBe(QUOTE);
  await noteOf(grace).getByRole('button', { name: 'Resolve' }).click();
  await expect(noteOf(grace)).toHaveCount(0);
  await expect(wordsOf(amir)).toHaveCount(0);
  await grace.page.getByRole('link', { name: /^Comments/ }).click();
  const list = grace.page.getByRole('dialog', { name: 'Comments' });
  const own = list.getByRole('article').filter({ hasText: 'Was it “soon” in the call too' });
  await expect(own).toContainText('Resolved by Grace.');
  expect(await objections(grace.page)).toEqual([]);
  await own.getByRole('button', { name: 'Open it again' }).click();
  await expect(own).not.toContainText('Resolved by');
});

test('[K1] on a phone the comment is written and read in a sheet', async ({ browserOf }) => {
  const otto = await browserOf('otto', { ...phone, reducedMotion: 'reduce' });
  await otto.page.goto(A);
  await selects(otto, OTTOS);
  await otto.page.getByRole('button', { name: 'Comment', exact: true }).click();
  const sheet = otto.page.getByRole('dialog', { name: 'Comments' });
  const field = sheet.getByRole('textbox', { name: 'Your comment' });
  await field.pressSequentially('It was ours');
  // a finger beside the sheet, and other words chosen by mistake: what was typed waits
  await otto.page.mouse.click(195, 20);
  await expect(sheet).toBeHidden();
  await otto.page.reload();
  await selects(otto, OTTOS);
  await otto.page.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(field).toHaveValue('It was ours');
  await field.pressSequentially(', too.');
  await sheet.getByRole('button', { name: 'Comment', exact: true }).click();
  await otto.page.locator('mark.commented', { hasText: OTTOS }).click();
  await expect(sheet).toContainText('It was ours, too.');
  await expect(sheet).toContainText(`on “${OTTOS}”`);
  expect(await objections(otto.page)).toEqual([]);
  expect(await widerThanThePage(otto.page)).toBe(0);
  const own = sheet.getByRole('article').filter({ hasText: 'It was ours' });
  await own.getByRole('button', { name: 'Edit' }).click();
  await expect(field).toHaveValue('It was ours, too.');
  await field.fill('It was ours, for a year.');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(own).toContainText('edited');
  await own.getByRole('button', { name: 'Answer' }).click();
  await expect(sheet.getByRole('textbox', { name: 'Your answer' })).toHaveValue('');
  await sheet.getByRole('button', { name: 'Not now' }).click();
  // shown there, one goes on reading there
  await sheet
    .locator('li', { hasText: 'It was ours, for a year' })
    .getByRole('button', { name: /^Show it in/ })
    .click();
  await expect(otto.page.locator('mark.commented', { hasText: OTTOS })).toBeFocused();
  await otto.page.locator('mark.commented', { hasText: OTTOS }).click();
  await own.getByRole('button', { name: 'Take back' }).click();
  await otto.page.getByRole('button', { name: 'Take it back' }).click();
  await expect(sheet).not.toContainText('It was ours');
  await expect(otto.page.locator('mark.commented', { hasText: OTTOS })).toHaveCount(0);
});

test('[K1] [K2] a reader without scripts comments on a finding and on a section; answers are a form too', async ({
  browserOf,
}) => {
  const vera = await browserOf('vera', { javaScriptEnabled: false });
  await vera.page.goto(A);
  const finding = vera.page.locator('article.finding').first();
  const title = (await finding.getByRole('heading').first().textContent()) ?? '';
  await finding.getByRole('link', { name: `Comment on ${title}` }).click();
  await vera.page.getByRole('textbox', { name: /Your comment on the finding/ }).fill('We have the same one.');
  await vera.page.getByRole('button', { name: 'Comment', exact: true }).click();
  const entry = vera.page.getByRole('article', { name: 'Comment by Vera' });
  await expect(entry).toContainText('We have the same one.');
  await entry.getByText('Answer', { exact: true }).first().click();
  await entry.getByRole('textbox', { name: 'Your answer' }).fill('And a second.');
  await entry.getByRole('button', { name: 'Answer' }).click();
  await expect(entry).toContainText('And a second.');
  // what was answered went meanwhile: the words are there to take elsewhere
  const thread = await entry.locator('input[name="thread"]').first().getAttribute('value');
  const gone = await vera.asks(`${A}/comments`, {
    method: 'POST',
    body: new URLSearchParams({
      do: 'answer',
      thread: (thread ?? '').replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      text: 'A third, too late.',
    }),
  });
  expect(gone.status).toBe(422);
  expect(gone.text).toContain('A third, too late.');
  await vera.page.goto(A);
  await expect(vera.page.getByRole('complementary', { name: 'Facts and comments' })).toContainText(
    'And a second.',
  );
  const file = await vera.asks(`${A}/export.md`);
  expect(file.text).toContain('We have the same one.');
});

/** What is sent arrives, and its answer does not. */
async function losesTheAnswer({ page, mayHear }: Person) {
  const address = '**/comments.json';
  mayHear(/ERR_FAILED/);
  await page.route(address, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch();
    await route.abort();
  });
  return { stop: () => page.unroute(address) };
}

const caretInto = (words: Locator, offset: number): Promise<void> =>
  words.first().evaluate((mark, at) => {
    const text = mark.firstChild as Text;
    getSelection()?.setBaseAndExtent(text, at, text, at);
    // the editor hears of it at once, not at the browser's leisure
    document.dispatchEvent(new Event('selectionchange'));
  }, offset);

const noteOf = (person: Person) => threadOf(person, 'Was it “soon” in the call too');

/** Pixels between a thread and its words. */
async function apart(note: Locator, words: Locator): Promise<number> {
  const [one, other] = [await note.boundingBox(), await words.first().boundingBox()];
  return Math.abs((one?.y ?? 0) - (other?.y ?? 10_000));
}

interface Thread {
  id: string;
  quote: string;
  anchor: { words: string } | null;
}

async function threads(person: Person): Promise<Thread[]> {
  const answer = await person.asks(`${A}/comments.json`);
  const { threads: all } = answer.json() as { threads: Thread[] };
  return all.filter(({ quote }) => quote === QUOTE);
}
