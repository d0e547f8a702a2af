import type { PresenceFields } from './presence-fields.ts';

/** What a tab says about itself. */
export type Presence = PresenceFields;

/** Stamped by the server on every state it passes on. */
export interface PresentUser {
  id: string;
  name: string;
  /** 1 to 6: the hue of the person's face. */
  hue: number;
  /** Without an account (G1): nobody to put words into the mouth of, and nobody to hand a meeting to. */
  guest?: true;
}

/** One tab's state as others receive it. */
export type PresenceState = Presence & { user: PresentUser };

/** One state, as bytes of JSON. */
export const PRESENCE_MAX_BYTES = 4096;

/** What the server says to those in a room when it cannot hear other nodes, and when it can again: who joined there is not shown. */
export const FACES = { someMissing: 'faces: some missing', whole: 'faces: whole' } as const;
