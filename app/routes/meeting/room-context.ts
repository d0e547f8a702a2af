import { createContext, useContext } from 'react';
import type { Sent } from '#app/components/use-press.ts';
import type { LinkState } from '#collab/client/link.ts';
import type { PresentPerson } from '#collab/client/open-room.ts';
import type { SessionCommand } from '#domain/action-session/command.ts';
import type { AroundCommand } from '#domain/meeting/around/command.ts';
import type { SurveyShown } from '#domain/meeting/around/survey.ts';
import type { Command, CommandName } from '#domain/meeting/command.ts';
import type { MeetingPhase } from '#domain/meeting/meeting.ts';
import type { FacilitatorView, OwnRoom } from '#domain/meeting/own-room.ts';
import type {
  CaptureShown,
  ParkedShown,
  PersonShown,
  RoomProjection,
  TurnShown,
} from '#domain/meeting/projection.ts';
import type { WriteUp } from '#domain/write-up.ts';
import type { ServerClock } from './server-clock.ts';
import type { Asked } from './use-commands.ts';

export type { Sent };

export type RoomCommand = Command | SessionCommand | AroundCommand;

/** What every part of the room reads and does. */
export interface RoomContext {
  room: RoomProjection;
  phase: MeetingPhase;
  own: OwnRoom;
  captures: readonly CaptureShown[];
  parked: readonly ParkedShown[];
  waiting: readonly TurnShown[];
  facilitator: FacilitatorView | null;
  /** What is asked once the meeting has ended; null before, and where nothing is. */
  survey: SurveyShown | null;
  /** Walked alone: nothing leaves this page. */
  rehearses: boolean;
  me: PersonShown;
  people: readonly PresentPerson[];
  /** Somebody may be here whom this server does not hear of. */
  facesMissing: boolean;
  link: LinkState;
  clock: ServerClock;
  /** The write-up as it stands, live. */
  writeUp: WriteUp;
  reviewTitle: string;
  zone: string;
  /** The day ideas open, in words; null where no soak can be told yet. */
  opensOn: string | null;
  /** The zone the write-up tells its moments in. */
  momentZone: string;
  send(asked: Asked): Promise<Sent>;
  /** True, or the sentence that says why not: the rule that guards the command. */
  may(name: CommandName): true | string;
}

const Room = createContext<RoomContext | null>(null);

export const RoomProvider = Room.Provider;

export function useRoom(): RoomContext {
  const room = useContext(Room);
  if (!room) throw new Error('useRoom outside the room');
  return room;
}
