import type { PersonId } from '#domain/ids.ts';
import { refuse } from '#domain/refused.ts';
import { MOST_FACILITATORS } from '../check-plan.ts';
import { isWithin } from '../target.ts';
import { type Act, done, standing } from './act.ts';

/** M16: names something of the write-up, or nothing; what it shows once that is gone is the reader's to resolve. */
const spotlight: Act<'spotlight'> = (room, { target }, { actor }) => {
  const here = standing(room.meeting);
  const stage = room.stages.find(({ id }) => id === here.current);
  if (!actor.steers && !isWithin(target, stage?.targets ?? []))
    return { forbidden: 'Whoever tells a part lights what is in it. The rest is for the facilitators.' };
  return done(
    { ...room, meeting: { ...here, spotlight: target } },
    { type: target?.type ?? null, target: target?.id ?? null },
  );
};

/** Asks everyone once to come along; who is typing stays (the reader's rule). Named by the `rev` it makes. */
const bringEveryone: Act<'bring-everyone'> = (room) =>
  done({ ...room, meeting: { ...standing(room.meeting), broughtRev: room.meeting.rev + 1 } });

/** Hand-over: the first leads, the others have the same powers. */
const roles: Act<'roles'> = (room, { facilitators, scribe }, { mayBeNamed }) => {
  const named: PersonId[] = [...new Set(facilitators)];
  if (named.length === 0) return refuse('A meeting needs someone to facilitate it.');
  if (named.length > MOST_FACILITATORS)
    return refuse(`Up to ${MOST_FACILITATORS} people can facilitate a meeting.`);
  if (!named.every(mayBeNamed))
    return refuse('Only people who may read this review can facilitate its meeting.');
  const { meeting } = room;
  // naming a scribe moves nobody else, and is no answer to a handover that can be taken back
  const isSame = named.join() === meeting.plan.facilitators.join();
  if (scribe != null && scribe !== meeting.plan.scribe && !mayBeNamed(scribe))
    return refuse('Only people who may read this review can be its meeting’s scribe.');
  const plan = {
    ...meeting.plan,
    facilitators: isSame ? meeting.plan.facilitators : named,
    scribe: scribe === undefined ? meeting.plan.scribe : scribe,
  };
  return done(
    { ...room, meeting: { ...meeting, relieved: isSame ? meeting.relieved : null, plan } },
    { leads: named[0] ?? null, number: named.length },
  );
};

export const ATTENTION = { spotlight, 'bring-everyone': bringEveryone, roles };
