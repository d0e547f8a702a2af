import { z } from 'zod';
import { relativePosition } from './relative-position.ts';

const name = z.string().max(120);
const caret = relativePosition(1);

/**
 * What a tab may say about itself beside its text. Everything else is dropped by the server; who it is, is
 * stamped there and cannot be chosen.
 */
export const presenceFields = {
  /** Caret and selection in words, as y-prosemirror writes them. */
  cursor: z.strictObject({ anchor: caret, head: caret }).nullable(),
  /** The block or fragment in view, by name or id. */
  block: name.nullable(),
  typing: z.boolean(),
  following: z.boolean(),
  /** Chosen at the room's door, for the queue's sake alone; never attendance (M18). */
  where: z.enum(['room', 'remote']).nullable(),
};

export type PresenceFields = {
  [Field in keyof typeof presenceFields]?: z.infer<(typeof presenceFields)[Field]>;
};
