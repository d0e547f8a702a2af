import { type Refused, refuse } from '#domain/refused.ts';
import type { Forbidden } from '../may-command.ts';
import type { Room } from '../meeting.ts';
import { type QueueEntry, speakerOf, TURN_WORDS } from '../queue-entry.ts';
import { type Act, type Context, done, place } from './act.ts';

const MOST_WAITING = 300;

const raiseHand: Act<'raise-hand'> = (room, body, { actor, now, uuid }) => {
  const entry: QueueEntry = {
    id: uuid(),
    type: body.type,
    words: body.words ?? '',
    raisedBy: actor.id,
    raisedFor: body.for ?? null,
    raisedAt: now,
    state: 'waiting',
    placed: null,
    target: body.target === undefined ? place(room).target : body.target,
  };
  const waiting = room.queue.filter(({ state }) => state === 'waiting');
  if (waiting.length >= MOST_WAITING) return refuse('The queue is full. Try again when a few have spoken.');
  if (waiting.some((other) => other.type === entry.type && speakerOf(other) === speakerOf(entry)))
    return refuse(alreadyWaiting(entry));
  return done({ ...room, queue: [...room.queue, entry] }, { entry: entry.id, type: entry.type });
};

const changeHand: Act<'change-hand'> = (room, { entry: id, words }, context) => {
  const entry = ownEntry(room, id, 'waiting', context);
  if (!('id' in entry)) return entry;
  const queue = room.queue.map((other) => (other.id === id ? { ...other, words } : other));
  return done({ ...room, queue }, { entry: id });
};

const lowerHand: Act<'lower-hand'> = (room, { entry: id }, context) => {
  const entry = ownEntry(room, id, 'waiting', context);
  if (!('id' in entry)) return entry;
  return done({ ...room, queue: room.queue.filter((other) => other.id !== id) }, { entry: id });
};

const finishTurn: Act<'finish-turn'> = (room, { entry: id }, context) => {
  const entry = ownEntry(room, id, 'speaking', context);
  if (!('id' in entry)) return entry;
  const queue = room.queue.map((other) => (other.id === id ? { ...other, state: 'spoken' as const } : other));
  return done({ ...room, queue }, { entry: id });
};

function ownEntry(
  room: Room,
  id: string,
  state: QueueEntry['state'],
  { actor }: Context,
): QueueEntry | Refused | Forbidden {
  const entry = room.queue.find((other) => other.id === id && other.state === state);
  if (entry === undefined)
    return refuse(state === 'waiting' ? 'That hand is not up any more.' : 'That turn is over.');
  return entry.raisedBy === actor.id ? entry : { forbidden: 'Only the one who raised this hand changes it.' };
}

/** M12. */
const alreadyWaiting = (entry: QueueEntry): string => {
  const type = TURN_WORDS[entry.type].toLowerCase();
  return entry.raisedFor === null
    ? `You are in the queue with “${type}” already. You can change its words.`
    : `${entry.raisedFor} is in the queue with “${type}” already.`;
};

export const HANDS = {
  'raise-hand': raiseHand,
  'change-hand': changeHand,
  'lower-hand': lowerHand,
  'finish-turn': finishTurn,
};
