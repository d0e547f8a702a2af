import type { CommandName } from '#domain/meeting/command.ts';
import type { RoomContext } from './room-context.ts';

/** Done on it for whoever asks, under a name given each time. */
const FOR_EVERYBODY: ReadonlySet<CommandName> = new Set<CommandName>([
  'raise-hand',
  'change-hand',
  'lower-hand',
  'finish-turn',
  'capture',
  'withdraw-capture',
]);

const ON_ONES_OWN = 'That is for a device of one’s own.';

/**
 * The room on a device that several people share (M3): nothing that only its owner may see, nothing done in their name. Their id
 * stays, by which hands raised here and words noted here for others are known.
 */
export function forEverybody<Facts extends RoomContext>(facts: Facts): Facts {
  const { id, guest } = facts.own.actor;
  return {
    ...facts,
    own: {
      actor: { id, steers: false, analyst: false, ...(guest && { guest }) },
      readyFor: null,
      ideas: [],
      texts: [],
      unconfirmed: [],
      attendance: null,
      note: '',
      mayPlanSession: false,
      soakWaitsFor: null,
      opensAt: null,
    },
    facilitator: null,
    survey: null,
    may: (name) => (FOR_EVERYBODY.has(name) ? facts.may(name) : ON_ONES_OWN),
  };
}
