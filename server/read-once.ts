/** What is being read now, and what will be for those who asked since it began. */
interface Line<Value> {
  now: Promise<Value>;
  next: Promise<Value> | null;
}

const lines = new WeakMap<object, Map<string, Line<never>>>();

/**
 * Read after this call, and once for all who ask for the same meanwhile: nobody gets what was read before they asked. Three hundred
 * who press at once would otherwise ask three hundred times for the same rows.
 *
 * @param source what is read from, a database or a transaction of it
 * @param key names what `read` reads, whoever asks
 */
export function readOnce<Value>(source: object, key: string, read: () => Promise<Value>): Promise<Value> {
  const here = lines.get(source) ?? new Map<string, Line<never>>();
  lines.set(source, here);
  const line = here.get(key) as Line<Value> | undefined;
  if (!line) {
    const begun: Line<Value> = { now: read(), next: null };
    here.set(key, begun as Line<never>);
    void goOn(begun, () => here.delete(key));
    return begun.now;
  }
  line.next ??= line.now.then(read, read);
  return line.next;
}

async function goOn<Value>(line: Line<Value>, over: () => void): Promise<void> {
  await line.now.catch(() => undefined);
  while (line.next) {
    line.now = line.next;
    line.next = null;
    await line.now.catch(() => undefined);
  }
  over();
}

interface Wanted<Value> {
  id: string;
  give(value: Value | null): void;
  fail(error: unknown): void;
}

const wanted = new WeakMap<object, Map<string, Wanted<never>[]>>();

/**
 * The same for rows by their id: those asked for while others are being read are read together after them.
 *
 * @param name names `read`, whoever asks
 */
export function findOnce<Value>(
  source: object,
  name: string,
  id: string,
  read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): Promise<Value | null> {
  const here = wanted.get(source) ?? new Map<string, Wanted<never>[]>();
  wanted.set(source, here);
  const found = here.get(name) as Wanted<Value>[] | undefined;
  const line = found ?? [];
  return new Promise((give, fail) => {
    line.push({ id, give, fail });
    if (found) return;
    here.set(name, line as Wanted<never>[]);
    void findAll(line, read, () => here.delete(name));
  });
}

async function findAll<Value>(
  line: Wanted<Value>[],
  read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  over: () => void,
): Promise<void> {
  for (let these = line.splice(0); these.length > 0; these = line.splice(0)) {
    try {
      const values = await read([...new Set(these.map(({ id }) => id))]);
      for (const { id, give } of these) give(values.get(id) ?? null);
    } catch (error) {
      for (const { fail } of these) fail(error);
    }
  }
  over();
}
