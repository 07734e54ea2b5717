/**
 * The keys of drawing, heard wherever the focus is except where someone types. terra-draw's own keys
 * are off: it hears them only while the canvas has the focus.
 */
export type DrawKey = 'finish' | 'cancel' | 'delete' | 'undo' | 'redo';

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

export function drawKeyOf(event: KeyPress): DrawKey | undefined {
  if (event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) {
    const key = event.key.toLowerCase();
    if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
    return key === 'y' ? 'redo' : undefined;
  }
  switch (event.key) {
    case 'Enter':
      return 'finish';
    case 'Escape':
      return 'cancel';
    case 'Delete':
    case 'Backspace':
      return 'delete';
    default:
      return undefined;
  }
}

/** Where keys belong to what has the focus: text fields, lists, dialogs; on a button, the keys that press it. */
function belongsToFocus(target: EventTarget | null, key: DrawKey): boolean {
  if (!(target instanceof Element)) return false;
  if (
    target.closest(
      'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="listbox"], [role="menu"]',
    )
  ) {
    return true;
  }
  return key === 'finish' && target.closest('button, a, [role="button"], [role="option"]') !== null;
}

/** Calls `onKey` before anyone else hears the key; where it says it was used, nobody else does. */
export function listenToDrawKeys(onKey: (key: DrawKey) => boolean): () => void {
  const listener = (event: KeyboardEvent) => {
    const key = drawKeyOf(event);
    if (!key || event.isComposing || belongsToFocus(event.target, key) || !onKey(key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', listener, { capture: true });
  return () => window.removeEventListener('keydown', listener, { capture: true });
}
