import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { FACES, type Presence, type PresenceState, type PresentUser } from '#collab/document/presence.ts';
import { OWN_CHANGED, type Projection, readProjection } from '#collab/document/projection.ts';
import { type LinkOptions, type LinkState, openLink } from './link.ts';
import { ownServer } from './open-document.ts';
import { createStore, type Store } from './store.ts';

/** One person in the room, however many tabs they have; the newest word of any tab counts. */
export type PresentPerson = PresenceState;

export interface OpenRoom<Value> {
  /** The newest projection; null until the first has come. What a command answers may be newer: take the higher `rev`. */
  readonly projection: Store<Projection<Value> | null>;
  /** Distinct people with a tab in the room, oneself included, by name. */
  readonly people: Store<readonly PresentPerson[]>;
  /** True while the server does not hear of everybody: `people` are some of those who are here. */
  readonly facesMissing: Store<boolean>;
  /** How often the server has said that what is this person's alone has changed. */
  readonly ownChanges: Store<number>;
  /** `phase` and `reason` say whether the room is live; it goes on by itself unless `phase` is "stopped". */
  readonly link: Store<LinkState>;
  /** Block in view, typing, following, where. */
  setPresence(presence: Presence): void;
  retry(): void;
  close(): void;
}

export interface OpenRoomOptions {
  /** From `roomName()`. */
  name: string;
  /** This page's person; others are told by the server, whatever is said here. */
  me: PresentUser;
  url?: string;
  link?: Partial<LinkOptions>;
}

/** Joins a meeting's room document, read-only for everyone. In the browser only; call `close()` on leaving. */
export const openRoom = <Value>(options: OpenRoomOptions): OpenRoom<Value> => {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  awareness.setLocalStateField('user', options.me);
  const facesMissing = createStore(false);
  const ownChanges = createStore(0);
  const link = openLink({
    name: options.name,
    doc,
    awareness,
    url: options.url ?? ownServer(),
    sitting: crypto.randomUUID(),
    person: options.me.id,
    onTold: (message) => {
      if (message === OWN_CHANGED) ownChanges.set(ownChanges.get() + 1);
      if (message === FACES.someMissing || message === FACES.whole)
        facesMissing.set(message === FACES.someMissing);
    },
    ...options.link,
  });
  const projection = createStore<Projection<Value> | null>(null);
  const people = createStore<readonly PresentPerson[]>(distinctPeople(awareness));

  doc.on('update', () => {
    const newest = readProjection<Value>(doc);
    if (newest && newest.rev !== projection.get()?.rev) projection.set(newest);
  });
  awareness.on('change', () => people.set(distinctPeople(awareness)));

  return {
    projection,
    people,
    facesMissing,
    ownChanges,
    link: link.state,
    setPresence: (presence) => {
      for (const [field, value] of Object.entries(presence)) awareness.setLocalStateField(field, value);
    },
    retry: link.retry,
    close: () => {
      link.close();
      awareness.destroy();
      doc.destroy();
    },
  };
};

/** The states the server has stamped, one for each person. */
const distinctPeople = (awareness: Awareness): PresentPerson[] => {
  const byPerson = new Map<string, PresentPerson>();
  for (const state of awareness.getStates().values()) {
    if (isStamped(state)) byPerson.set(state.user.id, state);
  }
  return [...byPerson.values()].sort((a, b) => a.user.name.localeCompare(b.user.name));
};

const isStamped = (state: { [field: string]: unknown }): state is PresenceState =>
  typeof state.user === 'object' && state.user !== null && 'id' in state.user;
