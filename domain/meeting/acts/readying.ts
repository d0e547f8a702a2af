import { refuse } from '#domain/refused.ts';
import { readyIsOffered } from '../ready.ts';
import { type Act, done, standing } from './act.ts';

/** M10: one's own mark, for this stage. The event names neither what nor whom beside its actor, and loses that a day after the end. */
const ready: Act<'ready'> = (room, { ready: isReady }, { actor }) => {
  const { current } = standing(room.meeting);
  const stage = room.stages.find(({ id }) => id === current);
  if (stage === undefined || !readyIsOffered(stage.kind))
    return refuse('This stage does not ask who is ready.');
  const others = room.ready.filter((person) => person !== actor.id);
  return done({ ...room, ready: isReady ? [...others, actor.id] : others });
};

export const READYING = { ready };
