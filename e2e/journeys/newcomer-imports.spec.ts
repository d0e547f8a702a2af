import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { objections, widerThanThePage } from '../axe.ts';
import { expect, type Person, test } from '../fixtures.ts';

const REAL = join(import.meta.dirname, '../../../shared/real/post-mortems');
const isThere = existsSync(REAL);
const IMPORT_ADDRESS = /\/reviews\/import\/[0-9a-f-]{36}$/;
const REVIEW_ADDRESS = /\/reviews\/[0-9a-f-]{36}$/;

/** What a reader must find again of each text. */
const POST_MORTEMS = [
  { file: '2019-01-23.md', moments: 11, chats: 0, section: 'Action Items' },
  { file: '2019-02-05.md', moments: 12, chats: 1, section: 'Action items' },
  { file: '2019-02-08.md', moments: 13, chats: 1, section: 'Action items' },
  { file: '2019-03-26.md', moments: 10, chats: 3, section: 'Action Items' },
  { file: '2019-05-30.md', moments: 11, chats: 2, section: 'Action items' },
];

test.describe('a newcomer imports what people really have', () => {
  for (const { file, moments, chats, section } of POST_MORTEMS)
    test(`${file} comes in whole`, async ({ tomas }) => {
      test.skip(!isThere, 'skipped: ../shared/real is not there');
      const { page } = tomas;
      await page.goto('/reviews/new');
      await page.getByRole('link', { name: 'Bring it in' }).click();
      await choose(tomas, [join(REAL, file), ...pictures()]);
      await expect(page.getByText(`${moments} moments`)).toBeVisible();
      await page.getByRole('button', { name: 'Bring it in' }).click();
      await page.waitForURL(REVIEW_ADDRESS);
      await expect(page.getByRole('heading', { name: section })).toBeVisible();
      await expect(page.locator('[id^="moment-"]')).toHaveCount(moments);
      await expect(page.locator('[id^="finding-"]').first()).toBeVisible();
      await expectPictures(tomas, 'figure img');
      if (chats > 0) await quoteAndComeBack(tomas, chats);
    });

  test('a proposal refused puts its text back; a moment keeps its order alone', async ({ tomas }) => {
    const { page } = tomas;
    await page.goto('/reviews/import');
    await page
      .getByLabel('Text')
      .fill(
        '# A slow day\n\nAll times in UTC\n\n## Timeline\n\n- [23:00] lag grows\n- [01:00] lag is gone\n- [???] somebody knew\n\n## Root cause\n\nA queue was full.',
      );
    await page.getByRole('button', { name: 'Show what becomes what' }).click();
    await page.waitForURL(IMPORT_ADDRESS);
    await expect(page.getByText('The text names no day')).toBeVisible();
    await page.getByLabel('The day it happened').fill('2026-10-05');
    await page.getByRole('button', { name: 'Show the times again' }).click();
    await expect(page.getByText('Time runs backwards here')).toBeVisible();
    await expect(page.getByLabel('Day', { exact: true }).nth(1)).toHaveValue('2026-10-06');
    await page.locator('.becomes-finding input[type=checkbox]').uncheck();
    await expect(page.getByText('Your choices are kept')).toBeVisible();
    await page.getByLabel('I was involved').check();
    // whoever leaves, even at once, goes on where they were when they come back
    await page.getByRole('link', { name: 'Start a review' }).click();
    await page.getByRole('link', { name: 'Bring it in' }).click();
    await page.getByRole('link', { name: 'Pasted text' }).first().click();
    await expect(page.locator('.becomes-finding input[type=checkbox]')).not.toBeChecked();
    await expect(page.getByLabel('I was involved')).toBeChecked();
    await expect(page.getByLabel('The day it happened')).toHaveValue('2026-10-05');
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.waitForURL(REVIEW_ADDRESS);
    await expect(page.getByText('A queue was full.')).toBeVisible();
    await expect(page.locator('[id^="finding-"]')).toHaveCount(0);
    await expect(page.locator('[id^="moment-"]')).toHaveCount(3);
  });

  test('a chat comes into a review that is there, once', async ({ tomas }) => {
    const { page } = tomas;
    const bring = async (paste: string, kind: 'It is a post-mortem' | 'It is a chat') => {
      await page.getByLabel(kind).check();
      await page.getByLabel('Text').fill(paste);
      await page.getByRole('button', { name: 'Show what becomes what' }).click();
      await page.waitForURL(IMPORT_ADDRESS);
      await page.getByRole('button', { name: 'Bring it in' }).click();
    };
    await page.goto('/reviews/import');
    await bring('# On 5 October 2026\n\n## Story\n\nhello', 'It is a post-mortem');
    await page.waitForURL(REVIEW_ADDRESS);
    for (const _ of ['first', 'again']) {
      await page.getByRole('link', { name: 'Evidence', exact: true }).click();
      await page.getByRole('link', { name: /^Import/ }).click();
      await bring('ada [8:27 AM]\nlag grows\n\nben [9:03 AM]\nlooking', 'It is a chat');
      await page.waitForURL(/\/evidence$/);
      await expect(page.locator('.message')).toHaveCount(2);
    }
  });

  test('the way out keeps nothing', async ({ tomas }) => {
    const { page } = tomas;
    await page.goto('/reviews/import');
    await page.getByLabel('Text').fill('# Never mind\n\nhello');
    await page.getByRole('button', { name: 'Show what becomes what' }).click();
    await page.waitForURL(IMPORT_ADDRESS);
    const address = page.url();
    await page.getByRole('button', { name: 'Cancel, keep nothing' }).click();
    await expect(page.getByRole('button', { name: 'Cancel it' })).toBeFocused();
    await page.getByRole('button', { name: 'Leave it' }).click();
    await page.getByRole('button', { name: 'Cancel, keep nothing' }).click();
    await page.getByRole('button', { name: 'Cancel it' }).click();
    await page.waitForURL('/reviews/import');
    expect((await tomas.asks(new URL(address).pathname)).status).toBe(404);
    expect((await tomas.asks('/library')).text).not.toContain('Never mind');
  });

  test('what cannot be read is refused in a sentence', async ({ tomas }) => {
    const { page } = tomas;
    tomas.mayHear(/422/);
    await page.goto('/reviews/import');
    await page.getByRole('button', { name: 'Show what becomes what' }).click();
    await expect(page.getByText('Nothing was chosen')).toBeVisible();
    await page.locator('input[name=files]').setInputFiles({
      name: 'x.zip',
      mimeType: 'application/zip',
      buffer: Buffer.from('PK\x03\x04 no zip'),
    });
    await page.getByRole('button', { name: 'Show what becomes what' }).click();
    await expect(page.getByText('This zip could not be read')).toBeVisible();
  });

  test('pasted chat, without JavaScript, at 320 px', async ({ browserOf }) => {
    const tomas = await browserOf('tomas', {
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    });
    const { page } = tomas;
    await page.goto('/reviews/import');
    await page.getByLabel('It is a chat').check();
    await page.getByLabel('Text').fill('ada [8:27 AM]\nlag grows\n\nben  9:03 AM\nlooking');
    await page.getByRole('button', { name: 'Show what becomes what' }).click();
    await page.getByLabel('Title').fill('A pasted chat');
    await page.getByLabel('The day it happened').fill('2026-10-05');
    await page.getByLabel('I lead people who were').check();
    await page.getByRole('button', { name: 'Show the times again' }).click();
    await expect(page.getByLabel('I lead people who were')).toBeChecked();
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.getByRole('link', { name: 'Evidence' }).click();
    await expect(page.getByText('Nothing for 36 minutes')).toBeVisible();
    await page.getByRole('button', { name: 'Quote what ada said' }).click();
    await expect(page.getByText('Quoted in What happened').first()).toBeVisible();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });

  test('no screen of it has anything axe objects to, light or dark, and each fits a phone', async ({
    browserOf,
  }) => {
    const amir = await browserOf('amir');
    const { page } = amir;
    await page.goto('/reviews/import');
    await expectReadable(amir);
    await page
      .getByLabel('Text')
      .fill(
        '# A\n\n<!-- note -->\n\n## Story\n\nhello\n\n## Timeline\n\n- 23:00 x\n- 01:00 y\n\n## Root cause\n\nA [lock](https://x.test).\n\n## Chat\n\n> ada [9:01 AM]\n> hi\n>\n> ben [9:40 AM]\n> yes',
      );
    await page.getByRole('button', { name: 'Show what becomes what' }).click();
    await page.waitForURL(IMPORT_ADDRESS);
    await page.getByLabel('The day it happened').fill('2026-10-05');
    // days nobody has seen yet are shown before they are stored
    amir.mayHear(/422/);
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await expect(page.getByText('days further down have moved')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel, keep nothing' }).click();
    await expectReadable(amir);
    await page.getByRole('button', { name: 'Leave it' }).click();
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.waitForURL(REVIEW_ADDRESS);
    await page.getByRole('link', { name: 'Evidence', exact: true }).click();
    await expect(page.getByText('Nothing for 39 minutes')).toBeVisible();
    await expectReadable(amir);
  });

  test('a long export shows how far it is, and can be stopped', async ({ browserOf }) => {
    const amir = await browserOf('amir');
    const { page } = amir;
    const message = (at: number) => ({
      type: 'message',
      user: 'U1',
      ts: `${1_763_630_000 + at}.000100`,
      text: `m${at}`,
    });
    const day = JSON.stringify(Array.from({ length: 45_000 }, (_, at) => message(at)));
    await page.goto('/reviews/import');
    await page
      .locator('input[name=files]')
      .setInputFiles({ name: '2026-11-20.json', mimeType: 'application/json', buffer: Buffer.from(day) });
    await page.getByRole('button', { name: 'Show what becomes what' }).click();
    await expect(page.getByRole('heading', { name: 'What becomes what' })).toBeVisible({ timeout: 60_000 });
    await page.getByLabel('Which channel these are from').fill('ops');
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await expect(page.getByText(/\d+ messages of 45,000/)).toBeVisible();
    await page.getByRole('button', { name: 'Stop, and take back what came' }).click();
    await page.waitForURL('/reviews/import');
    expect((await amir.asks('/api/v1/reviews')).text).not.toContain('Slack');
  });

  test('with the keyboard alone', async ({ tomas }) => {
    const { page } = tomas;
    await page.goto('/reviews/import');
    await page.getByLabel('Text').focus();
    await page.keyboard.type('# By keys\n\n## Story\n\nhello');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(IMPORT_ADDRESS);
    await page.getByLabel('The day it happened').fill('2026-10-05');
    await page.getByRole('button', { name: 'Bring it in' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(REVIEW_ADDRESS);
    await expect(page.getByRole('heading', { name: 'By keys', level: 1 })).toBeVisible();
  });
});

const pictures = (): string[] =>
  readdirSync(join(REAL, 'images'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Nothing axe objects to in either scheme, and nothing wider than a phone. */
async function expectReadable({ page }: Person) {
  expect(await objections(page)).toEqual([]);
  const size = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await widerThanThePage(page)).toBe(0);
  await page.setViewportSize(size);
}

async function choose({ page }: Person, files: string[]) {
  await page.locator('input[name=files]').setInputFiles(files);
  await page.getByRole('button', { name: 'Show what becomes what' }).click();
  await page.waitForURL(IMPORT_ADDRESS);
  await expect(page.getByRole('heading', { name: 'What becomes what' })).toBeVisible();
}

/** Every picture of the page is there, whole. */
async function expectPictures({ page }: Person, where: string) {
  for (const picture of await page.locator(where).all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  }
}

/** One press quotes a message into a moment; the quotation in the write-up leads back to it. */
async function quoteAndComeBack(person: Person, chats: number) {
  const { page } = person;
  await page.getByRole('link', { name: 'Evidence', exact: true }).click();
  await expect(page.locator('.sources li')).toHaveCount(chats);
  await expectPictures(person, '.message img');
  await page.getByLabel('Quote goes into').selectOption({ label: await firstMoment(page) });
  await expect(page).toHaveURL(/into=moment/);
  await page
    .getByRole('button', { name: /^Quote/ })
    .first()
    .click();
  // the message may be quoted elsewhere already: the moment's link comes once the press is over
  await page
    .getByRole('link', { name: /^Quoted in/ })
    .and(page.locator('[href*="#moment-"]'))
    .first()
    .click();
  await page.waitForURL(/#moment-/);
  await page.locator('[id^="moment-"] a[href*="evidence?message="]').first().click();
  await expect(page.locator('.message[aria-current="true"]')).toBeVisible();
}

const firstMoment = async (page: Person['page']): Promise<string> =>
  (await page.locator('optgroup[label="Moments"] option').first().textContent()) ?? '';
