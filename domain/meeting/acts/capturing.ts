import { type Refused, refuse } from '#domain/refused.ts';
import { type Capture, maySeeCapture, mayWithdrawCapture, ownerOfCapture } from '../capture.ts';
import type { Forbidden } from '../may-command.ts';
import type { Room } from '../meeting.ts';
import { type Act, type Context, done, place, stageBegunIn } from './act.ts';

const MOST_CAPTURES = 2_000;

/** C1: kept with its stage and what was on stage when it was begun, however long it took to write. */
const capture: Act<'capture'> = (room, body, context) => {
  if (room.captures.length >= MOST_CAPTURES) return refuse('This meeting has kept as much as it can hold.');
  const { forPerson, forLabel, kind, words } = body;
  if (forPerson !== undefined && context.actor.guest)
    return { forbidden: 'A guest notes their own words, or those of somebody beside them.' };
  if (forPerson !== undefined && !context.mayBeNamed(forPerson))
    return refuse('That person cannot read this review, so nothing can be noted for them.');
  const forOther = forPerson !== undefined && forPerson !== context.actor.id ? forPerson : null;
  const kept: Capture = {
    id: context.uuid(),
    kind,
    words,
    stage: stageBegunIn(room, body.stage),
    target: body.target === undefined ? place(room).target : body.target,
    claim: kind === 'different-view' ? (body.claim ?? '') : '',
    notedBy: context.actor.id,
    forPerson: forOther,
    forLabel: forOther === null ? (forLabel ?? null) : null,
    confirmed: forOther === null,
    at: context.now,
    changedAt: null,
  };
  return done({ ...room, captures: [...room.captures, kept] }, { capture: kept.id, kind });
};

const changeCapture: Act<'change-capture'> = (room, { capture: id, words }, context) => {
  const found = visible(room, id, context);
  if (!('id' in found)) return found;
  if (ownerOfCapture(found) !== context.actor.id) return notYours();
  return changed(room, { ...found, words, changedAt: context.now });
};

const confirmCapture: Act<'confirm-capture'> = (room, { capture: id }, context) => {
  const found = visible(room, id, context);
  if (!('id' in found)) return found;
  if (found.confirmed) return refuse('This is confirmed already.');
  if (found.forPerson !== context.actor.id) return notYours();
  return changed(room, { ...found, confirmed: true });
};

const withdrawCapture: Act<'withdraw-capture'> = (room, { capture: id }, context) => {
  const found = visible(room, id, context);
  if (!('id' in found)) return found;
  if (!mayWithdrawCapture(found, context.actor.id)) return notYours();
  return done({ ...room, captures: room.captures.filter((other) => other.id !== id) }, { capture: id });
};

function visible(room: Room, id: string, { actor }: Context): Capture | Refused {
  const found = room.captures.find((other) => other.id === id && maySeeCapture(other, actor.id));
  return found ?? refuse('That is not among the captures any more.');
}

const changed = (room: Room, capture: Capture) =>
  done(
    { ...room, captures: room.captures.map((other) => (other.id === capture.id ? capture : other)) },
    { capture: capture.id },
  );

const notYours = (): Forbidden => ({ forbidden: 'Only the one whose words these are changes them.' });

export const CAPTURING = {
  capture,
  'change-capture': changeCapture,
  'confirm-capture': confirmCapture,
  'withdraw-capture': withdrawCapture,
};
