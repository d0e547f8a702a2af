import type { Document, Extension } from '@hocuspocus/server';
import { applyAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import { parseDocumentName } from '#collab/document/document-names.ts';
import { FACES } from '#collab/document/presence.ts';
import type { Context } from '../context.ts';
import { awarenessBytes } from './awareness-bytes.ts';
import type { Face, News } from './news.ts';
import type { Relay } from './relay.ts';

export interface FacesOptions {
  relay: Relay;
  /** at least so long between two tellings of one document */
  spacingMs: number;
  /** a node silent for so long is taken for gone, its faces with it */
  silentMs: number;
  documents(): ReadonlyMap<string, Document>;
}

export interface RelayedFaces {
  extension: Extension<Context>;
  heard(news: News, node: string): void;
  /** The way to the others is there again. */
  back(): void;
  /** Lets faces of nodes go that have fallen silent, and says in the rooms when some may be missing. */
  look(): void;
}

/** The origin of presence that another node has told. */
const RELAYED = Symbol('relayed');
const FACES_AT_ONCE = 50;

/**
 * Who is where on the other nodes. Presence is kept nowhere: each node tells the faces of its own tabs, stamped already, and
 * what it hears lasts for as long as the node that told it is heard.
 */
export const relayFaces = ({ relay, spacingMs, silentMs, documents }: FacesOptions): RelayedFaces => {
  /** tabs whose presence has changed here and is still to be told, by document */
  const untold = new Map<string, Set<number>>();
  /** tabs of others, by document, and which node told of them last */
  const owners = new Map<string, Map<number, string>>();
  const heardAt = new Map<string, number>();
  let isPlanned = false;
  let upAt = performance.now();
  let areMissing = false;

  const changed = (document: string, clients: readonly number[]) => {
    if (clients.length === 0 || relay.state() !== 'up') return;
    const waiting = untold.get(document) ?? new Set();
    untold.set(document, waiting);
    for (const client of clients) waiting.add(client);
    if (isPlanned) return;
    isPlanned = true;
    setTimeout(tellUntold, spacingMs).unref();
  };

  const tellUntold = () => {
    isPlanned = false;
    for (const [name, clients] of untold) {
      const document = documents().get(name);
      const faces = document ? [...clients].flatMap((client) => faceOf(document, client) ?? []) : [];
      for (let at = 0; at < faces.length; at += FACES_AT_ONCE)
        relay.tell({ kind: 'faces', document: name, faces: faces.slice(at, at + FACES_AT_ONCE) });
    }
    untold.clear();
  };

  const take = (document: Document, node: string, faces: readonly Face[]) => {
    const known = owners.get(document.name) ?? new Map<number, string>();
    owners.set(document.name, known);
    const here = new Set(clientsHere(document));
    const news = faces.flatMap((face) => {
      // somebody who has moved on is not taken away by the node they came from
      if (!face.state) return known.get(face.client) === node ? face : [];
      // a tab is one person's: who names another's, on a node that did not know it yet, is not believed here
      if (isOfAnother(document, face)) return [];
      const told = newerThanKnown(document, face);
      if (here.has(face.client) && !letGo(document, told)) return [];
      known.set(face.client, node);
      return told;
    });
    if (news.length === 0) return;
    applyAwarenessUpdate(document.awareness, awarenessBytes(news), RELAYED);
    for (const { client, state } of news) if (!state) known.delete(client);
  };

  const forget = (node: string) => {
    heardAt.delete(node);
    for (const [name, known] of owners) {
      const theirs = [...known].filter(([, owner]) => owner === node).map(([client]) => client);
      for (const client of theirs) known.delete(client);
      const document = documents().get(name);
      if (!document) continue;
      const here = new Set(clientsHere(document));
      const gone = theirs.filter((client) => !here.has(client));
      removeAwarenessStates(document.awareness, gone, RELAYED);
    }
  };

  const tellEverybodyHere = (names: Iterable<string>) => {
    for (const name of names) {
      const document = documents().get(name);
      if (document) changed(name, clientsHere(document));
    }
  };

  const sayInRooms = (words: string) => {
    for (const [name, document] of documents())
      if (isRoom(name)) for (const connection of document.getConnections()) connection.sendStateless(words);
  };

  return {
    heard: (news, node) => {
      if (news.kind === 'leaving') return forget(node);
      heardAt.set(node, performance.now());
      if (news.kind === 'who') return tellEverybodyHere(news.documents);
      const document = news.kind === 'faces' ? documents().get(news.document) : undefined;
      if (news.kind === 'faces' && document) take(document, node, news.faces);
    },
    back: () => {
      const names = [...documents().keys()];
      tellEverybodyHere(names);
      if (names.length > 0) relay.tell({ kind: 'who', documents: names });
    },
    look: () => {
      const now = performance.now();
      for (const [node, at] of heardAt) if (now - at > silentMs) forget(node);
      if (relay.state() !== 'away') upAt = now;
      const wereMissing = areMissing;
      areMissing = now - upAt > silentMs;
      if (areMissing !== wereMissing) sayInRooms(areMissing ? FACES.someMissing : FACES.whole);
    },
    extension: {
      extensionName: 'relay-faces',
      async connected({ documentName, connection }) {
        // also to those who have heard otherwise from another node
        if (isRoom(documentName) && relay.state() !== 'none')
          connection.sendStateless(areMissing ? FACES.someMissing : FACES.whole);
        if (connection.document.getConnections().length <= 1)
          relay.tell({ kind: 'who', documents: [documentName] });
      },
      async onAwarenessUpdate({ documentName, added, updated, removed, transactionOrigin }) {
        // a tab that has fallen silent is let go by every node by itself
        if ((transactionOrigin as unknown) === RELAYED || (transactionOrigin as unknown) === 'timeout')
          return;
        changed(documentName, [...added, ...updated, ...removed]);
      },
      async afterUnloadDocument({ documentName }) {
        owners.delete(documentName);
      },
    },
  };
};

const isRoom = (name: string): boolean => parseDocumentName(name)?.kind === 'room';

const clientsHere = (document: Document): number[] =>
  document.getConnections().flatMap((connection) => [...(document.getClients(connection) as Set<number>)]);

const faceOf = ({ awareness }: Document, client: number): Face | null => {
  const clock = awareness.meta.get(client)?.clock;
  if (clock === undefined) return null;
  return { client, clock, state: (awareness.states.get(client) ?? null) as Face['state'] };
};

const isOfAnother = ({ awareness }: Document, { client, state }: Face): boolean => {
  const known = awareness.states.get(client) as Face['state'] | undefined;
  return Boolean(known) && known?.user?.id !== state?.user?.id;
};

/** Let go of here and told of again: pages take it for news only under a higher number. */
const newerThanKnown = ({ awareness }: Document, face: Face): Face => {
  const known = awareness.meta.get(face.client);
  if (!known || awareness.states.has(face.client) || known.clock < face.clock) return face;
  return { ...face, clock: known.clock + 1 };
};

/** A tab is on one node: a newer word from another means that the connection here is a dead one. True when it was. */
const letGo = (document: Document, { client, clock }: Face): boolean => {
  if (clock <= (document.awareness.meta.get(client)?.clock ?? -1)) return false;
  for (const connection of document.getConnections()) document.getClients(connection).delete(client);
  return true;
};
