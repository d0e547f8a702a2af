/** Many wrong passwords at once, from a thread of their own: sending them would keep whoever measures busy as well. */
import { parentPort, workerData } from 'node:worker_threads';
import { reach } from '../reach.ts';

export interface Guessed {
  status: number;
  said: string | null;
}

const SENTENCES = ['Please wait', 'do not go together', 'try again in a few seconds'];
const { program, guesses } = workerData as { program: string; guesses: number };

async function guess(at: number): Promise<Guessed> {
  const { status, text } = await reach(program, '/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ email: 'tomas@demo.test', password: `guess ${at}` }),
    headers: { 'X-Forwarded-For': `203.0.${at % 250}.${at % 199}` },
  });
  return { status, said: SENTENCES.find((sentence) => text.includes(sentence)) ?? null };
}

parentPort?.postMessage(await Promise.all(Array.from({ length: guesses }, (_, at) => guess(at))));
