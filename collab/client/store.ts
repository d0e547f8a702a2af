/** A value that can be watched; made for React's `useSyncExternalStore(store.subscribe, store.get)`. */
export interface Store<Value> {
  /** The same object until it changes. */
  get(): Value;
  /** Called after each change; returns how to stop. */
  subscribe(listener: () => void): () => void;
}

export interface WritableStore<Value> extends Store<Value> {
  set(value: Value): void;
}

export const createStore = <Value>(initial: Value): WritableStore<Value> => {
  const listeners = new Set<() => void>();
  let current = initial;
  return {
    get: () => current,
    set: (value) => {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
