import { z } from 'zod';

const count = z.int().min(0);
const id = z.strictObject({ client: count, clock: count });

/**
 * A place in shared text that survives edits: Yjs' relative position as JSON, as a client may say it. For the server's doors; the
 * browser has its positions from Yjs and from the server, and zod would weigh as much there as the whole room's own code.
 * @param assocMax a caret may hold on to what stands behind it (1), an anchor holds on to its characters (0)
 */
export const relativePosition = (assocMax: 0 | 1) =>
  z.strictObject({
    type: id.nullish(),
    tname: z.string().max(120).nullish(),
    item: id.nullish(),
    assoc: z.int().min(-1).max(assocMax).optional(),
  });
