import type { Alone } from '#db/alone.ts';
import { listBusyTrackers } from '#db/tracker-outbox.ts';
import { forgetCalls } from '#db/trackers.ts';
import { DAY } from '#domain/soak/wall-clock.ts';
import { DURATIONS, type Durations } from '#domain/trackers/schedule.ts';
import type { App } from '../app.ts';
import { lookAtItems } from './look-at-items.ts';
import { callOutside } from './outgoing.server.ts';
import type { TrackersPort } from './port.ts';
import { sendDueItems } from './send-due-items.ts';

const LOOK_MS = 3_000;
const CALLS_KEPT = 30 * DAY;

/**
 * T3 to T5: every few seconds what is due is sent and asked for, each tracker by itself and on one node at a time: no request waits for
 * it, and a slow tracker holds up no other. @returns the port deeds use, and how to stop
 */
export function keepSpeaking(
  app: App,
  { key, alone, durations = DURATIONS }: { key: Uint8Array | null; alone: Alone; durations?: Durations },
): { port: TrackersPort; stop(): Promise<void> } {
  let isStopping = false;
  let forgotAt = 0;
  const running = new Map<string, Promise<void>>();
  const failing = new Set<string>();
  const goOn = () => !isStopping;
  const port: TrackersPort = {
    key,
    durations,
    call: (ask, listed) => callOutside(ask, { listed }),
    wake: () => look(),
  };
  const speaking = { ...app, db: app.db, clock: app.clock, log: app.log, trackers: port };
  const speakWith = async (tracker: string) => {
    while (goOn() && (await sendDueItems(speaking, tracker, goOn)) > 0);
    while (goOn() && (await lookAtItems(speaking, tracker, goOn)) > 0);
  };
  const start = (task: string, work: () => Promise<unknown>) => {
    if (isStopping || running.has(task)) return;
    const done = work()
      .then(
        () => void failing.delete(task),
        (error) => {
          if (!failing.has(task) && !isStopping) app.log.error('speaking with a tracker', error);
          failing.add(task);
        },
      )
      .finally(() => running.delete(task));
    running.set(task, done);
  };
  const look = () =>
    start('look', async () => {
      const now = app.clock.now();
      for (const tracker of await listBusyTrackers(app.db, now))
        start(tracker, () => alone(`tracker ${tracker}`, () => speakWith(tracker)));
      if (now.getTime() - forgotAt < DAY) return;
      forgotAt = now.getTime();
      await forgetCalls(app.db, new Date(forgotAt - CALLS_KEPT));
    });
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  return {
    port,
    async stop() {
      isStopping = true;
      clearInterval(timer);
      // a call under way has its own end; what it leaves is looked for at the next start
      await Promise.race([
        Promise.all(running.values()),
        new Promise((resolve) => setTimeout(resolve, 2_000).unref()),
      ]);
    },
  };
}
