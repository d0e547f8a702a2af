import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Refused, refuse } from '#domain/refused.ts';
import { TooBusy, Turns } from '../turns.ts';
import type { FromThread, Portion, Read, Reading } from './reading.ts';

/** The longest anything may be read, counted from when the thread has loaded: text made to be slow ends here. */
const READING_MS = { 'post-mortem': 10_000, 'pasted-chat': 10_000, slack: 180_000 };
/** Loading itself takes a second, and many times that on a machine that is busy. */
const LOADING_MS = 60_000;

/** Each reading may take 768 MB beside what it was given: so many at once, so many more wait with their files in memory. */
const turns = new Turns(2, 6);

/**
 * Reads in a thread of its own, handing portions of messages to `take` one after the other.
 * What takes too long or too much memory, or comes while too many wait, is refused in a sentence.
 */
export async function readInThread(
  reading: Reading,
  take: (portion: Portion) => Promise<void> = async () => {},
): Promise<Read | Refused> {
  try {
    return await turns.take(() => readNow(reading, take));
  } catch (error) {
    if (error instanceof TooBusy) return refuse(TOO_MANY);
    throw error;
  }
}

async function readNow(reading: Reading, take: (portion: Portion) => Promise<void>): Promise<Read | Refused> {
  const worker = new Worker(threadFile(), {
    workerData: reading,
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  });
  const ending = new AbortController();
  endAfter(worker, LOADING_MS + READING_MS[reading.kind], ending.signal);
  try {
    return await answerOf(worker, take, () => endAfter(worker, READING_MS[reading.kind], ending.signal));
  } finally {
    ending.abort();
    await worker.terminate();
  }
}

function endAfter(worker: Worker, milliseconds: number, isOver: AbortSignal): void {
  const late = setTimeout(() => void worker.terminate(), milliseconds);
  isOver.addEventListener('abort', () => clearTimeout(late));
}

function answerOf(
  worker: Worker,
  take: (portion: Portion) => Promise<void>,
  begins: () => void,
): Promise<Read | Refused> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromThread) => {
      if ('begins' in message) begins();
      else if ('read' in message) resolve(message.read);
      else take(message.portion).then(() => worker.postMessage('next'), reject);
    });
    worker.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(refuse(TOO_MUCH)) : reject(error),
    );
    worker.on('exit', () => resolve(refuse(TOO_MUCH)));
  });
}

const TOO_MANY =
  'Several imports are being read at this moment. Nothing was kept of this one; please try again in a minute.';
const TOO_MUCH = 'Reading this took longer, or more room, than it should. It was stopped; nothing was kept.';

/** Found through the package's own names, since the built app has this code in another folder. */
const threadFile = (): URL =>
  pathToFileURL(createRequire(import.meta.url).resolve('#server/import/reading-thread.server.ts'));
