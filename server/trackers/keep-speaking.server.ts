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
/** So many trackers are spoken with at once, each for so long at most: then it is the others' turn, and other nodes'. */
const AT_ONCE = 3;
const TURN_MS = 20_000;

/**
 * T3 to T5: every few seconds what is due is sent and asked for, on one node at a time: no request waits for it, and a slow tracker
 * has its turn and holds up no other for longer. One lock for all of them takes one connection of the pool, however many there are.
 * @returns the port deeds use, and how to stop
 */
export function keepSpeaking(
  app: App,
  { key, alone, durations = DURATIONS }: { key: Uint8Array | null; alone: Alone; durations?: Durations },
): { port: TrackersPort; stop(): Promise<void> } {
  let isStopping = false;
  let isWoken = false;
  let forgotAt = 0;
  let running: Promise<void> | null = null;
  const failing = new Set<string>();
  const port: TrackersPort = {
    key,
    durations,
    call: (ask, listed) => callOutside(ask, { listed }),
    wake: () => {
      isWoken = true;
      look();
    },
  };
  const speaking = { ...app, trackers: port };
  /** What fails is told once, until it has gone well. */
  const attempt = async (task: string, work: () => Promise<unknown>) => {
    try {
      await work();
      failing.delete(task);
    } catch (error) {
      if (!failing.has(task) && !isStopping) app.log.error('speaking with a tracker', error);
      failing.add(task);
    }
  };
  const speakWith = async (tracker: string) => {
    const begun = performance.now();
    const goOn = () => !isStopping && performance.now() - begun < TURN_MS;
    await sendDueItems(speaking, tracker, goOn);
    await lookAtItems(speaking, tracker, goOn);
  };
  const turn = async () => {
    const now = app.clock.now();
    const due = await listBusyTrackers(app.db, now);
    const oneAfterOther = async () => {
      for (let tracker = due.shift(); tracker !== undefined && !isStopping; tracker = due.shift()) {
        const each = tracker;
        await attempt(each, () => speakWith(each));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, oneAfterOther));
    if (now.getTime() - forgotAt < DAY) return;
    forgotAt = now.getTime();
    await forgetCalls(app.db, new Date(forgotAt - CALLS_KEPT));
  };
  const look = () => {
    if (isStopping || running) return;
    isWoken = false;
    running = attempt('turn', () => alone('trackers', turn)).then(() => {
      running = null;
      // what was put on its way meanwhile goes now
      if (isWoken) look();
    });
  };
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  return {
    port,
    async stop() {
      isStopping = true;
      clearInterval(timer);
      // a call under way has its own end; what it leaves is looked for at the next start
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 2_000).unref())]);
    },
  };
}
