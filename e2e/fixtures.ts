import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import { DEMO_PASSWORD } from '#server/demo/demo-people.ts';
import type { OwnBrowser } from './browsers.ts';
import { CompanyOfWorker, EVERYBODY, type Workspace } from './company-of-worker.ts';
import type { Program } from './program.ts';
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

type People = Record<Name, Person>;
interface Stage extends People {
  /** Opens one more browser of somebody's, a phone for instance. */
  browserOf(name: Name, options?: BrowserContextOptions): Promise<Person>;
  /** Somebody without an account. */
  stranger: Page;
  /** The program they all speak to; what is in it stays for the tests after this one. */
  soak: Program;
}

const NAMES: Name[] = ['felicity', 'amir', 'priya', 'tomas', 'grace', 'otto', 'vera', 'root'];

interface Behind {
  workspaceOf: string;
  workspace: Workspace;
  opened: Opened;
}

export const test = base.extend<Stage & Behind, { company: CompanyOfWorker }>({
  // A file that moves the clock or ends meetings names a workspace of its own: `test.use({ workspaceOf: 'felicity' })`.
  workspaceOf: [EVERYBODY, { option: true }],
  company: [
    async ({ browser }, use) => {
      const company = new CompanyOfWorker(browser);
      await use(company);
      await company.close();
    },
    { scope: 'worker' },
  ],
  workspace: [
    async ({ company, workspaceOf }, use) => use(await company.workspace(workspaceOf)),
    { timeout: 120_000 },
  ],
  soak: async ({ workspace }, use) => use(workspace.program),
  opened: async ({ workspace }, use) => {
    const opened = new Opened(workspace);
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

  private readonly workspace: Workspace;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  async for(name: Name, options?: BrowserContextOptions): Promise<Person> {
    const { origin } = this.workspace.program;
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
    await Promise.allSettled(this.#taken.map((one) => this.workspace.browsers.giveBack(one)));
    expect(this.#complaints, 'what the consoles said').toEqual([]);
  }

  async #take(
    name: string,
    options: BrowserContextOptions | undefined,
    cookie: string | null,
  ): Promise<OwnBrowser> {
    const taken = await this.workspace.browsers.take(name, options, cookie);
    this.#taken.push(taken);
    return taken;
  }

  #listen(page: Page, who: string, expected: RegExp[]) {
    const complain = (words: string) => {
      if (!expected.some((one) => one.test(words)))
        this.#complaints.push(`${who} at ${page.url()}: ${words}`);
    };
    page.on('pageerror', (error) => complain(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || isOfEditor(message.text())) complain(message.text());
    });
  }

  /** One sign-in for each person and workspace, through the door programs use. */
  async #cookieOf(name: Name): Promise<string> {
    const known = this.workspace.cookies.get(name);
    if (known) return known;
    const { origin } = this.workspace.program;
    const answer = await reach(origin, '/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ email: `${name}@demo.test`, password: DEMO_PASSWORD }),
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (answer.status !== 303 || !cookie)
      throw new Error(`${name} could not sign in: ${answer.status} ${answer.text}`);
    this.workspace.cookies.set(name, cookie);
    return cookie;
  }
}
