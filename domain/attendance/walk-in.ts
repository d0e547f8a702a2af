import type { MeetingPhase } from '../meeting/meeting.ts';
import { type Refused, refuse } from '../refused.ts';

/** A9: when somebody without an account may state that they came; as for everybody else. */
export const mayWalkIn = (phase: MeetingPhase): true | Refused =>
  phase === 'planned' || phase === 'cancelled'
    ? refuse(
        phase === 'planned'
          ? 'The room is not open yet. From 15 minutes before the meeting on you can note here that you came.'
          : 'This meeting was cancelled, so there is nothing to note.',
      )
    : true;
