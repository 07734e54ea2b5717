/**
 * The annotations of a scene as what the map draws. Places, lengths and radii are ground: they stay where they are
 * at any zoom. Widths of lines, heads of arrows and type follow the screen: an arrow of fixed metres would be a hair
 * on the overview and hide the site that it points to from near. Pure.
 */
import type { InkShape } from '../../map/map-types.ts';
import type { SceneAnnotation } from '../../model/scene.ts';
import { handlesOf } from './annotation-handles.ts';
import { arrowPolygon } from './arrow-shape.ts';
import { ringPolygon } from './ring-shape.ts';
import { wrapText } from './wrap-text.ts';

export interface AnnotationMeasure {
  /** Height of the type in CSS pixels; everything else goes by it. */
  readonly textPixels: number;
  readonly metersPerPixel: number;
  /** How a radius is written, with its unit. */
  readonly writeRadius: (radiusMeters: number) => string;
}

/** Beside the panels of the page. */
const PAGE_TEXT_PIXELS = 15;
/** Of the wall's shorter side: what can be read from eight metres. */
const WALL_SHARE = 1 / 30;
const LEAST_WALL_PIXELS = 22;

/** How tall the words of annotations are on a map of this size. */
export function annotationTextPixels(isWall: boolean, widthPixels: number, heightPixels: number): number {
  if (!isWall) return PAGE_TEXT_PIXELS;
  return Math.max(LEAST_WALL_PIXELS, Math.min(widthPixels, heightPixels) * WALL_SHARE);
}

/** Shafts, heads and rings in heights of type. */
const SHAFT = 0.4;
const HEAD_WIDTH = 1.35;
const HEAD_LENGTH = 1.25;
const RING = 0.26;
const RIM = 0.16;
/** Between a plate and its place. */
const GAP = 0.75;
const LINE_HEIGHT = 1.25;

/** In the order they were placed, the words of all of them on top. O(annotations). */
export function shapesOfAnnotations(
  annotations: readonly SceneAnnotation[],
  measure: AnnotationMeasure,
): readonly InkShape[] {
  return annotations.flatMap((annotation) => shapesOf(annotation, measure));
}

function shapesOf(annotation: SceneAnnotation, measure: AnnotationMeasure): InkShape[] {
  const { textPixels, metersPerPixel } = measure;
  const words = wrapText(annotation.text ?? '');
  const rimPixels = textPixels * RIM;
  switch (annotation.type) {
    case 'arrow': {
      const em = textPixels * metersPerPixel;
      const size = { shaftMeters: SHAFT * em, headWidthMeters: HEAD_WIDTH * em, headLengthMeters: HEAD_LENGTH * em };
      const geometry = arrowPolygon(annotation.from, annotation.to, size);
      return [
        ...(geometry ? [{ geometry, filled: true, rimPixels }] : []),
        // The words stand behind the tail: the head is free to point.
        ...(words ? [label(annotation.from, words, textPixels, annotation.from[1] < annotation.to[1] ? 1 : -1)] : []),
      ];
    }
    case 'ring': {
      const geometry = ringPolygon(annotation.center, annotation.radiusMeters);
      const top = geometry.coordinates[0]?.[24] as [number, number];
      const written = [words, measure.writeRadius(annotation.radiusMeters)].filter(Boolean).join('\n');
      return [{ geometry, linePixels: textPixels * RING, rimPixels }, label(top, written, textPixels, -1)];
    }
    case 'text':
      return words ? [label(annotation.at, words, textPixels)] : [];
  }
}

const HANDLE_PIXELS = 7;

/** What an annotation in hand is taken hold of by. Words are taken by themselves: a dot would hide them. */
export function shapesOfHandles(annotation: SceneAnnotation): readonly InkShape[] {
  if (annotation.type === 'text') return [];
  return handlesOf(annotation).map(({ at }) => ({
    geometry: { type: 'Point', coordinates: [...at] },
    dotPixels: HANDLE_PIXELS,
  }));
}

/** `side`: the plate stands on the place (0), over it (-1) or under it (1). */
function label(at: readonly [number, number], text: string, pixels: number, side: -1 | 0 | 1 = 0): InkShape {
  const away = (text.split('\n').length * LINE_HEIGHT * pixels) / 2 + pixels * GAP;
  return {
    geometry: { type: 'Point', coordinates: [...at] },
    label: text,
    labelPixels: pixels,
    labelOffset: [0, side * away],
  };
}
