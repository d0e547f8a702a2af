/** A reading that takes longer keeps nobody else waiting: the next begins beside it, on another connection where there is one. */
const LONG_MS = 250;

/** Until this is over, or has taken too long. */
async function soonOver(reading: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const long = new Promise((resolve) => {
    timer = setTimeout(resolve, LONG_MS);
  });
  await Promise.race([reading.catch(() => undefined), long]);
  clearTimeout(timer);
}

interface Line<Value> {
  /** Of those who have asked since the present reading began. */
  next: { reading: Promise<Value>; begin(): void } | null;
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
  if (line) {
    line.next ??= later(read);
    return line.next.reading;
  }
  const begun: Line<Value> = { next: null };
  here.set(key, begun as Line<never>);
  const reading = read();
  void goOn(begun, reading, () => here.delete(key));
  return reading;
}

function later<Value>(read: () => Promise<Value>): { reading: Promise<Value>; begin(): void } {
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  return { reading: begun.then(read), begin };
}

async function goOn<Value>(line: Line<Value>, first: Promise<Value>, over: () => void): Promise<void> {
  await soonOver(first);
  while (line.next) {
    const { reading, begin } = line.next;
    line.next = null;
    begin();
    await soonOver(reading);
  }
  over();
}

type ReadRows<Value> = (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>;

interface Wanted<Value> {
  id: string;
  read: ReadRows<Value>;
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
  read: ReadRows<Value>,
): Promise<Value | null> {
  const here = wanted.get(source) ?? new Map<string, Wanted<never>[]>();
  wanted.set(source, here);
  const found = here.get(name) as Wanted<Value>[] | undefined;
  const line = found ?? [];
  return new Promise((give, fail) => {
    line.push({ id, read, give, fail });
    if (found) return;
    here.set(name, line as Wanted<never>[]);
    void findAll(line, () => here.delete(name));
  });
}

async function findAll<Value>(line: Wanted<Value>[], over: () => void): Promise<void> {
  for (let these = line.splice(0); these.length > 0; these = line.splice(0)) await soonOver(findThese(these));
  over();
}

async function findThese<Value>(these: readonly Wanted<Value>[]): Promise<void> {
  try {
    const read = (these[0] as Wanted<Value>).read;
    const values = await read([...new Set(these.map(({ id }) => id))]);
    for (const { id, give } of these) give(values.get(id) ?? null);
  } catch (error) {
    for (const { fail } of these) fail(error);
  }
}
