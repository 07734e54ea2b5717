import { describe, expect, it } from 'vitest';
import { drawKeyOf, nudgeOf } from './draw-keys.ts';

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
    expect(press('1')).toBeUndefined();
    expect(press('?')).toBeUndefined();
    expect(press('a', { altKey: true })).toBeUndefined();
    expect(press('k', { ctrlKey: true })).toBeUndefined();
    expect(press('Enter', { altKey: true })).toBeUndefined();
  });

  it('nudge by a metre, ten with Shift, a tenth with Alt', () => {
    const held = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
    expect(press('ArrowLeft')).toBe('nudge');
    expect(nudgeOf({ ...held, key: 'ArrowUp' })).toEqual({ east: 0, north: 1 });
    expect(nudgeOf({ ...held, key: 'ArrowRight', shiftKey: true })).toEqual({ east: 10, north: 0 });
    expect(nudgeOf({ ...held, key: 'ArrowDown', altKey: true }).north).toBeCloseTo(-0.1);
  });

  it('name tools by letters, and step through vertices', () => {
    expect(press('p')).toBe('letter');
    expect(press('.')).toBe('step');
    expect(press('>')).toBe('turn');
  });
});
