import type { PersonId } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { Forbidden } from './may-command.ts';

/** M17: who may relieve a facilitator who is gone. Co-facilitators have all powers at once in any case. */
export const TAKE_OVER_POLICIES = ['co-facilitators', 'anyone', 'nobody'] as const;
export type TakeOverPolicy = (typeof TAKE_OVER_POLICIES)[number];
export const TAKE_OVER_WORDS: Record<TakeOverPolicy, string> = {
  'co-facilitators': 'Co-facilitators',
  anyone: 'Anyone in the room',
  nobody: 'Nobody',
};

/** From here on everyone is told, quietly. */
export const RECONNECTING_AFTER_SECONDS = 10;
export const TAKE_OVER_AFTER_SECONDS = 60;

/** Who led before, so that it can be handed back. */
export interface Relieved {
  by: PersonId;
  at: Date;
  /** In their order; the first led. */
  before: readonly PersonId[];
}

/** What the rule asks; the same from rows and from the projection. */
export interface TakeOverFacts {
  policy: TakeOverPolicy;
  /** The first leads. */
  facilitators: readonly PersonId[];
  /** Last sight of who leads; of one never seen, when the meeting started. */
  leadSeenAt: Date;
}

/** M17: true, or the sentence that says why not. */
export function mayTakeOver(
  { policy, facilitators, leadSeenAt }: TakeOverFacts,
  person: PersonId,
  now: Date,
): true | Forbidden | Refused {
  if (facilitators[0] === person) return refuse('You lead this meeting already.');
  if (policy === 'nobody')
    return { forbidden: 'In this meeting nobody takes over; it was planned that way.' };
  if (policy === 'co-facilitators' && !facilitators.includes(person))
    return { forbidden: 'In this meeting its co-facilitators take over.' };
  if (now.getTime() - leadSeenAt.getTime() < TAKE_OVER_AFTER_SECONDS * 1000)
    return refuse('The facilitator was here a moment ago. After a minute away somebody can take over.');
  return true;
}
