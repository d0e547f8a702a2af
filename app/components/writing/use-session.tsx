import { createContext, useContext, useSyncExternalStore } from 'react';
import { createStore, type Store } from '#collab/client/store.ts';
import type { WritingSession } from './writing-session.ts';

const Session = createContext<WritingSession | null>(null);

export const SessionProvider = Session.Provider;

/** The open write-up of this page, null while it is being opened. */
export const useSessionSoon = (): WritingSession | null => useContext(Session);

/** The open write-up of this page; only inside `<WhenReady>`. */
export function useSession(): WritingSession {
  const session = useSessionSoon();
  if (!session) throw new Error('nothing is open for writing here');
  return session;
}

export const useStore = <Value,>(store: Store<Value>): Value =>
  useSyncExternalStore(store.subscribe, store.get, store.get);

const nothing = createStore(null);

/** The value of a store that may not be there yet. */
export const useStoreSoon = <Value,>(store: Store<Value> | undefined): Value | null =>
  useStore<Value | null>(store ?? nothing);

export const useStructure = () => useStore(useSession().structure);

/** The words of a place on one line, followed. */
export const useLine = (fragment: string): string => useStore(useSession().line(fragment));
