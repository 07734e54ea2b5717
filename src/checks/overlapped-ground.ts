/**
 * Ground that several overlaps of zones share: three zones over one spot are a finding for each pair,
 * and the summary must not count the spot three times. From the findings' own shapes, whichever engine
 * made them.
 */

import { GeometryType } from '../geo/geometry-column.ts';
import type { Frame } from '../geo/laea.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { type Cover, measureCoveredArea } from '../geo/union-area.ts';
import type { Finding } from '../model/findings.ts';
import { fixed, unfixed } from './fixed-sum.ts';

/** Square metres that the areas of some findings have in common, to be taken off their sum. */
export type CommonGround = (findings: Iterable<Finding>) => number;

interface Shape {
  readonly id: string;
  readonly layer: PackedLayer;
}

/** Remembers shapes and what they share as long as the findings live. O(findings²) in boxes, and the edges of those that meet. */
export function createCommonGround(frame: Frame): CommonGround {
  const shapes = new WeakMap<Finding, Shape>();
  const known = new WeakMap<Shape, { readonly under: readonly Shape[]; readonly steps: number }>();

  function shapeOf(finding: Finding): Shape {
    const shape = shapes.get(finding) ?? { id: finding.id, layer: packShape(finding.geometry, frame) };
    shapes.set(finding, shape);
    return shape;
  }

  /** What of a shape those before it hold already. */
  function measureUnder(shape: Shape, under: readonly Shape[]): number {
    const before = known.get(shape);
    const isSame = before?.under.length === under.length && under.every((other, i) => other === before.under[i]);
    if (before && isSame) return before.steps;
    const covers = under.map(({ layer }): Cover => ({ layer, feature: 0 }));
    const steps = fixed(measureCoveredArea(shape.layer, 0, covers));
    known.set(shape, { under, steps });
    return steps;
  }

  return (findings) => {
    // By id, so that the sum does not hang on the order in which they were found.
    const ordered = Array.from(findings, shapeOf).sort((a, b) => (a.id < b.id ? -1 : 1));
    let steps = 0;
    ordered.forEach((shape, index) => {
      const under = ordered.slice(0, index).filter((other) => boxesMeet(shape.layer.boxes, other.layer.boxes));
      if (under.length > 0) steps += measureUnder(shape, under);
    });
    return unfixed(steps);
  };
}

function boxesMeet(a: Float64Array, b: Float64Array): boolean {
  return a[0]! < b[2]! && b[0]! < a[2]! && a[1]! < b[3]! && b[1]! < a[3]!;
}

/** The polygons as they are: neither snapped nor repaired, which would move what is to be compared. */
function packShape(geometry: GeoJSON.Geometry | undefined, frame: Frame): PackedLayer {
  const polygons =
    geometry?.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  const [ringStart, positionStart, xy] = [[0], [0], [] as number[]];
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const place = [0, 0];
  for (const rings of polygons) {
    for (const ring of rings) {
      for (const [longitude, latitude] of ring as [number, number][]) {
        frame.project(longitude, latitude, place, 0);
        const [x, y] = place as [number, number];
        xy.push(x, y);
        box[0] = Math.min(box[0]!, x);
        box[1] = Math.min(box[1]!, y);
        box[2] = Math.max(box[2]!, x);
        box[3] = Math.max(box[3]!, y);
      }
      positionStart.push(xy.length / 2);
    }
    ringStart.push(positionStart.length - 1);
  }
  return {
    count: 1,
    type: Uint8Array.of(GeometryType.polygon),
    partStart: Uint32Array.of(0),
    partEnd: Uint32Array.of(ringStart.length - 1),
    ringStart: Uint32Array.from(ringStart),
    positionStart: Uint32Array.from(positionStart),
    xy: Float64Array.from(xy),
    boxes: Float64Array.from(box),
    areas: new Float64Array(1),
    lengths: new Float64Array(1),
  };
}
