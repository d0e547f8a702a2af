import { CLOSE } from '#collab/document/close-reasons.ts';
import { Refusal } from '#collab/server/refusal.ts';
import { isDatabaseUnavailable } from '#db/engine/errors.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD']);
const RETRY_SECONDS = '3';
const MANY = 'Many people are here at this moment. Nothing was changed; try again in a few seconds.';
const NOT_READ = 'The database cannot be reached just now. Nothing saved is lost; reload in a moment.';
const NOT_SAVED =
  'Not saved: the database cannot store anything just now. Keep what you wrote and send it again in a moment.';

/**
 * The answer to an error that may be over in a moment (a database that is away, full, read-only or busy, too many at once): 503 with
 * a sentence. Null for any other error: that one is ours.
 */
export function notJustNow(error: unknown, method: string): Response | null {
  const sentence = sentenceFor(error, !SAFE_METHODS.has(method));
  if (sentence === null) return null;
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': RETRY_SECONDS };
  return new Response(sentence, { status: 503, headers });
}

function sentenceFor(error: unknown, isWriting: boolean): string | null {
  const causes = causesOf(error);
  // by name: the built pages have their own copy of the class
  if (causes.some(({ name }) => name === 'TooBusy')) return MANY;
  if (!causes.some(cannotStore)) return null;
  return isWriting ? NOT_SAVED : NOT_READ;
}

const cannotStore = (error: Error) =>
  isDatabaseUnavailable(error) || (error instanceof Refusal && error.reason === CLOSE.cannotSave);

const DEEPEST = 5;

function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let at = error; at instanceof Error && causes.length < DEEPEST; at = at.cause) causes.push(at);
  return causes;
}
