import { refuse } from '#domain/refused.ts';
import type { Room } from '../meeting.ts';
import { inOrder } from '../queue-order.ts';
import { type Act, done } from './act.ts';

/** M12: gives the next one the floor, if who is believed to be speaking is; else nothing happens. */
const nextSpeaker: Act<'next-speaker'> = (room, { speaking }) => {
  const now = room.queue.find((entry) => entry.state === 'speaking');
  if ((now?.id ?? null) !== speaking) return { conflict: true };
  const next = inOrder(room.queue)[0];
  if (now === undefined && next === undefined) return refuse('Nobody is waiting.');
  const queue = room.queue.map((entry) => {
    if (entry.id === now?.id) return { ...entry, state: 'spoken' as const };
    return entry.id === next?.id ? { ...entry, state: 'speaking' as const, placed: null } : entry;
  });
  return done({ ...room, queue }, { entry: next?.id ?? null });
};

const queueOpen: Act<'queue-open'> = (room) =>
  room.meeting.queueOpen ? refuse('The queue is open.') : withQueue(room, true);

/** M13: keeps those who wait. */
const queueClose: Act<'queue-close'> = (room) =>
  room.meeting.queueOpen ? withQueue(room, false) : refuse('The queue is closed.');

/** M11: this order holds for those named until they leave; who is not named, or comes later, is placed by the rule. */
const queueOrder: Act<'queue-order'> = (room, { entries }) => {
  const waiting = new Set(room.queue.filter(({ state }) => state === 'waiting').map(({ id }) => id));
  const order = [...new Set(entries)].filter((id) => waiting.has(id));
  if (order.length === 0) return refuse('None of those is waiting any more.');
  const queue = room.queue.map((entry) => {
    if (entry.state !== 'waiting') return entry;
    const at = order.indexOf(entry.id);
    const place = at === -1 ? null : at;
    return entry.placed === place ? entry : { ...entry, placed: place };
  });
  return done({ ...room, queue }, { number: order.length });
};

const queueRemove: Act<'queue-remove'> = (room, { entry }) => {
  if (!room.queue.some(({ id, state }) => id === entry && state === 'waiting'))
    return refuse('That hand is not up any more.');
  return done({ ...room, queue: room.queue.filter(({ id }) => id !== entry) }, { entry });
};

const withQueue = (room: Room, open: boolean) =>
  done({ ...room, meeting: { ...room.meeting, queueOpen: open } });

export const FLOOR = {
  'next-speaker': nextSpeaker,
  'queue-open': queueOpen,
  'queue-close': queueClose,
  'queue-order': queueOrder,
  'queue-remove': queueRemove,
};
