import type { CollabOptions } from './options.ts';

/** Does `work` again and again, `everyMs` after it last ended. A failure is logged once until it works again. */
export const repeat = (
  everyMs: number,
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
        await work();
        isFailing = false;
      } catch (error) {
        if (!isFailing) log.error(`collab ${name}`, error);
        isFailing = true;
      }
      if (!stopped) again();
    }, everyMs);
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
