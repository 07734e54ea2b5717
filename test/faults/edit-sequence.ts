/**
 * Seeded edits through the page's own buttons, and what each must leave behind. An edit is known by
 * the time at which it was made: no two share a millisecond with another's window.
 */
import type { Page } from '@playwright/test';
import type { Random } from '../../src/core/random.ts';
import type { History } from '../../src/model/history.ts';

/** From before an action was asked for until after it was done; open where the page died meanwhile. */
export interface Window {
  readonly from: number;
  to: number;
}
/** A history by the windows of its edits. */
export interface ExpectedHistory {
  readonly edits: readonly Window[];
  readonly pointer: number;
}

export type Action = 'add' | 'move' | 'undo' | 'redo' | 'jump';

/** An action that makes sense at this point; more additions than takings back, so that histories grow. */
export function pickAction({ edits, pointer }: ExpectedHistory, random: Random): { action: Action; to: number } {
  const possible: Action[] = ['add', 'add', 'add'];
  if (pointer >= 2 && edits.length === pointer) possible.push('move');
  if (pointer > 0) possible.push('undo');
  if (pointer < edits.length) possible.push('redo', 'redo');
  if (edits.length > 1) possible.push('jump');
  const action = random.pick(possible);
  return { action, to: action === 'jump' ? random.integer(0, edits.length) : 0 };
}

export function expectAfter(before: ExpectedHistory, action: Action, to: number, window: Window): ExpectedHistory {
  switch (action) {
    case 'add':
    case 'move':
      return { edits: [...before.edits.slice(0, before.pointer), window], pointer: before.pointer + 1 };
    case 'undo':
      return { ...before, pointer: before.pointer - 1 };
    case 'redo':
      return { ...before, pointer: before.pointer + 1 };
    case 'jump':
      return { ...before, pointer: to };
  }
}

/** Presses the button in a task of the page; answers whether everything before it was on the disk by then. */
export function act(page: Page, action: Action, to: number): Promise<boolean> {
  return page.evaluate(
    ({ action, to }) => {
      const selectors = {
        add: '[data-testid="scene-capture"]',
        move: '[data-testid="scene"]:nth-child(2) [data-testid="scene-up"]',
        undo: '[data-testid="undo"]',
        redo: '[data-testid="redo"]',
        jump: `[data-testid="history-row"][data-pointer="${to}"]`,
      };
      const wasSaved = document.documentElement.dataset.saved === 'saved';
      const button = document.querySelector<HTMLElement>(selectors[action]);
      if (!button) throw new Error(`no element for "${action}" ${to}, expected ${selectors[action]}`);
      button.click();
      return wasSaved;
    },
    { action, to },
  );
}

export function sameHistory({ entries, pointer }: History, expected: ExpectedHistory): boolean {
  return (
    pointer === expected.pointer &&
    entries.length === expected.edits.length &&
    entries.every(({ time }, index) => {
      const window = expected.edits[index];
      const at = Date.parse(time);
      return window !== undefined && at >= window.from && at <= window.to;
    })
  );
}
