/** Waiting for what somebody else works out. */
import type { StoreApi } from 'zustand/vanilla';

/** Settles once a store says so, or when patience ends. */
export function until<S>(store: StoreApi<S>, isSo: (state: S) => boolean, patienceMs: number): Promise<void> {
  if (isSo(store.getState())) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(finish, patienceMs);
    const stop = store.subscribe((state) => isSo(state) && finish());
  });
}
