import { refuse } from '#domain/refused.ts';
import { mayTakeOver } from '../take-over.ts';
import { type Act, done, standing } from './act.ts';

/** M17: whoever takes over leads; who led stays beside them with the same powers, and gets the lead back only by hand. */
const takeOver: Act<'take-over'> = (room, _, { actor, now, mayBeNamed }) => {
  const meeting = standing(room.meeting);
  const { facilitators, takeOver: policy } = meeting.plan;
  const leadSeenAt = room.leadSeenAt ?? meeting.startedAt;
  const may = mayTakeOver({ policy, facilitators, leadSeenAt }, actor.id, now);
  if (may !== true) return may;
  // one of the facilitators may come back to it; anyone else is somebody who is there
  if (!facilitators.includes(actor.id) && !room.present.includes(actor.id))
    return refuse('Whoever takes over is in the room. Open it first.');
  if (!mayBeNamed(actor.id))
    return refuse('Only people who may read this review can facilitate its meeting.');
  return done(
    {
      ...room,
      meeting: {
        ...meeting,
        plan: { ...meeting.plan, facilitators: [actor.id, ...facilitators.filter((id) => id !== actor.id)] },
        relieved: { by: actor.id, at: now, before: facilitators },
      },
    },
    { leads: actor.id, before: facilitators[0] ?? null },
  );
};

/** As it was before somebody took over. */
const handBack: Act<'hand-back'> = (room, _, { mayBeNamed }) => {
  const meeting = standing(room.meeting);
  if (meeting.relieved === null) return refuse('There is nothing to hand back.');
  const [lead, ...others] = meeting.relieved.before;
  if (lead === undefined || !mayBeNamed(lead))
    return refuse('Whoever led before is no longer here. Choose under “Who facilitates”.');
  const facilitators = [lead, ...others.filter(mayBeNamed)];
  return done(
    { ...room, meeting: { ...meeting, plan: { ...meeting.plan, facilitators }, relieved: null } },
    { leads: lead },
  );
};

export const RELIEVING = { 'take-over': takeOver, 'hand-back': handBack };
