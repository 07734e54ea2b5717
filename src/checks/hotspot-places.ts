/** Where hotspots lie: their own geometry, or the footprint of the satellite's pixel, which is not a pin. */
import { GeometryType } from '../geo/geometry-column.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { sliceLayer } from '../geo/slice-layer.ts';
import { numberAt } from '../model/feature-batch.ts';
import type { FeatureRef } from './check-input.ts';

/**
 * The layer with each single point that has `scanMeters` and `trackMeters` as the box of that size around it:
 * the scan runs to the east and west, the track to the north and south, as nearly as a polar orbit has it.
 * The layer itself where no hotspot has both. O(positions).
 */
export function placeHotspots(packed: PackedLayer, ref: (hotspot: number) => FeatureRef): PackedLayer {
  const footprints = Array.from({ length: packed.count }, (_, index) => footprintOf(ref(index), packed, index));
  if (footprints.every((footprint) => footprint === undefined)) return packed;
  const { partStart, partEnd, ringStart, positionStart } = packed;
  const type = packed.type.slice();
  const boxes = packed.boxes.slice();
  const areas = packed.areas.slice();
  const lengths = packed.lengths.slice();
  const [parts, rings, positions, xy]: [number[], number[], number[], number[]] = [[0], [0], [0], []];
  footprints.forEach((footprint, index) => {
    if (footprint) {
      const { minX, minY, maxX, maxY } = footprint;
      xy.push(minX, minY, maxX, minY, maxX, maxY, minX, maxY, minX, minY);
      positions.push(xy.length / 2);
      rings.push(positions.length - 1);
      type[index] = GeometryType.polygon;
      boxes.set([minX, minY, maxX, maxY], 4 * index);
      areas[index] = (maxX - minX) * (maxY - minY);
      lengths[index] = 2 * (maxX - minX + maxY - minY);
    } else {
      for (let part = partStart[index]!; part < partEnd[index]!; part++) {
        for (let ring = ringStart[part]!; ring < ringStart[part + 1]!; ring++) {
          for (let p = 2 * positionStart[ring]!; p < 2 * positionStart[ring + 1]!; p++) xy.push(packed.xy[p]!);
          positions.push(xy.length / 2);
        }
        rings.push(positions.length - 1);
      }
    }
    parts.push(rings.length - 1);
  });
  return {
    count: packed.count,
    type,
    partStart: Uint32Array.from(parts.slice(0, -1)),
    partEnd: Uint32Array.from(parts.slice(1)),
    ringStart: Uint32Array.from(rings),
    positionStart: Uint32Array.from(positions),
    xy: Float64Array.from(xy),
    boxes,
    areas,
    lengths,
  };
}

interface Footprint {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

function footprintOf(ref: FeatureRef, { type, boxes }: PackedLayer, index: number): Footprint | undefined {
  const scan = numberAt(ref.layer.batch, 'scanMeters', ref.index);
  const track = numberAt(ref.layer.batch, 'trackMeters', ref.index);
  if (type[index] !== GeometryType.point || !(scan! > 0 && track! > 0)) return undefined;
  const [x, y] = [boxes[4 * index]!, boxes[4 * index + 1]!];
  if (x !== boxes[4 * index + 2]! || y !== boxes[4 * index + 3]!) return undefined;
  return { minX: x - scan! / 2, minY: y - track! / 2, maxX: x + scan! / 2, maxY: y + track! / 2 };
}

/** Where one hotspot lies, as a layer of its own. */
export function placeHotspot(packed: PackedLayer, hotspot: number, ref: FeatureRef): PackedLayer {
  return placeHotspots(sliceLayer(packed, hotspot, hotspot + 1), () => ref);
}
