import { createContext, useContext } from 'react';
import type { Target } from '#domain/meeting/target.ts';
import type { ComposingUi } from './use-composing.ts';
import type { DraftsUi } from './use-drafts.ts';
import type { RoomFace } from './use-face.ts';
import type { View } from './use-following.ts';

export type Where = 'room' | 'remote';
export type Dialog = 'end' | 'keys' | 'agenda' | 'facilitators' | 'screen' | 'guests';
/** `bearing`: beside the open idea of an action session. */
export type FloorTab = 'bearing' | 'queue' | 'captured' | 'parked';

export interface Left {
  stage: string;
  /** The focus goes to its field. */
  write: boolean;
}

/** What is open on this person's screen, and where they look. Nobody else learns of it. */
export interface RoomUi extends ComposingUi, DraftsUi {
  /** Closes the open form; what was typed in it waits. */
  putAway(): void;
  view: View;
  /** The last of what the current stage presents that was spotlit; null before the first. */
  walked: Target | null;
  /** What a spotlight, capture or parked note would be about. */
  chosen: Target | null;
  choose(target: Target | null): void;
  tab: FloorTab;
  showTab(tab: FloorTab): void;
  /** Said politely to those who listen, shown for a while to those who look. */
  say(sentence: string): void;
  /** Why a press did nothing, shown above the bar for a while; null takes it away. */
  remark(sentence: string | null): void;
  /** For those who steer: the last to speak were in the room, and others wait remotely; null: it is not so. */
  remoteHands: string | null;
  openDialog(which: Dialog | null): void;
  /** What a guest's stage says where they see no write-up: a different view stands against it (C2). */
  claimHere: string;
  setClaimHere(words: string): void;
  /** A stage left behind whose field is open below the one in sight. */
  left: Left | null;
  openLeft(left: Left | null): void;
  /** Said at the door, kept in presence alone (M18). */
  where: Where | null;
  setWhere(where: Where): void;
  /** When this page came into the room, in ms; null once its welcome was put away. Another face is no other arrival. */
  arrival: { joined: number | null; putAway(): void };
  /** How this device shows the room; chosen by the person, kept in this browser. */
  face: RoomFace;
  setFace(face: RoomFace): void;
}

const Ui = createContext<RoomUi | null>(null);

export const RoomUiProvider = Ui.Provider;

export function useRoomUi(): RoomUi {
  const ui = useContext(Ui);
  if (!ui) throw new Error('useRoomUi outside the room');
  return ui;
}
