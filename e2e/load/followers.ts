import { openRoom } from '#collab/client/open-room.ts';
import { socketWith, until } from '../faults/writers.ts';
import { type Figure, percentile } from './figure.ts';
import { openLeanScreen } from './lean-screen.ts';

export const PRESSES = 60;
const PRESS_EVERY_MS = 150;

/** One of so many, the first of all among them, is a tab as it is in a browser; the others read only what `rev` they were sent. */
const ONE_IN = 10;

export type Follower = Pick<ReturnType<typeof openRoom<unknown>>, 'projection' | 'close'>;

/** As many screens in one room, over real sockets. */
export async function enter(
  origin: string,
  meeting: string,
  cookies: readonly string[],
): Promise<Follower[]> {
  const name = `room:${meeting}`;
  const rooms: Follower[] = cookies.map((cookie, at) =>
    at % ONE_IN === 0 ? openTab(origin, cookie, name) : openLeanScreen({ origin, cookie, name }),
  );
  await until(() => rooms.every((room) => room.projection.get() !== null), 'all in the room', 120_000);
  return rooms;
}

const openTab = (origin: string, cookie: string, name: string): Follower =>
  openRoom<unknown>({
    name,
    me: { id: 'unused', name: 'unused', hue: 1 },
    url: `${origin.replace('http', 'ws')}/collab`,
    link: {
      person: null,
      WebSocketPolyfill: socketWith(cookie, origin),
      askWhy: async () => 'unreachable',
    },
  });

/** From the press of a facilitator's button to the room as each of its followers sees it. */
export async function measureFollowers(
  rooms: readonly Follower[],
  push: (body: object) => Promise<number>,
  rev: number,
  limit: number,
): Promise<Figure> {
  const waits: number[] = [];
  let now = rev;
  for (let time = 0; time < PRESSES; time++) {
    const began = performance.now();
    const next = now + 1;
    const seen = Promise.all(
      rooms.map((room) => reaches(room, next).then(() => waits.push(performance.now() - began))),
    );
    now = await push({ command: 'timer-add', expectedRev: now, seconds: time % 2 === 0 ? 60 : -60 });
    await seen;
    await new Promise((resolve) => setTimeout(resolve, PRESS_EVERY_MS));
  }
  return {
    what: `command to ${rooms.length} followers, p95 of ${waits.length}`,
    limit,
    measured: percentile(waits, 0.95),
    unit: 'ms',
  };
}

/** The screen has this change, or a later one. */
export const reaches = (room: Follower, rev: number): Promise<void> =>
  new Promise((resolve) => {
    if ((room.projection.get()?.rev ?? 0) >= rev) return resolve();
    const stop = room.projection.subscribe(() => {
      if ((room.projection.get()?.rev ?? 0) < rev) return;
      stop();
      resolve();
    });
  });

export async function press(origin: string, cookie: string, meeting: string, body: object): Promise<number> {
  const answer = await fetch(`${origin}/meetings/${meeting}/commands`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/json' },
    body: JSON.stringify({ key: crypto.randomUUID(), expectedRev: 0, ...body }),
  });
  if (answer.status !== 200) throw new Error(`The room answered ${answer.status}: ${await answer.text()}`);
  // it begins with it; three hundred rooms with everybody's hands in them are not read here
  return Number(/^\{"rev":(\d+)/.exec(await answer.text())?.[1]);
}
