import { type Refused, refuse } from '#domain/refused.ts';
import type { Forbidden } from '../may-command.ts';
import type { Room } from '../meeting.ts';
import { mayEndParked, type Parked } from '../parked.ts';
import { type Act, done, place, stageBegunIn } from './act.ts';

const MOST_PARKED = 500;

/** C5: keeps author, place and words. */
const park: Act<'park'> = (room, body, { actor, now, uuid }) => {
  if (room.parked.length >= MOST_PARKED) return refuse('As much is parked as this meeting can hold.');
  const parked: Parked = {
    id: uuid(),
    words: body.words,
    by: actor.id,
    stage: stageBegunIn(room, body.stage),
    target: body.target === undefined ? place(room).target : body.target,
    at: now,
    ending: null,
  };
  return done({ ...room, parked: [...room.parked, parked] }, { parked: parked.id });
};

const changeParked: Act<'change-parked'> = (room, { parked: id, words }, { actor }) => {
  const found = find(room, id);
  if (!('id' in found)) return found;
  return found.by === actor.id ? changed(room, { ...found, words }) : notYours();
};

const withdrawParked: Act<'withdraw-parked'> = (room, { parked: id }, { actor }) => {
  const found = find(room, id);
  if (!('id' in found)) return found;
  if (found.by !== actor.id) return notYours();
  return done({ ...room, parked: room.parked.filter((other) => other.id !== id) }, { parked: id });
};

/** C5: answered, follow-up talk, own review, or let go; by its author, a facilitator or an analyst, afterwards too. */
const endParked: Act<'end-parked'> = (room, { parked: id, ending, note }, { actor, now }) => {
  const found = find(room, id);
  if (!('id' in found)) return found;
  if (!mayEndParked(found.by, actor)) return notYours();
  return changed(room, { ...found, ending: { how: ending, note: note ?? '', at: now } });
};

const find = (room: Room, id: string): Parked | Refused =>
  room.parked.find((other) => other.id === id) ?? refuse('That is not parked any more.');

const changed = (room: Room, parked: Parked) =>
  done(
    { ...room, parked: room.parked.map((other) => (other.id === parked.id ? parked : other)) },
    { parked: parked.id, ...(parked.ending ? { ending: parked.ending.how } : {}) },
  );

const notYours = (): Forbidden => ({
  forbidden: 'Its author changes it; its author, a facilitator or an analyst says how it ends.',
});

export const PARKING = {
  park,
  'change-parked': changeParked,
  'withdraw-parked': withdrawParked,
  'end-parked': endParked,
};
