/** A latch: who waits for it goes on once somebody opens it, and it stays open. */
export interface Latch {
  readonly opened: Promise<void>;
  readonly isOpen: boolean;
  open(): void;
}

export function createLatch(): Latch {
  let resolve: () => void = () => {};
  let isOpen = false;
  const opened = new Promise<void>((done) => {
    resolve = done;
  });
  return {
    opened,
    get isOpen() {
      return isOpen;
    },
    open() {
      isOpen = true;
      resolve();
    },
  };
}
