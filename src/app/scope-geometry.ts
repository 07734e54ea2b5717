/**
 * Which features and findings lie in a scope. A street takes what has its place in it: a point itself, a
 * line any of its positions, an area the middle of its outer rings. Good to the metre, for filtering
 * alone: no number that is measured comes from here.
 */
import type { Subject } from '../core/subject.ts';
import { type GeometryColumn, GeometryType, geometryToGeoJson } from '../geo/geometry-column.ts';
import { isSourceKind } from '../model/kinds.ts';
import type { LonLat } from '../model/lon-lat.ts';
import type { Scope } from '../model/scope.ts';
import { type FeaturesByLayer, unitOf } from '../ui/store/layer-features.ts';
import type { ScopeMembers } from '../ui/store/scope-members.ts';

/** Undefined where the scope's zone is not there (any more). O(positions) for a street, O(features) for a unit. */
export function findScopeMembers(features: FeaturesByLayer, scope: Scope): ScopeMembers | undefined {
  return scope.type === 'owner' ? membersOfOwner(features, scope) : membersOfZone(features, scope);
}

function membersOfOwner(features: FeaturesByLayer, scope: Extract<Scope, { type: 'owner' }>): ScopeMembers {
  const outside = new Map<string, Uint8Array>();
  for (const [layer, { batch }] of features) {
    outside.set(
      layer,
      Uint8Array.from(batch.ids, (feature) => (unitOf(features, { layer, feature }) === scope.owner ? 0 : 1)),
    );
  }
  const hasFinding: ScopeMembers['hasFinding'] = (finding) =>
    finding.subjects.some((subject) => unitOf(features, subject) === scope.owner);
  return { scope, outside, hasFinding, ground: null };
}

function membersOfZone(features: FeaturesByLayer, scope: Extract<Scope, { type: 'zone' }>): ScopeMembers | undefined {
  const zone = features.get(scope.zone.layer);
  const index = zone?.indexOf(scope.zone.feature);
  if (!zone || index === undefined) return undefined;
  const contains = createZoneTest(zone.batch.geometry, index);
  const outside = new Map<string, Uint8Array>();
  for (const [layer, { batch }] of features) {
    outside.set(
      layer,
      Uint8Array.from(batch.ids, (_, feature) => (touchesZone(batch.geometry, feature, contains) ? 0 : 1)),
    );
  }
  const shown = outside.get(scope.zone.layer);
  if (shown) shown[index] = 0;
  const isInside = (subject: Subject) => {
    const at = features.get(subject.layer)?.indexOf(subject.feature);
    return at !== undefined && outside.get(subject.layer)?.[at] === 0;
  };
  const hasFinding: ScopeMembers['hasFinding'] = (finding) => {
    if (contains(finding.at[0], finding.at[1])) return true;
    return finding.subjects.some((subject) => {
      const kind = features.get(subject.layer)?.layer.kind;
      return kind !== undefined && isSourceKind(kind) && isInside(subject);
    });
  };
  const ground = geometryToGeoJson(zone.batch.geometry, index);
  return {
    scope,
    outside,
    hasFinding,
    ground: ground?.type === 'Polygon' || ground?.type === 'MultiPolygon' ? ground : null,
  };
}

type ContainsPlace = (longitude: number, latitude: number) => boolean;

/** Even-odd over all rings of a polygon feature: holes are out, parts are in. O(its positions) a test. */
function createZoneTest(column: GeometryColumn, feature: number): ContainsPlace {
  const rings = ringsOf(column, feature);
  const { coordinates } = column;
  return (longitude, latitude) => {
    let inside = false;
    for (const [start, end] of rings) {
      for (let i = start, previous = end - 1; i < end; previous = i++) {
        const y = coordinates[2 * i + 1] as number;
        const y0 = coordinates[2 * previous + 1] as number;
        if (y > latitude === y0 > latitude) continue;
        const x = coordinates[2 * i] as number;
        const x0 = coordinates[2 * previous] as number;
        if (longitude < x + ((latitude - y) / (y0 - y)) * (x0 - x)) inside = !inside;
      }
    }
    return inside;
  };
}

function touchesZone(column: GeometryColumn, feature: number, contains: ContainsPlace): boolean {
  if (column.type[feature] === GeometryType.polygon) {
    const middle = middleOf(column, feature);
    return middle !== undefined && contains(middle[0], middle[1]);
  }
  return ringsOf(column, feature).some(([start, end]) => {
    for (let i = start; i < end; i++) {
      if (contains(column.coordinates[2 * i] as number, column.coordinates[2 * i + 1] as number)) return true;
    }
    return false;
  });
}

/** The middle of the box of a feature's positions; undefined without any. */
export function middleOf(column: GeometryColumn, feature: number): LonLat | undefined {
  const box = boxOf(column, feature);
  return box && [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
}

/** West, south, east, north of a feature; undefined without positions. */
export function boxOf(column: GeometryColumn, feature: number): [number, number, number, number] | undefined {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [start, end] of ringsOf(column, feature)) {
    for (let i = start; i < end; i++) {
      const longitude = column.coordinates[2 * i] as number;
      const latitude = column.coordinates[2 * i + 1] as number;
      box[0] = Math.min(box[0], longitude);
      box[1] = Math.min(box[1], latitude);
      box[2] = Math.max(box[2], longitude);
      box[3] = Math.max(box[3], latitude);
    }
  }
  return box[0] === Infinity ? undefined : box;
}

/** First and one past the last position of every ring of a feature. */
function ringsOf(column: GeometryColumn, feature: number): [number, number][] {
  const firstRing = column.ringStart[column.partStart[feature] as number] as number;
  const lastRing = column.ringStart[column.partStart[feature + 1] as number] as number;
  return Array.from({ length: lastRing - firstRing }, (_, ring) => [
    column.positionStart[firstRing + ring] as number,
    column.positionStart[firstRing + ring + 1] as number,
  ]);
}
