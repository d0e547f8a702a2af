import { z } from 'zod';

/** A place in shared text that survives edits: Yjs' relative position as JSON. */
const relativePosition = z.strictObject({
  type: z.strictObject({ client: z.int().min(0), clock: z.int().min(0) }).nullish(),
  tname: z.string().max(120).nullish(),
  item: z.strictObject({ client: z.int().min(0), clock: z.int().min(0) }).nullish(),
  assoc: z.int().min(-1).max(1).optional(),
});

/**
 * What a tab may say about itself beside its text. Everything else is dropped by the server; who it is, is
 * stamped there and cannot be chosen.
 */
export const presenceFields = {
  /** Caret and selection in words, as y-prosemirror writes them. */
  cursor: z.strictObject({ anchor: relativePosition, head: relativePosition }).nullable(),
  /** The block or fragment in view, by name or id. */
  block: z.string().max(120).nullable(),
  typing: z.boolean(),
  following: z.boolean(),
  /** Chosen at the room's door, for the queue's sake alone; never attendance (M18). */
  where: z.enum(['room', 'remote']).nullable(),
};

export type Presence = { [Field in keyof typeof presenceFields]?: z.infer<(typeof presenceFields)[Field]> };

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
