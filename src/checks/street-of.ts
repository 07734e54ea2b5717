/**
 * Which street a feature or a place lies in: the zone that has most of it. Streets are the
 * responsibility zones by which a district is divided; where there are none, the next level that
 * divides it; those of the duty that most of them have. For tables and charts, not for findings: no rule asks this.
 */
import { invariant } from '../core/invariant.ts';
import type { Subject } from '../core/subject.ts';
import { checkpoint, type Task } from '../core/task.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import { createIntersectionArea } from '../geo/intersection-area.ts';
import { measureLineInside } from '../geo/line-inside.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { holdsPlace } from '../geo/point-in-polygon.ts';
import { HitList } from '../geo/spatial-index.ts';
import { ofCommonDuty } from '../model/common-duty.ts';
import { effectiveBatch } from '../model/effective-batch.ts';
import { DIVIDING_LEVELS, isZoneKind, ZONE_LEVELS, type ZoneLevel } from '../model/kinds.ts';
import { levelOf } from './check-input.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import type { PreparedLayer } from './prepare.ts';
import { searchZones, type ZoneSet } from './zone-set.ts';

/** A layer's features in the order of its effective batch, or places: longitude, latitude, interleaved. */
export type StreetQuestion = { readonly layer: string } | { readonly places: Float64Array };

export interface StreetAnswer {
  /** Undefined where nothing divides the district. */
  readonly level: ZoneLevel | undefined;
  readonly streets: readonly Subject[];
  /** Of each feature or place: 0 for none, n for `streets[n - 1]`. */
  readonly codes: Uint32Array<ArrayBuffer>;
}

const FEATURES_PER_TURN = 4096;

/**
 * An area belongs to the street with the largest part of it, a line to that with the longest, points to
 * that with most of them; of equal parts to the earlier street; on the edge counts as inside. A zone that
 * is as coarse as a street or coarser is in none but itself. Codes are 0 for a layer that is not there.
 * O(features + edges of what lies across a border). Rejects only when cancelled.
 */
export async function findStreets(
  workspace: FastWorkspace,
  question: StreetQuestion,
  task: Task = {},
): Promise<StreetAnswer> {
  const zones = workspace.zones.responsibilityZone;
  const { level, numbers } = listStreets(zones);
  const finder = createStreetFinder(zones, numbers);
  const streets = numbers.map((zone) => zones.subjects[zone]!);
  if ('places' in question) {
    const { places } = question;
    const codes = new Uint32Array(places.length / 2);
    const at = new Float64Array(2);
    for (let place = 0; place < codes.length; place++) {
      if (place % FEATURES_PER_TURN === 0) await checkpoint(task);
      workspace.frame.project(places[2 * place]!, places[2 * place + 1]!, at, 0);
      codes[place] = finder.ofPlace(at[0]!, at[1]!);
    }
    return { level, streets, codes };
  }
  const prepared = workspace.layers.find(({ source }) => source.id === question.layer);
  const layer = workspace.input.document.layers.find(({ id }) => id === question.layer);
  const ids = layer ? effectiveBatch(layer).ids : [];
  const codes = new Uint32Array(ids.length);
  if (!prepared || level === undefined) return { level, streets, codes };
  for (const [index, id] of ids.entries()) {
    if (index % FEATURES_PER_TURN === 0) await checkpoint(task);
    const feature = prepared.find(id);
    if (feature === undefined) continue;
    codes[index] = isAsCoarse(prepared, feature, level)
      ? 1 + streets.findIndex((street) => street.layer === question.layer && street.feature === id)
      : finder.ofFeature(prepared.packed, feature);
  }
  return { level, streets, codes };
}

function isAsCoarse({ source, ref }: PreparedLayer, feature: number, level: ZoneLevel): boolean {
  if (!isZoneKind(source.kind)) return false;
  const rank = (ZONE_LEVELS as readonly string[]).indexOf(levelOf(ref(feature)));
  return rank >= 0 && rank <= ZONE_LEVELS.indexOf(level);
}

/** The first dividing level that has zones; levels below streets only where they are several. */
function listStreets({ traits, layer }: ZoneSet): { level: ZoneLevel | undefined; numbers: readonly number[] } {
  for (const level of DIVIDING_LEVELS) {
    const numbers: number[] = [];
    for (let zone = 0; zone < layer.count; zone++)
      if (layer.areas[zone]! > 0 && traits[zone]!.level === level) numbers.push(zone);
    const chosen = ofCommonDuty(numbers, (zone) => traits[zone]!.duty);
    if (chosen.length > (level === 'street' ? 0 : 1)) return { level, numbers: chosen };
  }
  return { level: undefined, numbers: [] };
}

/** Answers are codes. */
interface StreetFinder {
  ofPlace(x: number, y: number): number;
  ofFeature(layer: PackedLayer, feature: number): number;
}

function createStreetFinder(zones: ZoneSet, streets: readonly number[]): StreetFinder {
  const codeOf = new Map(streets.map((zone, place) => [zone, place + 1]));
  const area = createIntersectionArea();
  const hits = new HitList();

  /** Ascending. */
  const streetsAt = (found: HitList) =>
    Array.from(found.items.subarray(0, found.count))
      .filter((zone) => codeOf.has(zone))
      .sort((a, b) => a - b);
  const holds = (zone: number, x: number, y: number) => holdsPlace(zones.layer, zones.bands, zone, x, y);

  function ofPlace(x: number, y: number): number {
    zones.index.search(x, y, x, y, hits);
    const zone = streetsAt(hits).find((street) => holds(street, x, y));
    return zone === undefined ? 0 : codeOf.get(zone)!;
  }

  function partIn(zone: number, layer: PackedLayer, feature: number): number {
    switch (layer.type[feature]) {
      case GeometryType.polygon:
        return area.measure(layer, feature, zones.layer, zone);
      case GeometryType.line:
        return measureLineInside(layer, feature, zones, zone, () => undefined);
      default:
        return countPoints(layer, feature, (x, y) => holds(zone, x, y));
    }
  }

  return {
    ofPlace,
    ofFeature(layer, feature) {
      const { boxes, type } = layer;
      if (type[feature] === GeometryType.none) return 0;
      const box = boxes.subarray(4 * feature, 4 * feature + 4);
      const set = zones.raster.setOfBox(box[0]!, box[1]!, box[2]!, box[3]!);
      if (set >= 0) return codeOf.get(zones.sets.zonesOf(set).find((zone) => codeOf.has(zone)) ?? -1) ?? 0;
      searchZones(zones, layer, feature, hits);
      let [best, most] = [0, 0];
      for (const zone of streetsAt(hits)) {
        const part = partIn(zone, layer, feature);
        if (part > most) [best, most] = [codeOf.get(zone)!, part];
      }
      return best;
    },
  };
}

function countPoints(layer: PackedLayer, feature: number, holds: (x: number, y: number) => boolean): number {
  const { partStart, partEnd, ringStart, positionStart, xy, type } = layer;
  invariant(type[feature] === GeometryType.point, `found geometry type ${type[feature]}, expected points`);
  const end = positionStart[ringStart[partEnd[feature]!]!]!;
  let count = 0;
  for (let p = positionStart[ringStart[partStart[feature]!]!]!; p < end; p++)
    count += Number(holds(xy[2 * p]!, xy[2 * p + 1]!));
  return count;
}
