import { z } from 'zod';
import { parseDocumentName } from '#collab/document/document-names.ts';
import { isUuid } from '#domain/ids.ts';

const uuid = z.string().refine(isUuid);
const document = z.string().refine((name) => parseDocumentName(name) !== null);
const count = z.int().min(0);

/** One tab's presence, as the node it is connected to has stamped it; null: it has left. */
const face = z.strictObject({
  client: count,
  clock: count,
  state: z.looseObject({ user: z.strictObject({ id: uuid, name: z.string(), hue: z.int() }) }).nullable(),
});

export type Face = z.infer<typeof face>;

/**
 * What nodes tell each other. Numbers, ids and faces: no word of any document, so that nothing comes to be shown that the
 * database does not hold. Each but `faces` only says "look now"; whoever misses it looks a little later by itself.
 */
const news = z.discriminatedUnion('kind', [
  /** rows of the log that are committed */
  z.strictObject({ kind: z.literal('rows'), document, seqs: z.array(count).min(1) }),
  z.strictObject({ kind: z.literal('room'), meeting: uuid }),
  /** something of theirs alone has changed in that room */
  z.strictObject({ kind: z.literal('own'), meeting: uuid, people: z.array(uuid).min(1) }),
  z.strictObject({ kind: z.literal('rights') }),
  z.strictObject({ kind: z.literal('rescued') }),
  z.strictObject({ kind: z.literal('comments'), review: uuid }),
  z.strictObject({ kind: z.literal('faces'), document, faces: z.array(face) }),
  /** somebody has just opened these: who is there? */
  z.strictObject({ kind: z.literal('who'), documents: z.array(document) }),
  /** this node could tell nothing for a while */
  z.strictObject({ kind: z.literal('look') }),
  z.strictObject({ kind: z.literal('here') }),
  z.strictObject({ kind: z.literal('leaving') }),
]);

export type News = z.infer<typeof news>;

/** What another node said, or null for what this version does not understand: a newer one may run beside it. */
export const readNews = (text: string): News | null => {
  try {
    const read = news.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
};
