import type { Document, Extension } from '@hocuspocus/server';
import { CLOSE } from '#collab/document/close-reasons.ts';
import { parseDocumentName } from '#collab/document/document-names.ts';
import type { AppendQueue } from '../append-queue.ts';
import type { Context } from '../context.ts';
import type { Caps } from '../limits.ts';
import type { LiveDocuments } from '../live-documents.ts';
import { Refusal } from '../refusal.ts';
import { authorsOf, bringsNothing, leavesGap, onlyDeletes } from '../updates/compare-update.ts';
import { nestsTooDeep } from '../updates/nesting.ts';
import { type ParsedUpdate, parseUpdate } from '../updates/parse-update.ts';
import { goesOnFromGone, tearsPlaces } from '../updates/places.ts';
import type { Applying } from './watch-losses.ts';

export interface LogEditsOptions {
  clock: { now(): Date };
  caps: Caps;
  queue: AppendQueue;
  live: LiveDocuments;
  /** What is about to be applied is told here, for those who watch what it takes away. */
  applying: Applying;
  /** Hears why an edit was not taken. */
  onRefused?(reason: string): void;
  /** Reads rows this node has not seen. */
  catchUp(document: Document): Promise<void>;
}

const STEP_1 = 0;
const STEP_2 = 1;

/**
 * Durability stands here: an edit is checked, appended to the log and committed; only then does Hocuspocus apply it, pass it
 * on and acknowledge it. Nobody ever sees an edit that could still be lost.
 */
export const logEdits = (options: LogEditsOptions): Extension<Context> => ({
  extensionName: 'log-edits',
  async beforeSync({ type, payload, document, documentName, context, connection }) {
    if (type === STEP_1) return;
    // called for readers too: Hocuspocus answers them "not applied", once the bytes are known to be harmless
    const update = parse(payload, options.caps);
    if (connection.readOnly || context.mode !== 'write' || !context.socket) {
      if (!bringsNothing(update, document)) options.onRefused?.('read-only');
      return;
    }
    if (bringsNothing(update, document)) return requireTrue(update, document);
    if (type === STEP_2 && (await isLoggedAlready(update, document, options))) return;
    await requireWhole(update, document, options);
    requireRoom(update, payload, document, options);
    const bytes = new Uint8Array(payload);
    const seq = await options.queue.append({
      document: documentName,
      person: context.socket.person.id,
      sitting: context.sitting ?? null,
      clientIds: authorsOf(update),
      at: options.clock.now(),
      epoch: epochOf(documentName),
      bytes,
    });
    // a right lost meanwhile: Hocuspocus will not apply it now, so the poll has to bring what is in the log
    if (connection.readOnly) return;
    options.live.saw(documentName, { seq, bytes });
    options.applying.set(connection, update);
  },
});

const parse = (payload: Uint8Array, caps: Caps): ParsedUpdate => {
  try {
    return parseUpdate(payload, caps);
  } catch {
    throw new Refusal(CLOSE.malformed);
  }
};

/** Who comes from another node brings what that node has logged: it is read from the log, not logged once more in this person's name. */
const isLoggedAlready = async (update: ParsedUpdate, document: Document, { catchUp }: LogEditsOptions) => {
  await catchUp(document);
  return bringsNothing(update, document);
};

/** What is here already is applied once more all the same; where it builds on something else than before, that is not so. */
const requireTrue = (update: ParsedUpdate, document: Document) => {
  if (leavesGap(update, document)) throw new Refusal(CLOSE.malformed);
};

/** Words that build on what is not here may build on a row this node has not read; on nothing else. */
const requireWhole = async (update: ParsedUpdate, document: Document, { catchUp, caps }: LogEditsOptions) => {
  if (leavesGap(update, document)) {
    await catchUp(document);
    if (leavesGap(update, document)) throw new Refusal(CLOSE.malformed);
  }
  if (goesOnFromGone(update, document)) throw new Refusal(CLOSE.outOfStep);
  if (tearsPlaces(update, document) || nestsTooDeep(update, document, caps.nesting))
    throw new Refusal(CLOSE.malformed);
};

const requireRoom = (
  update: ParsedUpdate,
  payload: Uint8Array,
  document: Document,
  options: LogEditsOptions,
) => {
  const bytes = (options.live.get(document.name)?.bytes ?? 0) + payload.length;
  if (bytes > options.caps.documentBytes && !onlyDeletes(update)) throw new Refusal(CLOSE.documentFull);
};

const epochOf = (documentName: string): number => {
  const name = parseDocumentName(documentName);
  if (name?.kind !== 'write-up') throw new Refusal(CLOSE.notThere);
  return name.epoch;
};
