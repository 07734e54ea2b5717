/** Listeners by event name, typed by a table of events. */
export interface Emitter<Events> {
  readonly on: <E extends keyof Events>(event: E, listener: (value: Events[E]) => void) => () => void;
  readonly emit: <E extends keyof Events>(event: E, value: Events[E]) => void;
}

export function createEmitter<Events>(): Emitter<Events> {
  const listeners = new Map<keyof Events, Set<(value: never) => void>>();
  return {
    on(event, listener) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener));
      return () => set.delete(listener);
    },
    emit(event, value) {
      for (const listener of listeners.get(event) ?? []) listener(value as never);
    },
  };
}
