/**
 * What tabs with the same workspace say to each other. BroadcastChannel works on plain http, where Web
 * Locks do not; no message decides who may write (the database does), so that a lost one costs no edit.
 */

export type TabMessage = { readonly workspace: string; readonly from: string } & (
  | { readonly type: 'who-edits' }
  /** The answer, and what a tab says that has taken over. */
  | { readonly type: 'editing' }
  /** Entries from this position on, or the pointer, are new as of this revision. */
  | { readonly type: 'changed'; readonly revision: number; readonly firstPosition: number }
  | { readonly type: 'hand-over' }
  | { readonly type: 'handed-over' }
  /** It holds edits that it cannot save. */
  | { readonly type: 'cannot-hand-over' }
  | { readonly type: 'leaving' }
);

export interface TabChannel {
  post(message: TabMessage): void;
  close(): void;
}

export function openTabChannel(name: string, onMessage: (message: TabMessage) => void): TabChannel {
  let channel: BroadcastChannel | undefined;
  try {
    channel = new BroadcastChannel(name);
    channel.onmessage = (event: MessageEvent<TabMessage>) => onMessage(event.data);
  } catch {
    // Without it tabs learn of each other when they write: slower, as safe.
  }
  return {
    post(message) {
      channel?.postMessage(message);
    },
    close() {
      channel?.close();
      channel = undefined;
    },
  };
}
