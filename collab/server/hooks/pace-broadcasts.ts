import { performance } from 'node:perf_hooks';
import type { Document, Extension } from '@hocuspocus/server';
import type { Context } from '../context.ts';

/** Below this share of its time at work the one thread there is has room: whoever writes is shown at once. */
const CALM = 0.5;
/** From here on it has none, and a broadcast is followed by this many times its own length of rest. */
const FULL = 0.65;
const LONGEST_REST = 3;
/** Nobody waits longer for it than this. */
const LONGEST_REST_MS = 50;
const LOOKED_EVERY_MS = 100;

/** What share of its time this thread has been at work lately, 0 to 1. */
export type Busy = () => number;

/**
 * When there is much to do a crowd is told less often, and more at once. Telling three hundred people one letter takes four
 * milliseconds; telling them each of a hundred writers' letters alone would take all the time there is, and nothing would be stored.
 */
export const paceBroadcasts = (
  now: () => number = () => performance.now(),
  busy: Busy = busyLately(),
): Extension<Context> => ({
  extensionName: 'pace-broadcasts',
  async afterLoadDocument({ document }) {
    pace(document, now, busy);
  },
});

const pace = (document: Document, now: () => number, busy: Busy): void => {
  let notBefore = 0;
  let set: number | false | null = null;
  const flush = document.flush.bind(document);
  document.flush = () => {
    const began = now();
    flush();
    const took = now() - began;
    notBefore = began + took + Math.min(restFor(busy()) * took, LONGEST_REST_MS);
    return document;
  };
  // read by Hocuspocus when something is to be told
  Object.defineProperty(document, 'flushDelay', {
    get: () => set ?? Math.max(0, Math.round(notBefore - now())),
    set: (value: number | false) => {
      set = value;
    },
  });
};

/** How many times its own length a broadcast is followed by rest. */
const restFor = (busy: number): number =>
  LONGEST_REST * Math.min(1, Math.max(0, (busy - CALM) / (FULL - CALM)));

function busyLately(): Busy {
  let since = performance.eventLoopUtilization();
  let at = performance.now();
  let share = 0;
  return () => {
    if (performance.now() - at < LOOKED_EVERY_MS) return share;
    share = performance.eventLoopUtilization(since).utilization;
    since = performance.eventLoopUtilization();
    at = performance.now();
    return share;
  };
}
