import type { Document, Extension } from '@hocuspocus/server';
import type { Context } from '../context.ts';

/** After a broadcast this many times its own length pass before the next: what is typed meanwhile goes out in one frame. */
const REST = 1;
/** Nobody waits longer for it than this. */
const LONGEST_REST_MS = 50;

/**
 * A crowd is told less often, and more at once. Telling three hundred people one letter takes four milliseconds of the one thread
 * there is; telling them each of a hundred writers' letters alone would take all of it. A small company is told at once.
 */
export const paceBroadcasts = (now: () => number = () => performance.now()): Extension<Context> => ({
  extensionName: 'pace-broadcasts',
  async afterLoadDocument({ document }) {
    pace(document, now);
  },
});

const pace = (document: Document, now: () => number): void => {
  let notBefore = 0;
  let set: number | false | null = null;
  const flush = document.flush.bind(document);
  document.flush = () => {
    const began = now();
    flush();
    const took = now() - began;
    notBefore = began + took + Math.min(REST * took, LONGEST_REST_MS);
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
