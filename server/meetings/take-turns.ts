import { DatabaseUnavailable, isDatabaseUnavailable } from '#db/engine/errors.ts';
import type { App } from '../app.ts';

/** So many presses go into one transaction at most: whoever pressed first waits for the last of them. */
const MOST = 50;
/** Whoever has waited that long has been told by their own page that it was not kept, and presses again. */
const LONGEST_MS = 8_000;
/** After that it is asked again whether they still may. */
const FRESH_MS = 1_500;

interface Waiting<Press, Outcome> {
  press: Press;
  /** By `performance.now()`. */
  since: number;
  done(outcome: Outcome): void;
  failed(error: unknown): void;
}

/** How presses are worked on: alone, or as many as came meanwhile together. */
export interface Work<Press, Outcome> {
  mayShare(press: Press): boolean;
  alone(press: Press): Promise<Outcome>;
  /** Throws when none of them has acted; each is then tried alone. */
  together(presses: readonly Press[]): Promise<Outcome[]>;
  /** The press with its rights read anew, for one that has waited; throws where they are gone. */
  again?(press: Press): Promise<Press>;
}

const lines = new WeakMap<App, Map<string, Waiting<never, never>[]>>();

/**
 * One line for each thing that presses wait for, in the order of coming: a meeting's row, or the box for what has no name. They would
 * wait for it in any case, each with a connection of its own; three hundred hands in two seconds are a few transactions this way.
 *
 * @param line a meeting's id or the name of something else; all presses of one line bring the same `work`
 */
export function takeTurn<Press, Outcome>(
  app: App,
  line: string,
  press: Press,
  work: Work<Press, Outcome>,
): Promise<Outcome> {
  const here = lines.get(app) ?? new Map<string, Waiting<never, never>[]>();
  lines.set(app, here);
  const found = here.get(line) as Waiting<Press, Outcome>[] | undefined;
  const waiting = found ?? [];
  return new Promise((resolve, reject) => {
    waiting.push({ press, since: performance.now(), done: resolve, failed: reject });
    if (found) return;
    here.set(line, waiting as Waiting<never, never>[]);
    void workOff(waiting, work, () => here.delete(line));
  });
}

async function workOff<Press, Outcome>(
  line: Waiting<Press, Outcome>[],
  work: Work<Press, Outcome>,
  over: () => void,
): Promise<void> {
  // those who press in the same turn of the event loop are in it too
  await Promise.resolve();
  for (let next = nextOf(line, work); next.length > 0; next = nextOf(line, work)) {
    const batch = await stillWaiting(next, work);
    if (batch.length > 1 && (await tried(batch, work))) continue;
    for (const one of batch) await work.alone(one.press).then(one.done, one.failed);
  }
  // in the same breath as it was found empty: whoever came in between would wait for nobody
  over();
}

/** The first, and those right behind it while all of them may share. */
function nextOf<Press, Outcome>(line: Waiting<Press, Outcome>[], work: Work<Press, Outcome>) {
  let count = 0;
  while (count < Math.min(line.length, MOST) && work.mayShare((line[count] as { press: Press }).press))
    count += 1;
  return line.splice(0, Math.max(count, 1));
}

/** Those that are not given up yet, and may still do what they waited for. */
async function stillWaiting<Press, Outcome>(
  batch: readonly Waiting<Press, Outcome>[],
  { again }: Work<Press, Outcome>,
): Promise<Waiting<Press, Outcome>[]> {
  const now = performance.now();
  const asked = batch.map(async (one) => {
    if (now - one.since < FRESH_MS) return one;
    try {
      if (now - one.since > LONGEST_MS) throw new DatabaseUnavailable('It was not its turn in time.');
      return again ? { ...one, press: await again(one.press) } : one;
    } catch (error) {
      one.failed(error);
      return null;
    }
  });
  return (await Promise.all(asked)).filter((one) => one !== null);
}

async function tried<Press, Outcome>(
  batch: readonly Waiting<Press, Outcome>[],
  work: Work<Press, Outcome>,
): Promise<boolean> {
  try {
    const outcomes = await work.together(batch.map(({ press }) => press));
    for (const [at, one] of batch.entries()) one.done(outcomes[at] as Outcome);
    return true;
  } catch (error) {
    if (!isDatabaseUnavailable(error)) return false;
    // it is there for none of them: asked one by one, the last would hear of it after minutes
    for (const { failed } of batch) failed(error);
    return true;
  }
}
