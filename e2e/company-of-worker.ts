import type { Browser } from '@playwright/test';
import { Browsers } from './browsers.ts';
import { discardProgram, type Program, startProgram } from './program.ts';

/** A program with the example reviews, and who is signed in to it. */
export interface Workspace {
  name: string;
  program: Program;
  /** What signs each person in, as a Cookie header carries it. */
  cookies: Map<string, string>;
  browsers: Browsers;
}

/** The workspace of tests that leave it as others may find it. */
export const EVERYBODY = 'everybody';

/**
 * What one worker's tests run on: a workspace for everybody, and beside it at most one that a file has for itself. The next
 * file's stands at the address of the last, so that browsers keep what they have read of it: a worker, a browser and first pages
 * of its own cost each of these files some two seconds of processor time.
 */
export class CompanyOfWorker {
  #everybody: Workspace | null = null;
  #own: Workspace | null = null;
  /** The last that was begun: a test that waits no longer for it has not ended it. */
  #begun: Promise<Workspace> | null = null;

  private readonly browser: Browser;

  constructor(browser: Browser) {
    this.browser = browser;
  }

  async workspace(name: string): Promise<Workspace> {
    if (name === EVERYBODY) {
      this.#everybody ??= await this.#remember(this.#start(name));
      return this.#everybody;
    }
    if (this.#own?.name === name) return this.#own;
    const last = this.#own;
    // it is being discarded, and stays so where the next one does not start
    this.#own = null;
    const own = await this.#remember(this.#next(name, last));
    this.#own = own;
    return own;
  }

  async close(): Promise<void> {
    const begun = await this.#begun?.catch(() => null);
    for (const workspace of new Set([this.#everybody, this.#own, begun])) {
      if (!workspace) continue;
      await workspace.browsers.close();
      await discardProgram(workspace.program);
    }
  }

  #remember(starting: Promise<Workspace>): Promise<Workspace> {
    this.#begun = starting;
    return starting;
  }

  async #start(name: string): Promise<Workspace> {
    const program = await startProgram();
    return { name, program, cookies: new Map(), browsers: new Browsers(this.browser, program.origin) };
  }

  async #next(name: string, last: Workspace | null): Promise<Workspace> {
    if (!last) return this.#start(name);
    const { browsers } = last;
    const { origin } = last.program;
    await discardProgram(last.program);
    // somebody else may have taken the port meanwhile
    const program = await startProgram({ env: { PORT: new URL(origin).port } }).catch(() => null);
    if (program) return { name, program, cookies: new Map(), browsers };
    await browsers.close();
    return this.#start(name);
  }
}
