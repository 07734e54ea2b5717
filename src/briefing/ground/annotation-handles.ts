/** Where an annotation is taken hold of, and what it is after it was moved there. Pure. */
import { measurePath } from '../../geo/measure-path.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import type { SceneAnnotation } from '../../model/scene.ts';
import { rimPlace } from './ring-shape.ts';
import { LINE_CHARACTERS, widthOf } from './wrap-text.ts';

export type AnnotationType = SceneAnnotation['type'];
export type HandleName = 'from' | 'to' | 'center' | 'rim' | 'at';

export interface Handle {
  readonly name: HandleName;
  readonly at: LonLat;
}

/** Smaller is a slip of the hand. */
export const LEAST_RADIUS_METERS = 1;

export function handlesOf(annotation: SceneAnnotation): readonly Handle[] {
  switch (annotation.type) {
    case 'arrow':
      return [
        { name: 'from', at: annotation.from },
        { name: 'to', at: annotation.to },
      ];
    case 'ring':
      return [
        { name: 'center', at: annotation.center },
        { name: 'rim', at: rimPlace(annotation.center, annotation.radiusMeters) },
      ];
    case 'text':
      return [{ name: 'at', at: annotation.at }];
  }
}

/** One end of an arrow elsewhere; a ring's centre takes the ring along, its rim changes the radius to whole metres. */
export function moveHandle(annotation: SceneAnnotation, handle: HandleName, place: LonLat): SceneAnnotation {
  const at = tidy(place);
  if (annotation.type === 'arrow') {
    return handle === 'from' ? { ...annotation, from: at } : { ...annotation, to: at };
  }
  if (annotation.type === 'text') return { ...annotation, at };
  return handle === 'rim'
    ? { ...annotation, radiusMeters: radiusTo(annotation.center, at) }
    : { ...annotation, center: at };
}

/** The whole of it, as far as from one place to the other. */
export function shiftAnnotation(annotation: SceneAnnotation, start: LonLat, end: LonLat): SceneAnnotation {
  const shifted = ([longitude, latitude]: LonLat) =>
    tidy([longitude + end[0] - start[0], latitude + end[1] - start[1]]);
  switch (annotation.type) {
    case 'arrow':
      return { ...annotation, from: shifted(annotation.from), to: shifted(annotation.to) };
    case 'ring':
      return { ...annotation, center: shifted(annotation.center) };
    case 'text':
      return { ...annotation, at: shifted(annotation.at) };
  }
}

/** Of two places that were pointed at, the first one alone for words. Text and id are kept from `like`. */
export function drawAnnotation(
  like: Pick<SceneAnnotation, 'id' | 'text' | 'type'>,
  first: LonLat,
  second: LonLat,
): SceneAnnotation {
  const { id, text, type } = like;
  const named = text === undefined ? { id } : { id, text };
  const [start, end] = [tidy(first), tidy(second)];
  switch (type) {
    case 'arrow':
      return { ...named, type, from: start, to: end };
    case 'ring':
      return { ...named, type, center: start, radiusMeters: radiusTo(start, end) };
    case 'text':
      return { ...named, type, at: start };
  }
}

type ToPixel = (place: LonLat) => readonly [x: number, y: number];

/**
 * What lies under a pixel: a handle of the annotation in hand before all else, then the annotation that was placed
 * last. Of a ring its line and its centre alone: what it surrounds stays within reach. O(annotations).
 */
export function hitAnnotation(
  annotations: readonly SceneAnnotation[],
  inHand: string | undefined,
  pixel: readonly [x: number, y: number],
  measure: { readonly toPixel: ToPixel; readonly tolerancePixels: number; readonly textPixels: number },
): { readonly annotation: SceneAnnotation; readonly handle?: HandleName } | undefined {
  const near = (place: LonLat) => distance(measure.toPixel(place), pixel) <= measure.tolerancePixels;
  const held = annotations.find(({ id }) => id === inHand);
  // The far end first: on a short arrow the tip is what one means.
  const handle = held && [...handlesOf(held)].reverse().find(({ at }) => near(at));
  if (held && handle) return { annotation: held, handle: handle.name };
  const annotation = annotations.findLast((one) => isUnder(one, pixel, measure));
  return annotation && { annotation };
}

function isUnder(
  annotation: SceneAnnotation,
  pixel: readonly [number, number],
  { toPixel, tolerancePixels, textPixels }: Parameters<typeof hitAnnotation>[3],
): boolean {
  switch (annotation.type) {
    case 'arrow':
      return toSegment(pixel, toPixel(annotation.from), toPixel(annotation.to)) <= tolerancePixels;
    case 'ring': {
      const center = toPixel(annotation.center);
      const radius = distance(center, toPixel(rimPlace(annotation.center, annotation.radiusMeters)));
      return Math.abs(distance(center, pixel) - radius) <= tolerancePixels;
    }
    case 'text': {
      const [x, y] = toPixel(annotation.at);
      const width = widthOf(annotation.text ?? '');
      const lines = Math.ceil(width / LINE_CHARACTERS);
      const halfWidth = (Math.min(width, LINE_CHARACTERS) * textPixels) / 2 + tolerancePixels / 2;
      const halfHeight = (Math.max(1, lines) * textPixels * 1.2) / 2 + tolerancePixels / 2;
      return Math.abs(pixel[0] - x) <= halfWidth && Math.abs(pixel[1] - y) <= halfHeight;
    }
  }
}

function radiusTo(center: LonLat, rim: LonLat): number {
  const [segment] = measurePath([center, rim], false).segments;
  return Math.max(LEAST_RADIUS_METERS, Math.round(segment?.lengthMeters ?? 0));
}

function distance(a: readonly [number, number], b: readonly [number, number]): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function toSegment(point: readonly [number, number], a: readonly [number, number], b: readonly [number, number]) {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / squared;
  const share = Math.max(0, Math.min(1, along));
  return distance(point, [a[0] + share * dx, a[1] + share * dy]);
}

/** Degrees to 7 decimals (1 cm), as scenes keep their places. */
function tidy([longitude, latitude]: LonLat): LonLat {
  return [Math.round(longitude * 1e7) / 1e7, Math.round(latitude * 1e7) / 1e7];
}
