import { chromium, type Page } from '@playwright/test';
import * as Y from 'yjs';
import { type At, openTab } from '../faults/writers.ts';
import { BROWSER_FLAGS } from '../runner/browser-flags.ts';
import { EXAMPLE_REVIEW, exampleDocument, signedIn } from './example.ts';
import { type Figure, percentile } from './figure.ts';

const OTHERS = 4;
const KEYS = 120;
const KEY_EVERY_MS = 250;

/**
 * From a key pressed in one real browser to its letter standing in another, five people writing at once. Only these
 * two are browsers: the other four write as their tabs would, from this process, since their browsers would be on
 * machines of their own (with all six here, what is measured is six Chromium pages sharing two cores).
 */
export async function measureKeystrokes(origin: string, executablePath: string): Promise<Figure> {
  const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
  const cookie = await signedIn(origin, 'amir');
  const open = async () => {
    const context = await browser.newContext();
    const at = cookie.indexOf('=');
    await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: origin }]);
    const page = await context.newPage();
    await page.goto(`${origin}/reviews/${EXAMPLE_REVIEW}/write`);
    await page.locator('.ProseMirror[contenteditable=true]').nth(5).waitFor();
    return page;
  };
  const reader = await open();
  const writer = await open();
  const document = await exampleDocument(origin, cookie);
  const others = await Promise.all(
    Array.from({ length: OTHERS }, () => otherWriter({ origin, cookie, document })),
  );
  await watch(reader);
  const pressed = await write(writer);
  await reader.waitForTimeout(1_000);
  const seen = new Map(await reader.evaluate(() => [...(globalThis as unknown as Watched).seen]));
  for (const leave of others) leave();
  await browser.close();
  const waits = pressed.flatMap(([mark, at]) => {
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

/** Types a letter four times a second at the end of a section, its caret with it, until told to leave. */
export async function otherWriter(at: At): Promise<() => void> {
  const tab = openTab(at);
  await new Promise<void>((resolve) => {
    const look = () => tab.link.get().synced && resolve();
    tab.link.subscribe(look);
    look();
  });
  const text = lastText(tab.doc);
  const typing = setInterval(() => {
    text.insert(text.length, 'w');
    const caret = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, text.length));
    tab.setPresence({ cursor: { anchor: caret, head: caret }, typing: true });
  }, KEY_EVERY_MS);
  return () => {
    clearInterval(typing);
    tab.close();
  };
}

function lastText(doc: Y.Doc): Y.XmlText {
  for (const name of doc.share.keys()) {
    if (!name.startsWith('section:')) continue;
    for (const block of doc.getXmlFragment(name).toArray().reverse()) {
      const [text] = block instanceof Y.XmlElement ? block.toArray() : [];
      if (text instanceof Y.XmlText) return text;
    }
  }
  throw new Error('The example write-up has no section with words');
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

/** Types marks one by one near the top, where the reader has them in view; gives each with the instant its last key went down. */
async function write(page: Page): Promise<[string, number][]> {
  const pressed: [string, number][] = [];
  await page.locator('.ProseMirror[contenteditable=true]').nth(1).click();
  for (let key = 0; key < KEYS; key++) {
    const mark = `§0-${key}§`;
    await page.keyboard.insertText(mark.slice(0, -1));
    const at = await page.evaluate(() => performance.timeOrigin + performance.now());
    await page.keyboard.insertText('§');
    pressed.push([mark, at]);
    await page.waitForTimeout(KEY_EVERY_MS * (0.5 + Math.random()));
  }
  return pressed;
}
