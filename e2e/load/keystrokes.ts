import { chromium, type Page } from '@playwright/test';
import { BROWSER_FLAGS } from '../runner/browser-flags.ts';
import { EXAMPLE_REVIEW, signedIn } from './example.ts';
import { type Figure, percentile } from './figure.ts';

const WRITERS = ['amir', 'priya', 'tomas', 'amir', 'priya'] as const;
const KEYS = 40;
const KEY_EVERY_MS = 250;

/** From a key pressed in one real browser page to its letter standing in another, five people writing at once. */
export async function measureKeystrokes(origin: string, executablePath: string): Promise<Figure> {
  const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
  const open = async (name: string) => {
    const context = await browser.newContext();
    const cookie = await signedIn(origin, name);
    const at = cookie.indexOf('=');
    await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: origin }]);
    const page = await context.newPage();
    await page.goto(`${origin}/reviews/${EXAMPLE_REVIEW}/write`);
    await page.locator('.ProseMirror[contenteditable=true]').nth(5).waitFor();
    return page;
  };
  const reader = await open('amir');
  const writers = await Promise.all(WRITERS.map(open));
  await watch(reader);
  const pressed = await Promise.all(writers.map((page, at) => write(page, at)));
  await reader.waitForTimeout(1_000);
  const seen = new Map(await reader.evaluate(() => [...(globalThis as unknown as Watched).seen]));
  await browser.close();
  const waits = pressed.flat().flatMap(([mark, at]) => {
    const shown = seen.get(mark);
    return shown === undefined ? [] : [shown - at];
  });
  return {
    what: `keystroke to another browser, five writers, p95 of ${waits.length}`,
    limit: 60,
    measured: percentile(waits, 0.95),
    unit: 'ms',
  };
}

interface Watched {
  seen: Map<string, number>;
}

/** Notes when each mark first stands in the page, on the machine's own clock. */
const watch = (page: Page) =>
  page.evaluate(() => {
    const seen = new Map<string, number>();
    (globalThis as unknown as Watched).seen = seen;
    new MutationObserver((records) => {
      const now = performance.timeOrigin + performance.now();
      for (const record of records)
        for (const found of (record.target.textContent ?? '').matchAll(/§\d-\d+§/g))
          if (!seen.has(found[0])) seen.set(found[0], now);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });

/** Types marks one by one into a place of one’s own near the top, where the reader has it in view; gives each with the instant its last key went down. */
async function write(page: Page, who: number): Promise<[string, number][]> {
  const pressed: [string, number][] = [];
  await page
    .locator('.ProseMirror[contenteditable=true]')
    .nth(1 + who)
    .click();
  for (let key = 0; key < KEYS; key++) {
    const mark = `§${who}-${key}§`;
    await page.keyboard.insertText(mark.slice(0, -1));
    const at = await page.evaluate(() => performance.timeOrigin + performance.now());
    await page.keyboard.insertText('§');
    pressed.push([mark, at]);
    await page.waitForTimeout(KEY_EVERY_MS * (0.5 + Math.random()));
  }
  return pressed;
}
