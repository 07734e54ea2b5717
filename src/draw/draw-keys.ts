/**
 * The keys of drawing, heard wherever the focus is except where someone types. terra-draw's own keys
 * are off: it hears them only while the canvas has the focus.
 */
export type DrawKey = 'finish' | 'cancel' | 'delete' | 'undo' | 'redo' | 'nudge' | 'step' | 'turn' | 'scale' | 'letter';

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Metres east and north of an arrow key: one, with Shift ten, with Alt a tenth. */
export function nudgeOf({ key, shiftKey, altKey }: KeyPress): { readonly east: number; readonly north: number } {
  const meters = shiftKey ? 10 : altKey ? 0.1 : 1;
  const [east, north] = ARROWS[key] ?? [0, 0];
  return { east: east * meters, north: north * meters };
}

const ARROWS: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

const PLAIN: Readonly<Record<string, DrawKey>> = {
  Enter: 'finish',
  Escape: 'cancel',
  Delete: 'delete',
  Backspace: 'delete',
  ',': 'step',
  '.': 'step',
  '<': 'turn',
  '>': 'turn',
  '-': 'scale',
  '=': 'scale',
  '+': 'scale',
};

export function drawKeyOf(event: KeyPress): DrawKey | undefined {
  const { key } = event;
  if (event.ctrlKey || event.metaKey) {
    if (event.altKey) return undefined;
    const lower = key.toLowerCase();
    if (lower === 'z') return event.shiftKey ? 'redo' : 'undo';
    return lower === 'y' ? 'redo' : undefined;
  }
  if (key in ARROWS) return 'nudge';
  if (event.altKey) return undefined;
  return PLAIN[key] ?? (/^[a-z]$/i.test(key) ? 'letter' : undefined);
}

/** Where keys belong to what has the focus: text fields, lists, dialogs; on a button, the keys that press it. */
function belongsToFocus(target: EventTarget | null, key: DrawKey): boolean {
  if (!(target instanceof Element)) return false;
  if (
    target.closest(
      'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"], [role="dialog"], [role="listbox"], [role="menu"]',
    )
  ) {
    return true;
  }
  // Arrow keys go from one radio button to the next.
  if (key === 'nudge') return target.closest('input') !== null;
  return key === 'finish' && target.closest('button, a, [role="button"], [role="option"]') !== null;
}

/** Calls `onKey` before anyone else hears the key; where it says it was used, nobody else does. */
export function listenToDrawKeys(onKey: (key: DrawKey, press: KeyPress) => boolean): () => void {
  const listener = (event: KeyboardEvent) => {
    const key = drawKeyOf(event);
    if (!key || event.isComposing || belongsToFocus(event.target, key) || !onKey(key, event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', listener, { capture: true });
  return () => window.removeEventListener('keydown', listener, { capture: true });
}
