/**
 * Packing a layer in ranges of its features, by whoever shares the work: a feature is packed from
 * itself alone, so that the layer is the same however it was cut. Knows nothing of repair.
 */
import type { Ranges } from '../core/spread.ts';
import type { Task } from '../core/task.ts';
import type { GeometryColumn } from './geometry-column.ts';
import { createFrame, type Frame } from './laea.ts';
import { createPacker } from './pack-features.ts';
import type { PackedLayer, PackedProblem } from './packed-arrays.ts';
import { shareableFloat64 } from './shareable.ts';
import { sliceGeometry } from './slice-geometry.ts';

/** The same for all layers of a workspace. */
export interface PackCommon {
  readonly center: readonly [longitude: number, latitude: number];
}

/** Features numbered from the range's first. */
export interface PackedRange {
  readonly layer: PackedLayer;
  readonly problems: PackedProblem[];
  readonly suspicious: number[];
}

export type PackSpread = (
  common: PackCommon,
  ranges: Ranges<GeometryColumn, PackedRange>,
  task: Task,
) => Promise<unknown>;

const FEATURES_PER_RANGE = 4096;

export function createRangePacker({ center }: PackCommon): (range: GeometryColumn) => PackedRange {
  const frame = createFrame([center[0], center[1]]);
  return (range) => {
    const packer = createPacker(range, frame);
    packer.packRange(0, range.count);
    const { layer, problems, suspicious } = packer.finish();
    // Whoever gets it owns its arrays, each the whole of its buffer.
    const { partStart, partEnd, xy } = layer;
    return {
      layer: { ...layer, partStart: partStart.slice(), partEnd: partEnd.slice(), xy: xy.slice() },
      problems,
      suspicious,
    };
  };
}

/** As a packer's `finish` has it. O(positions). Rejects only when cancelled. */
export async function packInRanges(
  geometry: GeometryColumn,
  frame: Frame,
  spread: PackSpread,
  task: Task,
): Promise<PackedRange> {
  const joined = createJoin(geometry);
  await spread(
    { center: frame.center },
    {
      count: Math.ceil(geometry.count / FEATURES_PER_RANGE),
      make: (index) => sliceGeometry(geometry, index * FEATURES_PER_RANGE, endOfRange(geometry, index)),
      take: joined.add,
    },
    task,
  );
  return joined.finish();
}

const endOfRange = ({ count }: GeometryColumn, index: number) => Math.min(count, (index + 1) * FEATURES_PER_RANGE);

/** Puts ranges one behind the other, into arrays that have room for all: packing adds nothing but the ends of open rings. */
function createJoin({ count, partStart, ringStart, positionStart }: GeometryColumn) {
  const parts = partStart[count]!;
  const rings = ringStart[parts]!;
  const positions = positionStart[rings]!;
  const joined = {
    count,
    type: new Uint8Array(count),
    partStart: new Uint32Array(count),
    partEnd: new Uint32Array(count),
    ringStart: new Uint32Array(parts + 1),
    positionStart: new Uint32Array(rings + 1),
    xy: shareableFloat64(2 * (positions + rings)),
    boxes: new Float64Array(4 * count),
    areas: new Float64Array(count),
    lengths: new Float64Array(count),
  };
  const problems: PackedProblem[] = [];
  const suspicious: number[] = [];
  const at = { feature: 0, part: 0, ring: 0, position: 0 };
  return {
    add(range: PackedRange): void {
      const { layer } = range;
      for (const { feature, problem } of range.problems) problems.push({ feature: at.feature + feature, problem });
      for (const feature of range.suspicious) suspicious.push(at.feature + feature);
      joined.type.set(layer.type, at.feature);
      joined.boxes.set(layer.boxes, 4 * at.feature);
      joined.areas.set(layer.areas, at.feature);
      joined.lengths.set(layer.lengths, at.feature);
      for (let i = 0; i < layer.count; i++) {
        joined.partStart[at.feature + i] = at.part + layer.partStart[i]!;
        joined.partEnd[at.feature + i] = at.part + layer.partEnd[i]!;
      }
      const [partCount, ringCount] = [layer.ringStart.length - 1, layer.positionStart.length - 1];
      for (let i = 1; i <= partCount; i++) joined.ringStart[at.part + i] = at.ring + layer.ringStart[i]!;
      for (let i = 1; i <= ringCount; i++) joined.positionStart[at.ring + i] = at.position + layer.positionStart[i]!;
      joined.xy.set(layer.xy, 2 * at.position);
      at.feature += layer.count;
      at.part += partCount;
      at.ring += ringCount;
      at.position += layer.xy.length / 2;
    },
    finish(): PackedRange {
      const layer: PackedLayer = {
        ...joined,
        ringStart: joined.ringStart.subarray(0, at.part + 1),
        positionStart: joined.positionStart.subarray(0, at.ring + 1),
        xy: joined.xy.subarray(0, 2 * at.position),
      };
      return { layer, problems, suspicious };
    },
  };
}
