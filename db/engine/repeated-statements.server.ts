import { type PGlite, parse, protocol, type Results } from '@electric-sql/pglite';

/** Longer ones carry many rows at once and seldom come twice. */
const LONGEST_TEXT = 8_000;
const MOST_PREPARED = 150;
const MOST_REMEMBERED = 1_000;
/** Then it is planned anew: a plan made while a table was small is not kept for when it is large. */
const USES_OF_A_PLAN = 200;

interface Prepared {
  name: string;
  parameterTypes: readonly number[];
  /** The row description, where the statement gives rows. */
  columns: Messages;
  uses: number;
}

type Messages = Parameters<typeof parse.parseResults>[0];

/**
 * Statements with parameters, prepared once they come a second time. PGlite's own `query` parses and plans each time, in six
 * calls into WebAssembly; a prepared one takes one call and a third to a sixth of the time.
 * For a database with one asker at a time, as the worker's is: it goes around PGlite's own lock.
 */
export class RepeatedStatements {
  readonly #database: PGlite;
  readonly #prepared = new Map<string, Prepared>();
  readonly #seen = new Set<string>();
  #names = 0;

  constructor(database: PGlite) {
    this.#database = database;
  }

  /** Rejects with PGlite's DatabaseError; the connection is then as after any failed statement. */
  async run(sql: string, parameters: readonly unknown[]): Promise<Results> {
    if (!this.#comesAgain(sql)) return this.#database.query(sql, [...parameters]);
    const prepared = await this.#prepare(sql);
    prepared.uses++;
    const messages = await this.#send(
      serialize.bind({ statement: prepared.name, values: this.#texts(parameters, prepared.parameterTypes) }),
      serialize.execute({}),
    );
    const [result] = parse.parseResults([...prepared.columns, ...messages], this.#database.parsers);
    return result as Results;
  }

  /** After a change of tables: what was prepared may no longer fit them. */
  async forget(): Promise<void> {
    if (this.#prepared.size === 0) return;
    this.#prepared.clear();
    await this.#database.exec('deallocate all');
  }

  #comesAgain(sql: string): boolean {
    if (sql.length > LONGEST_TEXT) return false;
    if (this.#prepared.has(sql) || this.#seen.has(sql)) return true;
    if (this.#seen.size >= MOST_REMEMBERED) this.#seen.clear();
    this.#seen.add(sql);
    return false;
  }

  async #prepare(sql: string): Promise<Prepared> {
    const known = this.#prepared.get(sql);
    // last used, last to go
    this.#prepared.delete(sql);
    if (known && known.uses < USES_OF_A_PLAN) {
      this.#prepared.set(sql, known);
      return known;
    }
    const gone = known ?? this.#oldest();
    const name = `s${++this.#names}`;
    const messages = await this.#send(
      ...(gone ? [serialize.close({ type: 'S', name: gone.name })] : []),
      serialize.parse({ name, text: sql }),
      serialize.describe({ type: 'S', name }),
    );
    const prepared = {
      name,
      parameterTypes: parse.parseDescribeStatementResults(messages),
      columns: messages.filter((message) => message.name === 'rowDescription'),
      uses: 0,
    };
    this.#prepared.set(sql, prepared);
    return prepared;
  }

  #oldest(): Prepared | undefined {
    if (this.#prepared.size < MOST_PREPARED) return;
    const [first] = this.#prepared;
    if (!first) return;
    this.#prepared.delete(first[0]);
    return first[1];
  }

  #texts(parameters: readonly unknown[], types: readonly number[]): (string | null)[] {
    return parameters.map((value, at) => {
      if (value === null || value === undefined) return null;
      const write = this.#database.serializers[types[at] as number];
      return write ? write(value) : String(value);
    });
  }

  #send(...messages: Uint8Array[]): ReturnType<PGlite['execProtocolStream']> {
    return this.#database.execProtocolStream(Buffer.concat([...messages, serialize.sync()]));
  }
}

const { serialize } = protocol;
