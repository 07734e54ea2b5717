/**
 * A small drawn map of a place: the feature in question over the roads, zones and sources around it. It is there at
 * once and in any size, where no photo is. Pure; good to the eye, nothing is measured.
 */
import { METERS_PER_DEGREE, metersPerLongitude } from '../../geo/display-box.ts';
import { type GeometryColumn, GeometryType } from '../../geo/geometry-column.ts';
import { isSourceKind, type LayerKind } from '../../model/kinds.ts';
import type { Ground } from '../story/frame-ground.ts';

export interface SketchLayer {
  readonly kind: LayerKind;
  readonly geometry: GeometryColumn;
  /** West, south, east, north of each feature; infinite for one that draws nothing. */
  readonly boxes: Float64Array;
  /** The features in question, by their number. */
  readonly marked: readonly number[];
}

/** From the bottom to the top. */
const LOOKS = ['zone', 'road', 'source', 'marked'] as const;
export type SketchLook = (typeof LOOKS)[number];

export interface PlaceSketch {
  /** SVG path data in metres from the middle, y downwards; areas and lines apart. */
  readonly shapes: readonly { readonly look: SketchLook; readonly isArea: boolean; readonly path: string }[];
  /** Points in question, which have no outline. */
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly widthMeters: number;
  readonly heightMeters: number;
}

/** A picture of a hand's size shows no more; what comes after is left out. */
const MOST_SHAPES = 600;

/** O(features of the layers + positions of what lies in the ground). */
export function sketchPlace(ground: Ground, layers: readonly SketchLayer[]): PlaceSketch {
  const [west, south, east, north] = ground;
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2];
  const scaleX = metersPerLongitude(middleY);
  const place = (x: number, y: number) => [(x - middleX) * scaleX, (middleY - y) * METERS_PER_DEGREE] as const;
  // What a frame of another shape shows beside the ground.
  const around: Ground = [2 * west - east, 2 * south - north, 2 * east - west, 2 * north - south];
  const shapes: { look: SketchLook; isArea: boolean; path: string }[] = [];
  const points: (readonly [number, number])[] = [];
  for (const { kind, geometry, boxes, marked } of layers) {
    const look = lookOfKind(kind);
    for (let feature = 0; feature < geometry.count; feature++) {
      const isMarked = marked.includes(feature);
      if (!isMarked && (!look || shapes.length >= MOST_SHAPES || !meets(boxes, feature, around))) continue;
      const type = geometry.type[feature];
      const isArea = type === GeometryType.polygon;
      if (isArea || type === GeometryType.line)
        shapes.push({
          look: isMarked ? 'marked' : (look as SketchLook),
          isArea,
          path: pathOf(geometry, feature, place),
        });
      else if (isMarked && type === GeometryType.point)
        for (const [x, y] of positionsOf(geometry, feature)) points.push(place(x, y));
    }
  }
  shapes.sort((a, b) => LOOKS.indexOf(a.look) - LOOKS.indexOf(b.look));
  return { shapes, points, widthMeters: (east - west) * scaleX, heightMeters: (north - south) * METERS_PER_DEGREE };
}

/** A whole number of 1, 2 or 5 times a power of ten that is no longer than so many metres: for a scale bar. */
export function scaleBarMeters(longest: number): number {
  if (!(longest > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(longest));
  return (longest >= 5 * power ? 5 : longest >= 2 * power ? 2 : 1) * power;
}

function lookOfKind(kind: LayerKind): SketchLook | undefined {
  if (isSourceKind(kind)) return 'source';
  if (kind === 'road') return 'road';
  return kind === 'responsibilityZone' ? 'zone' : undefined;
}

function meets(boxes: Float64Array, feature: number, [west, south, east, north]: Ground): boolean {
  const at = 4 * feature;
  return boxes[at]! <= east && boxes[at + 1]! <= north && boxes[at + 2]! >= west && boxes[at + 3]! >= south;
}

type Place = (x: number, y: number) => readonly [number, number];

function pathOf(column: GeometryColumn, feature: number, place: Place): string {
  const { partStart, ringStart, positionStart, coordinates } = column;
  const close = column.type[feature] === GeometryType.polygon ? 'Z' : '';
  let path = '';
  for (let ring = ringStart[partStart[feature]!]!; ring < ringStart[partStart[feature + 1]!]!; ring++) {
    for (let at = positionStart[ring]!; at < positionStart[ring + 1]!; at++) {
      const [x, y] = place(coordinates[2 * at]!, coordinates[2 * at + 1]!);
      path += `${at === positionStart[ring] ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    }
    path += close;
  }
  return path;
}

function positionsOf({ partStart, ringStart, positionStart, coordinates }: GeometryColumn, feature: number) {
  const first = positionStart[ringStart[partStart[feature]!]!]!;
  const end = positionStart[ringStart[partStart[feature + 1]!]!]!;
  return Array.from(
    { length: end - first },
    (_, index) => [coordinates[2 * (first + index)]!, coordinates[2 * (first + index) + 1]!] as const,
  );
}
