import type { CollabOptions } from './options.ts';
import { fromDatabase } from './refusal.ts';

/**
 * Does `work` again and again, `everyMs` after it last ended or was given up after `longestMs`. A failure is logged once
 * until it works again.
 */
export const repeat = (
  times: { everyMs: number; longestMs: number },
  name: string,
  log: CollabOptions['log'],
  work: () => Promise<void>,
) => {
  let stopped = false;
  let isFailing = false;
  let timer: NodeJS.Timeout;
  const again = () => {
    timer = setTimeout(async () => {
      try {
        await fromDatabase(work(), times.longestMs);
        isFailing = false;
      } catch (error) {
        if (!isFailing) log.error(`collab ${name}`, error);
        isFailing = true;
      }
      if (!stopped) again();
    }, times.everyMs);
    timer.unref();
  };
  again();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};
