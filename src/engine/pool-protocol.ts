/**
 * The messages between a pool and its helpers. Every range is answered exactly once, in the order of
 * their arrival; only a helper that is gone answers nothing.
 */
export type ToHelper =
  /** Common data to keep under a key until it is told to forget it. */
  | { type: 'keep'; key: number; common: object }
  | { type: 'forget'; key: number }
  | { type: 'run'; id: number; job: PropertyKey; key: number; range: object };

export type FromHelper =
  /** It runs and hears: nothing is sent to it before. */
  | { type: 'ready' }
  | { type: 'done'; id: number; output: object }
  /** The measure threw: a fault of ours, in words. */
  | { type: 'failed'; id: number; reason: string };

/** The wire to one helper. */
export interface HelperPort {
  /** Throws where the message cannot be cloned. */
  post(message: ToHelper, transfer: ArrayBuffer[]): void;
  /** Stops it at once; nothing is heard after it. */
  terminate(): void;
}

export interface HelperListeners {
  onMessage(message: FromHelper): void;
  /** The helper is gone or cannot be understood. May be told more than once. */
  onCrash(reason: string): void;
}

/** Throws where there can be no helper at all. */
export type OpenHelperPort = (listeners: HelperListeners) => HelperPort;
