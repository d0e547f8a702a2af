import type { Document, Extension, Hocuspocus } from '@hocuspocus/server';
import { CLOSE } from '#collab/document/close-reasons.ts';
import { parseDocumentName, roomName } from '#collab/document/document-names.ts';
import {
  OWN_CHANGED,
  PROJECTION_MAX_BYTES,
  type Projection,
  projectionMap,
  readProjection,
} from '#collab/document/projection.ts';
import { asId, type MeetingId } from '#domain/ids.ts';
import type { Context } from './context.ts';
import type { CollabOptions } from './options.ts';
import { fromDatabase, Refusal } from './refusal.ts';

export interface RoomOptions {
  log: CollabOptions['log'];
  projectRoom(meeting: MeetingId): Promise<Projection<unknown> | null>;
  roomRevs(meetings: readonly MeetingId[]): Promise<ReadonlyMap<MeetingId, number>>;
  /** at least so long between two writes of one room */
  spacingMs: number;
  judgeMs: number;
  document(name: string): Document | undefined;
  openNames(): string[];
}

export interface Rooms {
  extension: Extension<Context>;
  /** Makes a room's projection current: at once when idle, else at most every `spacingMs`, with the newest state. */
  changed(meeting: string, shown?: Projection<unknown>): void;
  /** Tells these people's tabs here that what is theirs alone has changed. */
  ownChanged(meeting: string, people: readonly string[]): void;
  /** Asks for the `rev` of every open room, and brings up to it those that are behind, whoever raised it. */
  heal(): Promise<void>;
}

/** What a write has to wait for, per room. */
interface Pace {
  isWriting: boolean;
  mustRead: boolean;
  /** The newest that was brought along. */
  shown: Projection<unknown> | null;
}

/** Rooms: one value a document, read-only for all, never logged; the rows are the truth. */
export const createRooms = (options: RoomOptions): Rooms => {
  const paces = new Map<string, Pace>();

  const refresh = async (document: Document, meeting: MeetingId, pace: Pace) => {
    const { mustRead, shown } = pace;
    pace.mustRead = false;
    pace.shown = null;
    if (shown && !document.isDestroyed) write(document, shown, options.log);
    if (!mustRead) return;
    const projection = await fromDatabase(options.projectRoom(meeting), options.judgeMs);
    if (projection && !document.isDestroyed) write(document, projection, options.log);
  };

  const changed = (meeting: string, shown?: Projection<unknown>) => {
    const document = options.document(roomName(asId<MeetingId>(meeting)));
    if (!document) return;
    const pace = paces.get(meeting) ?? { isWriting: false, mustRead: false, shown: null };
    paces.set(meeting, pace);
    if (shown === undefined) pace.mustRead = true;
    else if (shown.rev > (pace.shown?.rev ?? -1)) pace.shown = shown;
    if (!pace.isWriting) void keepPace(document, asId<MeetingId>(meeting), pace);
  };

  const keepPace = async (document: Document, meeting: MeetingId, pace: Pace) => {
    pace.isWriting = true;
    while (pace.mustRead || pace.shown) {
      const spaced = new Promise((resolve) => setTimeout(resolve, options.spacingMs));
      await refresh(document, meeting, pace).catch((error) =>
        options.log.error('room projection', error, { meeting }),
      );
      await spaced;
    }
    pace.isWriting = false;
    paces.delete(meeting);
  };

  const ownChanged = (meeting: string, people: readonly string[]) => {
    const document = options.document(roomName(asId<MeetingId>(meeting)));
    for (const connection of document?.getConnections() ?? []) {
      const person = (connection.context as Context).socket?.person.id;
      if (person && people.includes(person)) connection.sendStateless(OWN_CHANGED);
    }
  };

  const heal = async () => {
    const open = options.openNames().flatMap((name) => {
      const parsed = parseDocumentName(name);
      const document = options.document(name);
      return parsed?.kind === 'room' && document ? { document, meeting: parsed.meeting } : [];
    });
    if (open.length === 0) return;
    const revs = await options.roomRevs(open.map(({ meeting }) => meeting));
    for (const { document, meeting } of open) {
      const written = readProjection(document)?.rev ?? -1;
      if ((revs.get(meeting) ?? -1) > written) changed(meeting);
    }
  };

  return { changed, ownChanged, heal, extension: loading(options, changed) };
};

const loading = (options: RoomOptions, changed: (meeting: string) => void): Extension<Context> => ({
  extensionName: 'rooms',
  async onLoadDocument({ document, documentName }) {
    const name = parseDocumentName(documentName);
    if (name?.kind !== 'room') return;
    const projection = await fromDatabase(options.projectRoom(name.meeting), options.judgeMs);
    if (!projection) throw new Refusal(CLOSE.notThere);
    write(document, projection, options.log);
  },
  async connected({ documentName }) {
    const name = parseDocumentName(documentName);
    // what changed while it was loading told nobody; three hundred who come at once ask once, not each
    if (name?.kind === 'room') changed(name.meeting);
  },
});

const write = (document: Document, { rev, value }: Projection<unknown>, log: CollabOptions['log']): void => {
  const map = projectionMap(document);
  const revs = [...map.keys()].map(Number);
  if (revs.some((written) => written >= rev)) return;
  const bytes = JSON.stringify(value).length;
  if (bytes > PROJECTION_MAX_BYTES)
    log.error('room projection too large', new Error(document.name), { bytes });
  document.transact(
    () => {
      map.set(String(rev), value);
      for (const older of revs) map.delete(String(older));
    },
    { source: 'local', skipStoreHooks: true },
  );
};

/** Names of the rooms this node has in memory. */
export const openRoomNames = (hocuspocus: Hocuspocus): string[] =>
  [...hocuspocus.documents.keys()].filter((name) => parseDocumentName(name)?.kind === 'room');
