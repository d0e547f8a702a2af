import { openRoom } from '#collab/client/open-room.ts';
import { socketWith, until } from '../faults/writers.ts';
import { exampleMeeting, signedIn } from './example.ts';
import { type Figure, percentile } from './figure.ts';

const FOLLOWERS = 50;
const PRESSES = 60;
const PRESS_EVERY_MS = 150;

/** From the press of a facilitator's button to the room as each of fifty followers sees it, over real sockets. */
export async function measureFollowers(origin: string): Promise<Figure> {
  const felicity = await signedIn(origin, 'felicity');
  const cookie = await signedIn(origin, 'grace');
  const meeting = await exampleMeeting(origin, felicity);
  const rooms = Array.from({ length: FOLLOWERS }, () =>
    openRoom<unknown>({
      name: `room:${meeting.id}`,
      me: { id: 'unused', name: 'unused', hue: 1 },
      url: `${origin.replace('http', 'ws')}/collab`,
      link: { WebSocketPolyfill: socketWith(cookie, origin), askWhy: async () => 'unreachable' },
    }),
  );
  await until(() => rooms.every((room) => room.projection.get() !== null), 'all in the room', 60_000);
  let rev = await press(origin, felicity, meeting.id, { command: 'start', expectedRev: meeting.rev });
  const waits: number[] = [];
  for (let time = 0; time < PRESSES; time++) {
    const began = performance.now();
    const next = rev + 1;
    const seen = Promise.all(
      rooms.map((room) => reaches(room, next).then(() => waits.push(performance.now() - began))),
    );
    rev = await press(origin, felicity, meeting.id, {
      command: 'timer-add',
      expectedRev: rev,
      seconds: time % 2 === 0 ? 60 : -60,
    });
    await seen;
    await new Promise((resolve) => setTimeout(resolve, PRESS_EVERY_MS));
  }
  for (const room of rooms) room.close();
  return {
    what: `command to ${FOLLOWERS} followers, p95 of ${waits.length}`,
    limit: 100,
    measured: percentile(waits, 0.95),
    unit: 'ms',
  };
}

type Room = ReturnType<typeof openRoom<unknown>>;

const reaches = (room: Room, rev: number): Promise<void> =>
  new Promise((resolve) => {
    const stop = room.projection.subscribe(() => {
      if ((room.projection.get()?.rev ?? 0) < rev) return;
      stop();
      resolve();
    });
  });

async function press(origin: string, cookie: string, meeting: string, body: object): Promise<number> {
  const answer = await fetch(`${origin}/meetings/${meeting}/commands`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/json' },
    body: JSON.stringify({ key: crypto.randomUUID(), ...body }),
  });
  if (answer.status !== 200) throw new Error(`The room answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { rev: number }).rev;
}
