// the small one: this goes to the browser too
import * as z from 'zod/mini';

const count = z.int().check(z.minimum(0));
const id = z.strictObject({ client: count, clock: count });
const name = z.string().check(z.maxLength(120));

/** A place in shared text that survives edits: Yjs' relative position as JSON. */
const relativePosition = z.strictObject({
  type: z.nullish(id),
  tname: z.nullish(name),
  item: z.nullish(id),
  assoc: z.optional(z.int().check(z.minimum(-1), z.maximum(1))),
});

/**
 * What a tab may say about itself beside its text. Everything else is dropped by the server; who it is, is
 * stamped there and cannot be chosen.
 */
export const presenceFields = {
  /** Caret and selection in words, as y-prosemirror writes them. */
  cursor: z.nullable(z.strictObject({ anchor: relativePosition, head: relativePosition })),
  /** The block or fragment in view, by name or id. */
  block: z.nullable(name),
  typing: z.boolean(),
  following: z.boolean(),
  /** Chosen at the room's door, for the queue's sake alone; never attendance (M18). */
  where: z.nullable(z.enum(['room', 'remote'])),
};

export type Presence = { [Field in keyof typeof presenceFields]?: z.infer<(typeof presenceFields)[Field]> };

/** Stamped by the server on every state it passes on. */
export interface PresentUser {
  id: string;
  name: string;
  /** 1 to 6: the hue of the person's face. */
  hue: number;
}

/** One tab's state as others receive it. */
export type PresenceState = Presence & { user: PresentUser };

/** One state, as bytes of JSON. */
export const PRESENCE_MAX_BYTES = 4096;

/** What the server says to those in a room when it cannot hear other nodes, and when it can again: who joined there is not shown. */
export const FACES = { someMissing: 'faces: some missing', whole: 'faces: whole' } as const;
