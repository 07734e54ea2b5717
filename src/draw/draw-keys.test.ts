import { describe, expect, it } from 'vitest';
import { drawKeyOf } from './draw-keys.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) =>
  drawKeyOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

describe('keys of drawing', () => {
  it('are those that people expect', () => {
    expect(['Enter', 'Escape', 'Delete', 'Backspace'].map((key) => press(key))).toEqual([
      'finish',
      'cancel',
      'delete',
      'delete',
    ]);
    expect(press('z', { ctrlKey: true })).toBe('undo');
    expect(press('Z', { metaKey: true, shiftKey: true })).toBe('redo');
    expect(press('y', { ctrlKey: true })).toBe('redo');
  });

  it('leave every other key to the page', () => {
    expect(press('z')).toBeUndefined();
    expect(press('k', { ctrlKey: true })).toBeUndefined();
    expect(press('Enter', { altKey: true })).toBeUndefined();
    expect(press('ArrowLeft')).toBeUndefined();
  });
});
