/** The sweeping routes with what people call them, and which of them qualify. */
import type { Thresholds } from '../rules/thresholds.ts';
import type { FeatureRef } from './check-input.ts';
import { type FeatureNumbers, numberFeatures } from './feature-numbers.ts';
import type { PreparedLayer } from './prepare.ts';
import { isQualifyingRoute } from './qualifying-route.ts';
import { buildRouteGround, type RouteGround, updateRouteGround } from './route-ground.ts';
import type { Touch } from './zone-set.ts';

export interface RouteSet extends RouteGround {
  readonly numbers: FeatureNumbers;
  ref(route: number): FeatureRef | undefined;
  qualifies(route: number): boolean;
}

export function buildRouteSet(layers: readonly PreparedLayer[], thresholds: Thresholds): RouteSet {
  const numbers = numberFeatures(layers);
  const ref = (route: number) => numbers.ref(route);
  const qualifies = (route: number): boolean => {
    const found = numbers.ref(route);
    return found !== undefined && isQualifyingRoute(found, thresholds);
  };
  return Object.assign(buildRouteGround(numbers.packed, qualifies), { numbers, ref, qualifies });
}

/** Takes in edited routes whose packed geometry is in place already. O(their positions). */
export function updateRoutes(routes: RouteSet, edited: ReadonlyMap<number, Touch>): void {
  for (const route of edited.keys()) updateRouteGround(routes, route, routes.qualifies(route));
}
