/** `node e2e/load/typing.ts`: what one keystroke in a write-up of 20,000 words costs the page's own thread, alone and with ten others typing. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type * as Y from 'yjs';
import type { OpenDocument } from '#collab/client/open-document.ts';
import { blockElement } from '#collab/document/block-elements.ts';
import { type At, openTab, until } from '../faults/writers.ts';
import { discardProgram, startProgram } from '../program.ts';
import { prepareBrowser } from '../runner/browser.ts';
import { BROWSER_FLAGS } from '../runner/browser-flags.ts';
import { EXAMPLE_REVIEW, exampleDocument, signedIn } from './example.ts';
import { type Figure, figureLine, percentile } from './figure.ts';
import { otherWriter } from './keystrokes.ts';
import { ownWork } from './own-work.ts';

const WORDS = 20_000;
const KEYS = 80;
const KEY_EVERY_MS = 160;
const OTHERS = 10;
const PARAGRAPH =
  'It began in the afternoon, and for an hour nobody could tell why the queue kept growing. '.repeat(5);

/** @param browserPath of a Chromium */
export async function measureTyping(origin: string, browserPath: string): Promise<Figure[]> {
  const cookie = await signedIn(origin, 'amir');
  const at = { origin, cookie, document: await exampleDocument(origin, cookie) };
  const words = await lengthen(at);
  const browser = await chromium.launch({ executablePath: browserPath, args: BROWSER_FLAGS });
  const empty = await emptyPage(browser);
  const bare = await keyWaits(empty);
  await empty.close();
  const page = await writingPage(browser, at);
  const alone = await keyWaits(page);
  const work = await ownWork(browser, page, () => press(page));
  const others = await Promise.all(Array.from({ length: OTHERS }, () => otherWriter(at)));
  const beside = await keyWaits(page);
  for (const leave of others) leave();
  await browser.close();
  const p95 = (waits: readonly number[]) => percentile(waits, 0.95);
  const of = `write-up of ${Math.round(words / 1000)},000 words`;
  const above = (waits: readonly number[]) => p95(waits) - p95(bare.waits);
  return [
    {
      what: `${of}: own work for a keystroke, p95 of ${work.length}`,
      limit: 8,
      measured: p95(work),
      unit: 'ms',
    },
    {
      what: `${of}: key to after the next frame, above an empty field`,
      limit: 8,
      measured: above(alone.waits),
      unit: 'ms',
    },
    {
      what: '  the same with ten others typing',
      limit: 25,
      measured: above(beside.waits),
      unit: 'ms',
    },
    {
      what: '  longest task meanwhile (0: none over 50 ms)',
      limit: 50,
      measured: Math.max(0, ...alone.longTasks, ...beside.longTasks),
      unit: 'ms',
    },
  ];
}

/** Paragraphs at the end of each section until the write-up is long enough. Gives how many words were put in. */
async function lengthen(at: At): Promise<number> {
  const tab: OpenDocument = openTab(at);
  await until(() => tab.link.get().synced, 'the write-up is there', 30_000);
  const sections = [...tab.doc.share.keys()].filter((name) => name.startsWith('section:'));
  const each = PARAGRAPH.trim().split(' ').length;
  const paragraphs = Math.ceil(WORDS / each / sections.length);
  for (const name of sections) {
    const fragment = tab.doc.getXmlFragment(name);
    tab.doc.transact(() => {
      for (let one = 0; one < paragraphs; one++)
        fragment.insert(fragment.length, [paragraph(`${name}-${one}`)]);
    });
  }
  await until(() => tab.link.get().unacknowledged === 0, 'stored', 30_000);
  tab.close();
  return paragraphs * sections.length * each;
}

const paragraph = (id: string): Y.XmlElement =>
  blockElement({
    type: 'text',
    id: `long-${id.replace(/[^a-z0-9-]/gi, '').slice(-30)}`,
    kind: 'paragraph',
    level: 1,
    indent: 0,
    content: [{ text: PARAGRAPH }],
  });

async function emptyPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent('<div contenteditable="true" style="height: 300px">A few words.</div>');
  await page.locator('[contenteditable]').click();
  return page;
}

async function writingPage(browser: Browser, { origin, cookie }: At): Promise<Page> {
  const context = await browser.newContext();
  const [name = '', value = ''] = cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  await page.goto(`${origin}/reviews/${EXAMPLE_REVIEW}/write`);
  // in the middle of a section's words; fields far from what is in sight are no editors yet
  const body = page.locator('.ProseMirror[data-place^="section:"][contenteditable=true]').first();
  await body.locator('p').nth(3).click();
  await page.waitForTimeout(2_000);
  return page;
}

async function press(page: Page): Promise<void> {
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press(key % 6 === 5 ? 'Space' : 'e');
    await page.waitForTimeout(KEY_EVERY_MS * (0.5 + Math.random()));
  }
}

interface Kept {
  waits: number[];
  longTasks: number[];
}

/** From each key to the first task after the next frame, and how long the tasks over 50 ms were. */
async function keyWaits(page: Page): Promise<Kept> {
  await page.evaluate(() => {
    const kept: Kept = { waits: [], longTasks: [] };
    (globalThis as unknown as { kept: Kept }).kept = kept;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) kept.longTasks.push(duration);
    }).observe({ type: 'longtask' });
    addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => kept.waits.push(performance.now() - timeStamp);
          port2.postMessage(0);
        }),
      { capture: true },
    );
  });
  await press(page);
  return page.evaluate(() => (globalThis as unknown as { kept: Kept }).kept);
}

if (import.meta.main) {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const program = await startProgram({
    entry: 'server/demo.server.ts',
    args: ['--fresh'],
    dataDir: await mkdtemp(join(tmpdir(), 'soak-typing-')),
  });
  const browser = await prepareBrowser(say);
  if (browser) for (const figure of await measureTyping(program.origin, browser)) say(figureLine(figure));
  await discardProgram(program);
}
