import type { Worker } from 'node:worker_threads';
import type { Answer, Ask, Opened, OpenFolder, Rows } from './embedded-messages.ts';
import { keepCompiled, takeWorker } from './embedded-workers.server.ts';
import { DatabaseRefused, DatabaseUnavailable, SqlError } from './errors.ts';

/** Long enough for recovery after a kill on a slow disk. */
const OPENING_LIMIT_MS = 60_000;

interface Call {
  settle(answer: Answer): void;
  fail(error: Error): void;
}

/** One life of the PGlite worker. When it dies, everything asked of it is rejected, now and later. */
export class EmbeddedThread {
  readonly #worker: Worker;
  readonly #calls = new Map<number, Call>();
  /** Resolves when the thread is truly gone: only then may the folder be opened again. */
  readonly gone: Promise<void>;
  #lastId = 0;
  #ended: Error | null = null;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (answer: Answer) => this.#calls.get(answer.id)?.settle(answer));
    worker.on('error', (error) => this.#end(`The embedded database stopped: ${error.message}`));
    this.gone = new Promise((resolve) =>
      worker.on('exit', () => {
        this.#end('The embedded database has stopped.');
        resolve();
      }),
    );
  }

  get ended(): boolean {
    return this.#ended !== null;
  }

  /** Resolves when the folder is open and recovered. Throws DatabaseRefused with PGlite's reason otherwise. */
  static async open(folder: string, template?: string): Promise<EmbeddedThread> {
    const worker = takeWorker();
    try {
      worker.postMessage({ folder, ...(template && { template }) } satisfies OpenFolder);
      keepCompiled(await firstWord(worker));
    } catch (error) {
      await worker.terminate();
      throw error;
    }
    return new EmbeddedThread(worker);
  }

  /**
   * PGlite ignores statement_timeout (its WebAssembly never sees the alarm), so a statement that takes too long ends the
   * whole worker: as safe as a killed process, and the next connection opens the folder again.
   */
  run(sql: string, parameters: readonly unknown[], limitMs: number): Promise<Rows> {
    if (this.#ended) return Promise.reject(this.#ended);
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => void this.#stopLate(id), limitMs);
      const done = () => {
        clearTimeout(timer);
        this.#calls.delete(id);
      };
      this.#calls.set(id, {
        settle(answer) {
          done();
          if ('rows' in answer) resolve(answer.rows);
          else reject(new SqlError(answer.failure));
        },
        fail(error) {
          done();
          reject(error);
        },
      });
      this.#worker.postMessage({ id, sql, parameters: parameters.map(compact) } satisfies Ask);
    });
  }

  /** Lets PGlite write its last checkpoint; kills it when that takes longer than five seconds. */
  async close(): Promise<void> {
    if (this.#ended) return;
    this.#worker.postMessage('close');
    const late = setTimeout(() => void this.#worker.terminate(), 5_000);
    await this.gone;
    clearTimeout(late);
  }

  /** Ends it as a kill would. */
  async kill(): Promise<void> {
    this.#end('The embedded database was stopped and starts again.');
    await this.#worker.terminate();
  }

  async #stopLate(id: number): Promise<void> {
    this.#calls
      .get(id)
      ?.fail(new SqlError({ message: 'canceling statement due to statement timeout', code: '57014' }));
    await this.kill();
  }

  #end(reason: string): void {
    this.#ended ??= new DatabaseUnavailable(reason);
    for (const call of this.#calls.values()) call.fail(this.#ended);
  }
}

/** The engine's compiled code, once it stands ready. */
function firstWord(worker: Worker): Promise<WebAssembly.Module> {
  return new Promise((resolve, reject) => {
    const refuse = (reason: string) => reject(new DatabaseRefused(reason));
    const timer = setTimeout(() => refuse('it did not open within a minute'), OPENING_LIMIT_MS);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      // one name at a time: Worker keeps listeners of its own
      for (const name of ['message', 'error', 'exit']) worker.removeAllListeners(name);
      act();
    };
    worker.once('message', (word: Opened) =>
      settle(() => (word.opened ? resolve(word.compiled) : refuse(word.reason))),
    );
    worker.once('error', (error) => settle(() => refuse(error.message)));
    worker.once('exit', (code) => settle(() => refuse(`its thread ended with code ${code}`)));
  });
}

/** A view on a large buffer would be cloned with all of that buffer. */
function compact(value: unknown): unknown {
  return value instanceof Uint8Array && value.byteLength < value.buffer.byteLength
    ? new Uint8Array(value)
    : value;
}
