import type { Extension } from '@hocuspocus/server';
import { z } from 'zod';
import { CLOSE } from '#collab/document/close-reasons.ts';
import { parseDocumentName } from '#collab/document/document-names.ts';
import { WRITE_UP_SCHEMA_VERSION } from '#collab/document/schema-version.ts';
import { findCurrentDocument } from '#db/documents.ts';
import { isUuid, type ReviewId } from '#domain/ids.ts';
import type { Arrivals } from '../arrivals.ts';
import type { Context } from '../context.ts';
import type { Database, Identified, Verdict } from '../options.ts';
import { fromDatabase, Refusal } from '../refusal.ts';
import type { Rights } from '../rights.ts';

export interface AdmitOptions {
  db: Database;
  judgeMs: number;
  arrivals: Arrivals;
  rights: Rights;
  decide(person: Identified, documentName: string): Promise<Verdict>;
}

/** What a tab says when it asks for a document; `person`, whose page it is, where it is a page of Soak's. */
const greeting = z.strictObject({
  schema: z.int().min(1),
  sitting: z.string().refine(isUuid),
  person: z.string().refine(isUuid).optional(),
});

/** Lets a person at a document, or not: by its name, by the rules, by the age of their page. Unknown and forbidden are one answer. */
export const admit = (options: AdmitOptions): Extension<Context> => ({
  extensionName: 'admit',
  async onAuthenticate({ token, documentName, context, connectionConfig }) {
    const { socket } = context;
    if (!socket) throw new Refusal(CLOSE.notThere);
    options.arrivals.arrive(documentName, socket);
    const round = options.rights.round();
    const { schema, sitting, person } = readGreeting(token);
    // another has signed in in that browser meanwhile: what the page holds is not written in their name
    if (person !== undefined && person !== socket.person.id) throw new Refusal(CLOSE.signedOut);
    if (schema !== WRITE_UP_SCHEMA_VERSION) throw new Refusal(CLOSE.reload);
    const name = parseDocumentName(documentName);
    if (!name) throw new Refusal(CLOSE.notThere);
    const mode = await fromDatabase(options.decide(socket.person, documentName), options.judgeMs);
    if (!mode) throw new Refusal(CLOSE.notThere);
    if (mode === 'erased') throw new Refusal(CLOSE.erased);
    if (name.kind === 'write-up') await requireCurrent(options, name.review, name.epoch);
    connectionConfig.readOnly = mode === 'read' || name.kind === 'room';
    return { sitting, mode: connectionConfig.readOnly ? 'read' : 'write', round } satisfies Context;
  },
  async connected({ context, documentName }) {
    if (context.socket) options.arrivals.arrived(documentName, context.socket);
    // rights moved while this one was on its way in, and nobody judged it
    if (context.round !== options.rights.round()) void options.rights.judgeAll();
  },
});

const readGreeting = (token: string) => {
  try {
    return greeting.parse(JSON.parse(token));
  } catch {
    throw new Refusal(CLOSE.malformed);
  }
};

const requireCurrent = async ({ db, judgeMs }: AdmitOptions, review: ReviewId, epoch: number) => {
  const current = await fromDatabase(findCurrentDocument(db, review), judgeMs);
  if (!current) throw new Refusal(CLOSE.notThere);
  if (current.epoch !== epoch) throw new Refusal(CLOSE.erased);
};
