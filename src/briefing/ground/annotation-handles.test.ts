import { describe, expect, it } from 'vitest';
import type { SceneAnnotation } from '../../model/scene.ts';
import { drawAnnotation, handlesOf, hitAnnotation, moveHandle, shiftAnnotation } from './annotation-handles.ts';

const arrow: SceneAnnotation = { id: 'note-1', type: 'arrow', from: [113.5, 34.7], to: [113.6, 34.7], text: 'here' };
const ring: SceneAnnotation = { id: 'note-2', type: 'ring', center: [113.6, 34.8], radiusMeters: 1000 };
const words: SceneAnnotation = { id: 'note-3', type: 'text', at: [113.7, 34.7], text: '示范段' };

describe('an annotation that is drawn', () => {
  it('goes from the first place to the second, and keeps its words', () => {
    expect(drawAnnotation({ id: 'note-1', type: 'arrow', text: 'here' }, [113.5, 34.7], [113.6, 34.7])).toEqual(arrow);
    expect(drawAnnotation({ id: 'note-3', type: 'text' }, [113.7, 34.7], [0, 0])).toEqual({
      id: 'note-3',
      type: 'text',
      at: [113.7, 34.7],
    });
  });

  it('has a radius of whole metres: a thousandth of a degree of latitude here is 111 m', () => {
    const drawn = drawAnnotation({ id: 'note-2', type: 'ring' }, [113.6, 34.7], [113.6, 34.701]);
    expect(drawn).toEqual({ id: 'note-2', type: 'ring', center: [113.6, 34.7], radiusMeters: 111 });
    expect(drawAnnotation({ id: 'note-2', type: 'ring' }, [113.6, 34.7], [113.6, 34.7])).toMatchObject({
      radiusMeters: 1,
    });
  });
});

describe('an annotation that is moved', () => {
  it('moves one end of an arrow, or all of it', () => {
    expect(moveHandle(arrow, 'from', [113.4, 34.6])).toEqual({ ...arrow, from: [113.4, 34.6] });
    expect(shiftAnnotation(arrow, [0, 0], [0.1, -0.1])).toEqual({ ...arrow, from: [113.6, 34.6], to: [113.7, 34.6] });
  });

  it('takes a ring along by its centre, and sizes it by its rim', () => {
    expect(moveHandle(ring, 'center', [113.61, 34.8])).toEqual({ ...ring, center: [113.61, 34.8] });
    const rim = handlesOf(ring)[1]?.at as [number, number];
    expect(moveHandle(ring, 'rim', rim)).toEqual(ring);
    expect(moveHandle(ring, 'rim', [113.6, 34.802])).toEqual({ ...ring, radiusMeters: 222 });
  });
});

describe('what lies under a pixel', () => {
  // A thousand pixels a degree, north up.
  const measure = {
    toPixel: ([longitude, latitude]: readonly [number, number]) =>
      [(longitude - 113) * 1000, (35 - latitude) * 1000] as const,
    tolerancePixels: 8,
    textPixels: 15,
  };
  const hit = (x: number, y: number, inHand?: string) => {
    const found = hitAnnotation([arrow, ring, words], inHand, [x, y], measure);
    return found && [found.annotation.id, found.handle];
  };

  it('finds the shaft of an arrow, the rim of a ring and words', () => {
    expect(hit(550, 305)).toEqual(['note-1', undefined]);
    expect(hit(550, 312)).toBeUndefined();
    expect(hit(611, 200)).toEqual(['note-2', undefined]);
    expect(hit(718, 300)).toEqual(['note-3', undefined]);
    expect(hit(740, 300)).toBeUndefined();
  });

  it('finds handles of the annotation in hand alone, and before anything else', () => {
    expect(hit(600, 300)).toEqual(['note-1', undefined]);
    expect(hit(600, 300, 'note-1')).toEqual(['note-1', 'to']);
    expect(hit(600, 200, 'note-2')).toEqual(['note-2', 'center']);
    expect(hit(500, 300, 'note-2')).toEqual(['note-1', undefined]);
  });
});
