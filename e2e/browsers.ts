import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';

/** One person's browser: its context and the tab they look at. */
export interface OwnBrowser {
  name: string;
  context: BrowserContext;
  page: Page;
  /** A test has changed what cannot be put back: it is closed, not kept. */
  spoilt: boolean;
}

/** A page of the program without scripts. Away from it, Chromium would take a new process for the next one, and compile everything anew. */
const AT_REST = '/favicon.svg';
const SIZE = { width: 1280, height: 720 };

/**
 * The browsers of one worker. A person's is kept from test to test with nothing left in it but its cache, as theirs would be: a
 * new one and its first page cost 3.7 s of processor time, the next page in one that is open 1.5 s.
 */
export class Browsers {
  #kept = new Map<string, OwnBrowser>();
  #busy = new Set<OwnBrowser>();

  private readonly browser: Browser;
  private readonly origin: string;

  constructor(browser: Browser, origin: string) {
    this.browser = browser;
    this.origin = origin;
  }

  /** @param options where there are any, and for a second browser of the same person, a new one */
  async take(
    name: string,
    options: BrowserContextOptions | undefined,
    cookie: string | null,
  ): Promise<OwnBrowser> {
    const kept = options === undefined ? this.#kept.get(name) : undefined;
    const own = kept && !this.#busy.has(kept) ? kept : await this.#open(name, options);
    if (options !== undefined) own.spoilt = true;
    this.#busy.add(own);
    if (cookie !== null) await own.context.addCookies([parsed(cookie, this.origin)]);
    return own;
  }

  /** Closed, or emptied of all a person could find in it: cookies, stored words, sizes, no network. */
  async giveBack(own: OwnBrowser): Promise<void> {
    this.#busy.delete(own);
    const kept = this.#kept.get(own.name);
    const isKept = !own.spoilt && !own.page.isClosed() && (kept === undefined || kept === own);
    // a test may end while a page is on its way elsewhere: such a browser is not worth keeping
    if (isKept && (await this.#empty(own).catch(() => false))) return void this.#kept.set(own.name, own);
    if (kept === own) this.#kept.delete(own.name);
    await own.context.close();
  }

  async #empty({ context, page }: OwnBrowser): Promise<boolean> {
    for (const other of context.pages()) if (other !== page) await other.close();
    for (const event of ['console', 'pageerror', 'request'] as const) page.removeAllListeners(event);
    await context.setOffline(false);
    if (page.url().startsWith(this.origin)) await page.evaluate(() => sessionStorage.clear());
    await page.goto(AT_REST);
    await context.clearCookies();
    await page.emulateMedia({ media: null, colorScheme: null });
    await page.setViewportSize(SIZE);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Storage.clearDataForOrigin', {
      origin: this.origin,
      storageTypes: 'local_storage,indexeddb,cache_storage,service_workers',
    });
    await devtools.detach();
    return true;
  }

  async close(): Promise<void> {
    for (const { context } of [...this.#kept.values(), ...this.#busy]) await context.close();
  }

  async #open(name: string, options: BrowserContextOptions = {}): Promise<OwnBrowser> {
    const context = await this.browser.newContext({
      baseURL: this.origin,
      viewport: SIZE,
      reducedMotion: 'reduce',
      ...options,
    });
    const page = await newPage(context, options);
    const own = { name, context, page, spoilt: false };
    const spoil = <Arguments extends unknown[], Answer>(act: (...how: Arguments) => Answer) => {
      return (...how: Arguments): Answer => {
        own.spoilt = true;
        return act(...how);
      };
    };
    for (const where of [context, page]) {
      where.route = spoil(where.route.bind(where));
      where.routeWebSocket = spoil(where.routeWebSocket.bind(where));
      where.addInitScript = spoil(where.addInitScript.bind(where));
    }
    page.clock.install = spoil(page.clock.install.bind(page.clock));
    return own;
  }
}

function parsed(cookie: string, url: string) {
  const at = cookie.indexOf('=');
  return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url };
}

/** A page whose arrivals are over once what stands on it can be pressed, as a person's are: a click before the scripts run goes nowhere. */
async function newPage(context: BrowserContext, options: BrowserContextOptions): Promise<Page> {
  const page = await context.newPage();
  if (options.javaScriptEnabled === false) return page;
  const goTo = page.goto.bind(page);
  page.goto = async (...where) => aliveAfter(page, await goTo(...where));
  const reload = page.reload.bind(page);
  page.reload = async (...how) => aliveAfter(page, await reload(...how));
  return page;
}

async function aliveAfter<Answer>(page: Page, answer: Answer): Promise<Answer> {
  await page.waitForFunction(
    () =>
      !document.querySelector('script[type=module]') || document.documentElement.hasAttribute('data-alive'),
  );
  return answer;
}
