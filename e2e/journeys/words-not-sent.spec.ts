import { DEMO_PASSWORD } from '#server/demo/demo-people.ts';
import { objections, widerThanThePage } from '../axe.ts';
import { expect, type Person, test } from '../fixtures.ts';
import {
  addsSection,
  goesOffline,
  goesTo,
  isSaved,
  opens,
  SHORT,
  savedState,
  section,
  types,
} from './writing-words.ts';

const noticeOf = ({ page }: Person) => page.locator('.connection-notice');

/** Everything of hers that this browser keeps. */
const keptIn = ({ page }: Person) =>
  page.evaluate(async () => [
    ...Object.keys(localStorage).filter((key) => key.startsWith('soak:unsent:')),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
  ]);

test('[D7] what Priya could not send, in either of two tabs, is asked about before she leaves and before she signs out', async ({
  priya,
  workspace,
}) => {
  const { page, context } = priya;
  await opens(priya, SHORT);
  await addsSection(priya, 'In two tabs');
  await types(priya, section(priya, 'In two tabs'), 'In one tab.');
  const other = { ...priya, page: await context.newPage() };
  await opens(other, SHORT);
  await goesTo(other, 'In two tabs');
  await types(other, section(other, 'In two tabs'), ' In the other.');
  await expect(section(priya, 'In two tabs')).toHaveText('In one tab. In the other.');
  await types(priya, section(priya, 'In two tabs'), ' And back.');
  await expect(section(other, 'In two tabs')).toHaveText('In one tab. In the other. And back.');
  await isSaved(priya);
  await isSaved(other);

  await goesOffline(priya);
  await types(other, section(other, 'In two tabs'), ' On the train.');
  await expect(savedState(other)).toHaveText('Offline, kept here');
  const asked = other.page.waitForEvent('dialog');
  await other.page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  const closed = other.page.waitForEvent('close');
  await question.accept();
  await closed;

  const signOut = async () => {
    await page.getByLabel('profile and more').click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  };
  await signOut();
  const dialog = page.getByRole('dialog', { name: 'Some of your words are not saved yet' });
  await expect(dialog.getByRole('button', { name: 'Sign out and remove them' })).toBeInViewport();
  await context.setOffline(false);
  await expect(dialog.locator('blockquote')).toHaveText('On the train.');
  expect(await objections(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Not now' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('profile and more')).toBeFocused();
  expect(await keptIn(priya)).not.toEqual([]);

  await page.goto(SHORT);
  await expect(page.locator('.write-up')).toContainText('In one tab. In the other. And back. On the train.');
  await expect(page.getByText('What you had typed without a network is in the write-up now.')).toBeVisible();
  expect(await objections(page)).toEqual([]);
  await opens(priya, SHORT);
  await goesTo(priya, 'In two tabs');
  await expect(section(priya, 'In two tabs')).toHaveText('In one tab. In the other. And back. On the train.');
  await isSaved(priya);
  // the write-up she leaves may ask for something once more
  priya.mayHear(/401/);
  await signOut();
  await expect(page).toHaveURL(/\/sign-in/);
  workspace.cookies.delete('priya');
  await expect.poll(() => keptIn(priya)).toEqual([]);
});

test('[P7] Grace’s sign-in ends while she writes: nobody else writes on in her tab, and she goes on in place', async ({
  grace,
  amir,
  workspace,
}) => {
  const { page, context } = grace;
  grace.mayHear(/401|WebSocket/);
  await opens(grace, SHORT);
  await addsSection(grace, 'Signed out meanwhile');
  await types(grace, section(grace, 'Signed out meanwhile'), 'Before.');
  await isSaved(grace);
  expect((await grace.asks('/sign-out', { method: 'POST' })).status).toBe(303);
  workspace.cookies.delete('grace');
  await expect(noticeOf(grace)).toContainText('You are signed out.', { timeout: 10_000 });
  await types(grace, section(grace, 'Signed out meanwhile'), ' And after.');
  await expect(savedState(grace)).toHaveText('Offline, kept here');
  expect(await objections(page)).toEqual([]);

  // somebody else at the same computer
  const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(amir.cookie) ?? [];
  await context.addCookies([{ name, value, url: new URL('/', page.url()).href }]);
  const refused = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('close'));
  await noticeOf(grace).getByRole('button', { name: 'go on here' }).click();
  await refused;
  await expect(noticeOf(grace)).toContainText('You are signed out.');
  await expect(savedState(grace)).toHaveText('Offline, kept here');
  expect((await amir.asks(SHORT)).text).not.toContain('And after.');
  await context.clearCookies();

  const opened = context.waitForEvent('page');
  await noticeOf(grace).getByRole('link', { name: 'Sign in' }).click();
  const signIn = await opened;
  await signIn.getByLabel('E-mail').fill('grace@demo.test');
  await signIn.getByLabel('Password').fill(DEMO_PASSWORD);
  await signIn.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(signIn).toHaveURL(/\/$/);
  await signIn.close();
  await noticeOf(grace).getByRole('button', { name: 'go on here' }).press('Enter');
  await expect(noticeOf(grace)).toHaveCount(0);
  // the next key goes where she wrote
  await expect(section(grace, 'Signed out meanwhile')).toBeFocused();
  await page.keyboard.type(' And on.');
  await isSaved(grace);
  await expect.poll(async () => (await amir.asks(SHORT)).text).toContain('Before. And after. And on.');
});

test('[P7] Otto writes without a network while Amir removes him as a writer: he is told, and has his words to copy', async ({
  otto,
  amir,
}) => {
  const { page } = otto;
  await amir.page.goto(`${SHORT}/people`);
  await amir.page.getByLabel('Who', { exact: true }).selectOption({ label: 'Otto' });
  await amir.page.getByLabel('As', { exact: true }).selectOption('writer');
  await amir.page.getByRole('button', { name: 'Name them' }).click();
  const remove = amir.page.getByRole('button', { name: 'Remove Otto as writer' });
  await expect(remove).toBeVisible();
  await opens(otto, SHORT);
  await addsSection(otto, 'Written on a train');
  await types(otto, section(otto, 'Written on a train'), 'At the station.');
  await isSaved(otto);
  await goesOffline(otto);
  await types(otto, section(otto, 'Written on a train'), ' In the tunnel.');
  await expect(savedState(otto)).toHaveText('Offline, kept here');
  await remove.click();
  await expect(remove).toHaveCount(0);
  await otto.context.setOffline(false);

  await expect(noticeOf(otto)).toContainText('You may no longer write here.', { timeout: 20_000 });
  await expect(noticeOf(otto)).toContainText('Words of yours that never reached it');
  const left = page.getByRole('complementary', { name: 'Words of yours that are not in the write-up' });
  await expect(left.locator('mark')).toHaveText('In the tunnel.');
  await expect(savedState(otto)).toHaveText('Read only');
  await expect(page.locator('[contenteditable="true"]')).toHaveCount(0);
  const part = page.locator('section.part', {
    has: page.getByRole('heading', { name: 'Written on a train' }),
  });
  await expect(part).toContainText('At the station.');
  await expect(part).not.toContainText('In the tunnel.');
  expect(await objections(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await widerThanThePage(page)).toBe(0);

  await page.goto(SHORT);
  await expect(left.locator('mark')).toHaveText('In the tunnel.');
  expect(await objections(page)).toEqual([]);
  expect(await widerThanThePage(page)).toBe(0);
  // a comment begun, and left with its form open
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('link', { name: 'Comment on Written on a train' }).click();
  await page.getByRole('textbox', { name: 'Your comment' }).fill('Which train?');
  const closing = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const closes = await closing;
  expect(closes.type()).toBe('beforeunload');
  await closes.dismiss();
  await page.getByLabel('profile and more').click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Some of your words are in no write-up' });
  await expect(dialog.getByRole('list', { name: /begun and not sent/ })).toContainText('Which train?');
  await expect(dialog.locator('blockquote').first()).toHaveText('In the tunnel.');
  expect(await objections(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Not now' }).click();
  await left.getByRole('button', { name: 'Let go' }).click();
  await left.getByRole('button', { name: 'Keep them after all' }).click();
  await left.getByRole('button', { name: 'Let go' }).click();
  await page.reload();
  await expect(left).toHaveCount(0);
  expect((await keptIn(otto)).filter((key) => key.startsWith('soak:unsent:'))).toEqual([]);
});
