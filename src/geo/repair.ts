/**
 * Repairs what the fast validity test could not prove: GEOS decides, and MakeValid (linework) mends.
 * Only polygonal parts are kept. A layer without suspicious features never comes here, so that GEOS
 * is loaded only where it is needed.
 */
import { type Problem, problem, type Result } from '../core/result.ts';
import { checkpoint, type Task } from '../core/task.ts';
import { GeometryType, type GeometryTypeCode } from './geometry-column.ts';
import { type Geos, loadGeos } from './geos.ts';
import type { MetricPolygons } from './geos-wkb.ts';
import { signedDoubleArea } from './pack-features.ts';
import type { PackedLayer, PackedProblem } from './packed-arrays.ts';
import { polygonsOf } from './packed-polygons.ts';

const FEATURES_PER_TURN = 64;

/** The layer with the listed polygon features (ascending) checked and mended; the same layer if none was invalid. */
export async function repairLayer(
  layer: PackedLayer,
  suspicious: readonly number[],
  task: Task,
): Promise<{ layer: PackedLayer; problems: PackedProblem[] }> {
  const geos = await loadGeos();
  const replacements = new Map<number, MetricPolygons>();
  const problems: PackedProblem[] = [];
  for (const [done, feature] of suspicious.entries()) {
    if (done % FEATURES_PER_TURN === 0) await checkpoint(task);
    const { polygons, found } = geos.ok
      ? repairPolygons(geos.value, polygonsOf(layer, feature))
      : { polygons: [], found: unrepairable(geos) };
    if (!found) continue;
    replacements.set(feature, polygons);
    problems.push({ feature, problem: found });
  }
  return { layer: replacements.size === 0 ? layer : replaceFeatures(layer, replacements), problems };
}

/** What to put in a feature's place and why; no problem if it was valid all along. */
function repairPolygons(geos: Geos, polygons: MetricPolygons): { polygons: MetricPolygons; found?: Problem } {
  const valid = geos.isValid(polygons);
  if (!valid.ok) return { polygons: [], found: unrepairable(valid) };
  if (valid.value) return { polygons };
  const made = geos.makeValid(polygons);
  if (!made.ok) return { polygons: [], found: unrepairable(made) };
  if (made.value.length === 0) return { polygons: [], found: problem('geometry-degenerate') };
  return { polygons: made.value.map(orientRings), found: problem('geometry-repaired', { parts: made.value.length }) };
}

function unrepairable(failed: Result<unknown>): Problem {
  return problem('geometry-unrepairable', { reason: failed.ok ? '' : String(failed.problem.params.reason ?? '') });
}

/** Outer ring counter-clockwise, holes clockwise. */
function orientRings(rings: readonly Float64Array[]): Float64Array[] {
  return rings.map((ring, index) =>
    signedDoubleArea(ring, ring.length / 2) > 0 === (index === 0) ? ring : reversedRing(ring),
  );
}

function reversedRing(ring: Float64Array): Float64Array {
  const reversed = new Float64Array(ring.length);
  for (let i = 0; i < ring.length; i += 2) {
    reversed[i] = ring[ring.length - 2 - i]!;
    reversed[i + 1] = ring[ring.length - 1 - i]!;
  }
  return reversed;
}

/** A new layer with some features' polygons replaced; no polygons makes the feature `none`. O(positions). */
function replaceFeatures(layer: PackedLayer, replacements: ReadonlyMap<number, MetricPolygons>): PackedLayer {
  const type = layer.type.slice();
  const boxes = layer.boxes.slice();
  const areas = layer.areas.slice();
  const lengths = layer.lengths.slice();
  const partStart = new Uint32Array(layer.count + 1);
  const ringStart: number[] = [0];
  const positionStart: number[] = [0];
  const pieces: Float64Array[] = [];
  let values = 0;
  const addRing = (ring: Float64Array) => {
    pieces.push(ring);
    values += ring.length;
    positionStart.push(values / 2);
  };
  for (let feature = 0; feature < layer.count; feature++) {
    const polygons = replacements.get(feature);
    if (polygons) {
      for (const rings of polygons) {
        rings.forEach(addRing);
        ringStart.push(positionStart.length - 1);
      }
      type[feature] = (polygons.length > 0 ? GeometryType.polygon : GeometryType.none) satisfies GeometryTypeCode;
      const measured = measurePolygons(polygons);
      boxes.set(measured.box, 4 * feature);
      areas[feature] = measured.area;
      lengths[feature] = measured.length;
    } else {
      for (let part = layer.partStart[feature]!; part < layer.partEnd[feature]!; part++) {
        for (let ring = layer.ringStart[part]!; ring < layer.ringStart[part + 1]!; ring++) {
          addRing(layer.xy.subarray(2 * layer.positionStart[ring]!, 2 * layer.positionStart[ring + 1]!));
        }
        ringStart.push(positionStart.length - 1);
      }
    }
    partStart[feature + 1] = ringStart.length - 1;
  }
  const xy = new Float64Array(values);
  let at = 0;
  for (const piece of pieces) {
    xy.set(piece, at);
    at += piece.length;
  }
  return {
    count: layer.count,
    type,
    partStart: partStart.subarray(0, layer.count),
    partEnd: partStart.subarray(1),
    ringStart: Uint32Array.from(ringStart),
    positionStart: Uint32Array.from(positionStart),
    xy,
    boxes,
    areas,
    lengths,
  };
}

/** Of oriented, closed rings. */
function measurePolygons(polygons: MetricPolygons): { area: number; length: number; box: number[] } {
  let area = 0;
  let length = 0;
  const box = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const ring of polygons.flat()) {
    area += signedDoubleArea(ring, ring.length / 2) / 2;
    for (let i = 0; i < ring.length; i += 2) {
      const x = ring[i]!;
      const y = ring[i + 1]!;
      if (i > 0) length += Math.hypot(x - ring[i - 2]!, y - ring[i - 1]!);
      box[0] = Math.min(box[0]!, x);
      box[1] = Math.min(box[1]!, y);
      box[2] = Math.max(box[2]!, x);
      box[3] = Math.max(box[3]!, y);
    }
  }
  return { area, length, box };
}
