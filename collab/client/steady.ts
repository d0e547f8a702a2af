import { createStore, type Store } from './store.ts';

/**
 * Follows `source`, but shows a new value only once it has held for `holdMs`: a state that comes and goes with
 * each keystroke never flickers. `same` says which values look alike.
 */
export const steady = <Value>(
  source: Store<Value>,
  holdMs: number,
  same: (a: Value, b: Value) => boolean,
): Store<Value> & { stop(): void } => {
  const shown = createStore(source.get());
  let timer: ReturnType<typeof setTimeout> | null = null;
  const settle = () => {
    timer = null;
    if (!same(source.get(), shown.get())) shown.set(source.get());
  };
  let waitingFor = source.get();
  const unsubscribe = source.subscribe(() => {
    const next = source.get();
    if (same(next, waitingFor)) return;
    waitingFor = next;
    if (timer) clearTimeout(timer);
    timer = same(next, shown.get()) ? null : setTimeout(settle, holdMs);
  });
  return {
    get: shown.get,
    subscribe: shown.subscribe,
    stop: () => {
      unsubscribe();
      if (timer) clearTimeout(timer);
    },
  };
};
