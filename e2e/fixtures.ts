import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import { DEMO_PASSWORD } from '#server/demo/demo-people.ts';
import { Browsers, type OwnBrowser } from './browsers.ts';
import { discardProgram, type Program, startProgram } from './program.ts';
import { type Reached, reach } from './reach.ts';

export { expect };

export type Name = 'felicity' | 'amir' | 'priya' | 'tomas' | 'grace' | 'otto' | 'vera' | 'root';

/** Somebody at a browser of their own, signed in. */
export interface Person {
  name: string;
  page: Page;
  context: BrowserContext;
  /** Their sign-in, as a Cookie header carries it. */
  cookie: string;
  /** Speaks to the program's doors directly, with this person's sign-in and the right Origin. */
  asks(path: string, init?: RequestInit): Promise<Reached>;
  /** From here on, console messages like this one are part of the story. */
  mayHear(complaint: RegExp): void;
}

interface Company {
  program: Program;
  cookies: Map<Name, string>;
  browsers: Browsers;
}

type People = Record<Name, Person>;
interface Stage extends People {
  /** Opens one more browser of somebody's, a phone for instance. */
  browserOf(name: Name, options?: BrowserContextOptions): Promise<Person>;
  /** Somebody without an account. */
  stranger: Page;
  /** Program of this worker; its workspace is shared by the worker's tests. */
  soak: Program;
}

const NAMES: Name[] = ['felicity', 'amir', 'priya', 'tomas', 'grace', 'otto', 'vera', 'root'];

export const test = base.extend<Stage & { opened: Opened }, { company: Company; workspaceOf: string }>({
  // A file that moves the clock or ends meetings names a workspace of its own: `test.use({ workspaceOf: 'felicity' })`.
  workspaceOf: ['everybody', { option: true, scope: 'worker' }],
  company: [
    async ({ browser }, use) => {
      const program = await startProgram();
      const browsers = new Browsers(browser, program.origin);
      await use({ program, cookies: new Map(), browsers });
      await browsers.close();
      await discardProgram(program);
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  soak: async ({ company }, use) => use(company.program),
  opened: async ({ company }, use) => {
    const opened = new Opened(company);
    await use(opened);
    await opened.close();
  },
  browserOf: async ({ opened }, use) => use((name, options) => opened.for(name, options)),
  stranger: async ({ opened }, use) => use(await opened.stranger()),
  ...(Object.fromEntries(
    NAMES.map((name) => [
      name,
      async ({ opened }: { opened: Opened }, use: (person: Person) => Promise<void>) =>
        use(await opened.for(name)),
    ]),
  ) as Record<Name, never>),
});

/** ProseMirror says with a warning alone that something of ours is wrong. */
const isOfEditor = (words: string) => words.startsWith('TextSelection endpoint');

/** The browsers of one test; what went wrong on any console fails it at the end. */
class Opened {
  #taken: OwnBrowser[] = [];
  #complaints: string[] = [];

  private readonly company: Company;

  constructor(company: Company) {
    this.company = company;
  }

  async for(name: Name, options?: BrowserContextOptions): Promise<Person> {
    const { origin } = this.company.program;
    const cookie = await this.#cookieOf(name);
    const { context, page } = await this.#take(name, options, cookie);
    const expected: RegExp[] = [];
    this.#listen(page, name, expected);
    return {
      name: name.charAt(0).toUpperCase() + name.slice(1),
      page,
      context,
      cookie,
      asks: (path, init) => reach(origin, path, { ...init, cookie }),
      mayHear: (complaint) => void expected.push(complaint),
    };
  }

  async stranger(): Promise<Page> {
    const { page } = await this.#take('stranger', undefined, null);
    this.#listen(page, 'stranger', []);
    return page;
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#taken.map((one) => this.company.browsers.giveBack(one)));
    expect(this.#complaints, 'what the consoles said').toEqual([]);
  }

  async #take(
    name: string,
    options: BrowserContextOptions | undefined,
    cookie: string | null,
  ): Promise<OwnBrowser> {
    const taken = await this.company.browsers.take(name, options, cookie);
    this.#taken.push(taken);
    return taken;
  }

  #listen(page: Page, who: string, expected: RegExp[]) {
    const complain = (words: string) => {
      if (!expected.some((one) => one.test(words)))
        this.#complaints.push(`${who} at ${page.url()}: ${words}`);
    };
    page.on('pageerror', (error) => complain(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || isOfEditor(message.text())) complain(message.text());
    });
  }

  /** One sign-in for each person and worker, through the door programs use. */
  async #cookieOf(name: Name): Promise<string> {
    const known = this.company.cookies.get(name);
    if (known) return known;
    const { origin } = this.company.program;
    const answer = await reach(origin, '/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ email: `${name}@demo.test`, password: DEMO_PASSWORD }),
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (answer.status !== 303 || !cookie)
      throw new Error(`${name} could not sign in: ${answer.status} ${answer.text}`);
    this.company.cookies.set(name, cookie);
    return cookie;
  }
}
