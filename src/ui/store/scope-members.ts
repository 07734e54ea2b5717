/** What lies in the scope: worked out in app/ (it takes geometry), read by map, lists and totals. */
import type { Subject } from '../../core/subject.ts';
import { dutyOf, ofCommonDuty } from '../../model/common-duty.ts';
import { textAt } from '../../model/feature-batch.ts';
import type { Finding } from '../../model/findings.ts';
import { DIVIDING_LEVELS } from '../../model/kinds.ts';
import type { Scope } from '../../model/scope.ts';
import type { FeaturesByLayer } from './layer-features.ts';

export interface ScopeMembers {
  readonly scope: Scope;
  readonly hasFinding: (finding: Pick<Finding, 'at' | 'subjects'>) => boolean;
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
 * Streets, or the coarsest level that has more than one zone where there are no streets, of one duty; and every unit
 * named as an owner, the one with most features first. O(features).
 */
export function listScopes(features: FeaturesByLayer): ScopeChoices {
  return { zones: listZones(features), owners: listOwners(features) };
}

function listZones(features: FeaturesByLayer): ScopeChoices['zones'] {
  const layers = [...features].filter(([, { layer }]) => layer.kind === 'responsibilityZone');
  for (const level of DIVIDING_LEVELS) {
    const found = layers.flatMap(([id, { batch }]) =>
      batch.ids.flatMap((feature, index) => {
        if ((textAt(batch, 'level', index) ?? 'grid') !== level) return [];
        const title = textAt(batch, 'name', index) ?? textAt(batch, 'code', index) ?? feature;
        return [{ zone: { layer: id, feature }, title, duty: dutyOf(textAt(batch, 'duty', index)) }];
      }),
    );
    const zones = ofCommonDuty(found, ({ duty }) => duty);
    if (zones.length > (level === 'street' ? 0 : 1)) return zones.map(({ zone, title }) => ({ zone, title }));
  }
  return [];
}

/** By position and not by name: finding a hundred thousand features by their ids would index them all. */
function listOwners(features: FeaturesByLayer): ScopeChoices['owners'] {
  const counts = new Map<string, number>();
  for (const { batch } of features.values()) {
    if (!batch.columns.has('owner') && !batch.columns.has('operator')) continue;
    for (let index = 0; index < batch.ids.length; index++) {
      const owner = textAt(batch, 'owner', index) ?? textAt(batch, 'operator', index);
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
