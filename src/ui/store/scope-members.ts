/** What lies in the scope: worked out in app/ (it takes geometry), read by map, lists and totals. */
import type { Subject } from '../../core/subject.ts';
import type { Finding } from '../../model/findings.ts';
import { DIVIDING_LEVELS } from '../../model/kinds.ts';
import type { Scope } from '../../model/workspace.ts';
import { type FeaturesByLayer, fieldOf, unitOf } from './layer-features.ts';

export interface ScopeMembers {
  readonly scope: Scope;
  readonly hasFinding: (finding: Finding) => boolean;
  /** By layer: 1 for each feature outside the scope. */
  readonly outside: ReadonlyMap<string, Uint8Array>;
  /** The ground of the scope where it has one, to veil the rest. */
  readonly ground: GeoJSON.Polygon | GeoJSON.MultiPolygon | null;
}

export interface ScopeChoices {
  readonly zones: readonly { readonly zone: Subject; readonly title: string }[];
  readonly owners: readonly { readonly owner: string; readonly features: number }[];
}

/**
 * Streets, or the coarsest level that has more than one zone where there are no streets; and every unit
 * named as an owner, the one with most features first. O(features).
 */
export function listScopes(features: FeaturesByLayer): ScopeChoices {
  return { zones: listZones(features), owners: listOwners(features) };
}

function listZones(features: FeaturesByLayer): ScopeChoices['zones'] {
  for (const level of DIVIDING_LEVELS) {
    const zones: { zone: Subject; title: string }[] = [];
    for (const [id, { layer, batch }] of features) {
      if (layer.kind !== 'responsibilityZone') continue;
      for (const feature of batch.ids) {
        const zone = { layer: id, feature };
        if ((fieldOf(features, zone, 'level') ?? 'grid') !== level) continue;
        zones.push({ zone, title: fieldOf(features, zone, 'name') ?? fieldOf(features, zone, 'code') ?? feature });
      }
    }
    if (zones.length > (level === 'street' ? 0 : 1)) return zones;
  }
  return [];
}

function listOwners(features: FeaturesByLayer): ScopeChoices['owners'] {
  const counts = new Map<string, number>();
  for (const [id, { batch }] of features) {
    for (const feature of batch.ids) {
      const owner = unitOf(features, { layer: id, feature });
      if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([owner, count]) => ({ owner, features: count }))
    .sort((a, b) => b.features - a.features || (a.owner < b.owner ? -1 : 1));
}

/** One string for a scope, as the select's value. */
export function scopeKey(scope: Scope | undefined): string {
  if (!scope) return 'all';
  return scope.type === 'owner'
    ? `owner:${scope.owner}`
    : `zone:${JSON.stringify([scope.zone.layer, scope.zone.feature])}`;
}

export function parseScopeKey(key: string): Scope | undefined {
  if (key.startsWith('owner:')) return { type: 'owner', owner: key.slice('owner:'.length) };
  if (!key.startsWith('zone:')) return undefined;
  const [layer, feature] = JSON.parse(key.slice('zone:'.length)) as [string, string];
  return { type: 'zone', zone: { layer, feature } };
}
