import type { Awareness } from 'y-protocols/awareness';
import { createStore, type Store } from '../store.ts';

export interface Present {
  id: string;
  name: string;
  hue: number;
}

/** Who is in this document now, each person once however many tabs they have; in order of name. */
export function presentStore(awareness: Awareness): Store<readonly Present[]> & { stop(): void } {
  const store = createStore(present(awareness));
  const look = () => {
    const now = present(awareness);
    if (JSON.stringify(now) !== JSON.stringify(store.get())) store.set(now);
  };
  awareness.on('change', look);
  return { get: store.get, subscribe: store.subscribe, stop: () => awareness.off('change', look) };
}

function present(awareness: Awareness): readonly Present[] {
  const people = new Map<string, Present>();
  for (const state of awareness.getStates().values()) {
    const { id, name, hue } = (state?.user ?? {}) as Record<string, unknown>;
    if (typeof id === 'string' && typeof name === 'string' && typeof hue === 'number')
      people.set(id, { id, name, hue });
  }
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name, 'en'));
}
