import { REVIEWS } from '#server/demo/content/ids.ts';
import { expect, type Person, test } from '../fixtures.ts';
import { bundleForPage } from './bundle-for-page.ts';
import {
  addsSection,
  goesOffline,
  goesTo,
  isSaved,
  opens,
  partOf,
  SHORT,
  savedState,
  section,
  titleOf,
  types,
} from './writing-words.ts';

test('[D7] Amir and Priya write one paragraph together, one of them offline and back', async ({
  amir,
  priya,
}) => {
  await opens(amir, SHORT);
  await opens(priya, SHORT);
  await addsSection(amir, 'What we would tell a newcomer');
  const hers = section(priya, 'What we would tell a newcomer');
  await goesTo(priya, 'What we would tell a newcomer');

  await types(amir, section(amir, 'What we would tell a newcomer'), 'The tool waits.');
  await expect(hers).toContainText('The tool waits.');
  await expect(facesOf(priya)).toHaveCount(2);
  await expect(priya.page.locator('.their-caret i[data-name="Amir"]')).toHaveCount(1);

  await goesOffline(priya);
  await types(priya, hers, ' It says nothing while it does.');
  await types(amir, section(amir, 'What we would tell a newcomer'), ' That is ordinary.');
  const asked = priya.page.waitForEvent('dialog');
  await priya.page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await priya.context.setOffline(false);

  for (const person of [amir, priya]) {
    const words = section(person, 'What we would tell a newcomer');
    await expect(words).toContainText('It says nothing while it does.', { timeout: 20_000 });
    await expect(words).toContainText('That is ordinary.', { timeout: 20_000 });
    await isSaved(person);
  }
  expect(await section(amir, 'What we would tell a newcomer').innerText()).toBe(await hers.innerText());

  // any Yjs client in a page that has none, signed in by its cookie
  await priya.page.goto('/library');
  const { documents } = (await priya.asks(`/api/v1${SHORT}`)).json() as {
    documents: { kind: string; name: string }[];
  };
  const name = documents.find(({ kind }) => kind === 'write-up')?.name;
  await priya.page.evaluate(await bundleForPage('plain-client.ts', 'plain'));
  await priya.page.evaluate(`plain.join(${JSON.stringify(name)})`);
  await priya.page.evaluate("plain.goOn('That is ordinary.', ' So says a script.')");
  await expect(section(amir, 'What we would tell a newcomer')).toContainText('So says a script.');
  await types(amir, section(amir, 'What we would tell a newcomer'), ' So say we.');
  await expect.poll(() => priya.page.evaluate("plain.has('So say we.')")).toBe(true);
});

test('what was acknowledged stands in the reading view, without scripts too', async ({ amir, browserOf }) => {
  await opens(amir, SHORT);
  await addsSection(amir, 'A word about clocks');
  await types(
    amir,
    section(amir, 'A word about clocks'),
    '# Two\n- one **bold** word\n- another\nand a line',
  );
  await isSaved(amir);
  const reader = await browserOf('grace', { javaScriptEnabled: false });
  await reader.page.goto(SHORT);
  const read = reader.page.locator('section.part', {
    has: reader.page.getByRole('heading', { name: 'A word about clocks' }),
  });
  await expect(read.getByRole('heading', { name: 'Two' })).toBeVisible();
  await expect(read.getByRole('listitem')).toHaveText(['one bold word', 'another', 'and a line']);
  await expect(read.locator('strong')).toHaveText('bold');
});

test('a link to a moment shows it still when the editor, which is longer, takes the place of the reading view', async ({
  amir,
}) => {
  const { page } = amir;
  await page.setViewportSize({ width: 390, height: 844 });
  const written = `/reviews/${REVIEWS.wrongHost}`;
  await page.goto(written);
  const last = await page.locator('[id^="moment-"]').last().getAttribute('id');
  await page.goto(`${written}/write#${last}`);
  await expect(page.locator('.writing[data-laid-out]')).toBeVisible();
  const { y, height } = (await page.locator(`#${last}`).boundingBox()) ?? { y: -1, height: 0 };
  expect(y).toBeGreaterThanOrEqual(0);
  expect(y + Math.min(height, 200)).toBeLessThanOrEqual(844);
});

test('a section taken out comes back with the words a neighbour typed meanwhile', async ({ amir, priya }) => {
  await opens(amir, SHORT);
  await opens(priya, SHORT);
  await addsSection(amir, 'Soon gone');
  await goesTo(priya, 'Soon gone');
  await types(amir, section(amir, 'Soon gone'), 'First words.');
  await expect(section(priya, 'Soon gone')).toContainText('First words.');
  await partOf(amir, 'Soon gone').getByLabel('More for this section').click();
  await amir.page.locator('.drop[open]').getByRole('button', { name: 'Take out' }).click();
  await expect(titleOf(priya, 'Soon gone')).toHaveCount(0);
  await amir.page.getByRole('button', { name: 'Put it back' }).click();
  await expect(section(priya, 'Soon gone')).toContainText('First words.');
});

test('each has an undo of their own', async ({ amir, priya }) => {
  await opens(amir, SHORT);
  await opens(priya, SHORT);
  await addsSection(amir, 'Whose undo');
  await goesTo(priya, 'Whose undo');
  await types(amir, section(amir, 'Whose undo'), 'Amir wrote this.');
  await expect(section(priya, 'Whose undo')).toContainText('Amir wrote this.');
  await types(priya, section(priya, 'Whose undo'), ' Priya added that.');
  await expect(section(amir, 'Whose undo')).toContainText('Priya added that.');
  await section(amir, 'Whose undo').click();
  await amir.page.keyboard.press('Control+z');
  await expect(section(priya, 'Whose undo')).toHaveText('Priya added that.');
});

test('findings, moments and accounts are put in with the keyboard alone', async ({ amir }) => {
  await opens(amir, SHORT);
  const { page } = amir;
  await addsSection(amir, 'By keyboard');
  await section(amir, 'By keyboard').click();
  await page.keyboard.type('/find');
  await expect(page.getByRole('listbox', { name: 'Put in' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('A door nobody knew');
  await expect(page.locator('.finding').last()).toContainText('A door nobody knew');
  await expect(page.locator('#findings .finding').last().getByLabel('Kind of finding')).toHaveValue(
    'contributor',
  );
  await section(amir, 'By keyboard').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('/moment');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Somebody tried the door.');
  const moment = page.locator('.moment').last();
  await expect(moment).toContainText('Somebody tried the door.');
  await moment.getByRole('button', { name: 'Add an account' }).click();
  await page.keyboard.type('It was open, as I remember it.');
  await expect(moment.locator('.telling')).toContainText('It was open');
});

test('the words stored last are there to read before the editor is, never an empty one; a network that blocks live connections is told as one to read on', async ({
  amir,
}) => {
  const { page } = amir;
  let isBlocked = false;
  await page.routeWebSocket(/\/collab$/, (socket) => void (isBlocked && socket.close()));
  await page.goto(`${SHORT}/write`);
  const heading = page.getByRole('heading', { name: 'The plan, and the day' });
  await expect(heading).toBeVisible();
  await expect(page.locator('[contenteditable="true"]')).toHaveCount(0);
  isBlocked = true;
  await page.reload();
  await expect(page.locator('.connection-notice')).toContainText('You can read here, not write.');
  await expect(savedState(amir)).toHaveText('Read only');
  await expect(heading).toBeVisible();
  await expect(page.locator('[contenteditable="true"]')).toHaveCount(0);
});

test('[bad input 22] [bad input 23] [bad input 24] what is pasted brings words, never scripts or addresses that are not safe', async ({
  amir,
}) => {
  amir.mayHear(/Content Security Policy/);
  await opens(amir, SHORT);
  await addsSection(amir, 'Pasted');
  await section(amir, 'Pasted').click();
  await pastes(amir, {
    'text/html':
      '<base href="//evil"><form><input name=x></form><style>*{color:red}</style><svg><style><img src=x onerror="window.hurt=1"></style></svg>' +
      '<p>kept <a href="java\tscript:window.hurt=1">one</a> <a href="//evil.test">two</a> <a href="https://example.org/">three</a></p>' +
      '<img src="data:image/svg+xml,<svg onload=window.hurt=1>"><iframe srcdoc="<script>parent.hurt=1</script>"></iframe>',
  });
  const words = section(amir, 'Pasted');
  await expect(words).toContainText('kept one two three');
  await expect(words.locator('a')).toHaveCount(1);
  await expect(words.locator('img:not(.ProseMirror-separator), iframe, form, style, base, svg')).toHaveCount(
    0,
  );
  expect(await amir.page.evaluate(() => 'hurt' in window)).toBe(false);
  await pastes(amir, { 'text/plain': 'A whole log file. '.repeat(60_000) });
  await expect(
    amir.page.getByRole('status').filter({ hasText: 'more than a million letters' }),
  ).toBeVisible();
  await expect(words).not.toContainText('log file');
});

test('[W1] [W2] a hint is seen by the person who writes alone, and stays dismissed', async ({
  amir,
  priya,
}) => {
  await opens(amir, SHORT);
  await opens(priya, SHORT);
  await addsSection(amir, 'Hints');
  await types(amir, section(amir, 'Hints'), 'They should have known.');
  const note = amir.page.locator('.hint-note', { hasText: 'should have' });
  await expect(note).toBeVisible();
  await note.getByRole('button', { name: 'leave it' }).click();
  await expect(note).toHaveCount(0);
  await amir.page.reload();
  await goesTo(amir, 'Hints');
  await expect(section(amir, 'Hints')).toContainText('They should have known.');
  await amir.page.waitForFunction(
    () => document.querySelectorAll('.words[contenteditable="true"]').length > 3,
  );
  await expect(note).toHaveCount(0);
  await goesTo(priya, 'Hints');
  await expect(section(priya, 'Hints')).not.toContainText('leave it');
});

const facesOf = ({ page }: Person) => page.getByRole('list', { name: 'Here now' }).getByRole('listitem');

const pastes = ({ page }: Person, what: Record<string, string>): Promise<void> =>
  page.evaluate((contents) => {
    const data = new DataTransfer();
    for (const [type, text] of Object.entries(contents)) data.setData(type, text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, what);
