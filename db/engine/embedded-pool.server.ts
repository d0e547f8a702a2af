import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { EmbeddedThread } from './embedded-thread.server.ts';
import { DatabaseUnavailable } from './errors.ts';

export interface EmbeddedLimits {
  statementMs: number;
  /** How long a connection may be waited for; a transaction that uses another handle than its own waits for itself. */
  waitingMs: number;
}

/** Rewriting a table takes as long as it is large; ended early it would begin anew for ever. */
const REWRITES = /^(vacuum|checkpoint)/i;
const REWRITING_MS = 10 * 60_000;

/** A pool of one for Kysely's PostgresDialect: PGlite has one connection, handed out in turn. */
export class EmbeddedPool implements PostgresPool {
  readonly options = {};
  readonly #folder: string;
  readonly #limits: EmbeddedLimits;
  readonly #waiting: (() => void)[] = [];
  #thread: EmbeddedThread;
  #taken = false;
  #closed = false;

  private constructor(folder: string, limits: EmbeddedLimits, thread: EmbeddedThread) {
    this.#folder = folder;
    this.#limits = limits;
    this.#thread = thread;
  }

  /** @param template what the folder is first copied from, where there is none yet */
  static async open(folder: string, limits: EmbeddedLimits, template?: string): Promise<EmbeddedPool> {
    return new EmbeddedPool(folder, limits, await EmbeddedThread.open(folder, template));
  }

  async connect(): Promise<PostgresPoolClient> {
    await this.#turn();
    try {
      return this.#handOut(await this.#living());
    } catch (error) {
      this.#next();
      throw error;
    }
  }

  async end(): Promise<void> {
    this.#closed = true;
    await this.#thread.close();
  }

  /** Ends the worker as a crash would, for tests. */
  async kill(): Promise<void> {
    await this.#thread.kill();
  }

  #turn(): Promise<void> {
    if (!this.#taken) {
      this.#taken = true;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const turn = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(turn), 1);
        reject(new DatabaseUnavailable('The embedded database was busy for too long.'));
      }, this.#limits.waitingMs);
      this.#waiting.push(turn);
    });
  }

  #next(): void {
    const turn = this.#waiting.shift();
    if (turn) turn();
    else this.#taken = false;
  }

  async #living(): Promise<EmbeddedThread> {
    if (this.#closed) throw new DatabaseUnavailable('The database has been closed.');
    if (this.#thread.ended) {
      await this.#thread.gone;
      this.#thread = await this.#openAgain();
    }
    return this.#thread;
  }

  /** What once opened is not refused for good: a full disk, say, is free again later. */
  async #openAgain(): Promise<EmbeddedThread> {
    try {
      return await EmbeddedThread.open(this.#folder);
    } catch (error) {
      throw new DatabaseUnavailable(`The embedded database does not open again: ${(error as Error).message}`);
    }
  }

  #handOut(thread: EmbeddedThread): PostgresPoolClient {
    const run = (sql: string, parameters: readonly unknown[]) =>
      thread.run(sql, parameters, REWRITES.test(sql) ? REWRITING_MS : this.#limits.statementMs);
    let released = false;
    return {
      // no cursors here: Kysely asks for one only when a dialect is given a cursor class
      query: run as PostgresPoolClient['query'],
      release: (destroy) => {
        if (released) return;
        released = true;
        if (destroy) void thread.kill().then(() => this.#next());
        else this.#next();
      },
    };
  }
}
