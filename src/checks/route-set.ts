/** The sweeping routes with what people call them, and which of them qualify. */

import type { Box } from '../geo/box.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { buildSegmentChunks, type SegmentChunks, updateSegmentChunks } from '../geo/segment-chunks.ts';
import type { Thresholds } from '../rules/thresholds.ts';
import type { FeatureRef } from './check-input.ts';
import { type FeatureNumbers, numberFeatures } from './feature-numbers.ts';
import type { PreparedLayer } from './prepare.ts';
import { isQualifyingRoute } from './qualifying-route.ts';
import { buildRouteGround, type RouteGround, updateRouteGround } from './route-ground.ts';
import type { Touch } from './touch.ts';

export interface RouteSet extends RouteGround {
  readonly numbers: FeatureNumbers;
  ref(route: number): FeatureRef | undefined;
  qualifies(route: number): boolean;
  /** Of all routes that are lines, whether they qualify or not. */
  readonly lineChunks: SegmentChunks;
  /** Routes that are lines and whose chunks come into a box. */
  around(box: Box): Set<number>;
}

export function buildRouteSet(layers: readonly PreparedLayer[], thresholds: Thresholds): RouteSet {
  const numbers = numberFeatures(layers);
  const ref = (route: number) => numbers.ref(route);
  const qualifies = (route: number): boolean => {
    const found = numbers.ref(route);
    return found !== undefined && isQualifyingRoute(found, thresholds);
  };
  const lineChunks = buildSegmentChunks(numbers.packed, (route) => isLine(numbers.packed, route));
  const around = (box: Box): Set<number> => {
    const routes = new Set<number>();
    lineChunks.index.some(...box, (chunk) => {
      routes.add(lineChunks.feature[chunk]!);
      return false;
    });
    return routes;
  };
  return Object.assign(buildRouteGround(numbers.packed, qualifies), { numbers, ref, qualifies, lineChunks, around });
}

/** Takes in edited routes whose packed geometry is in place already. O(their positions). */
export function updateRoutes(routes: RouteSet, edited: ReadonlyMap<number, Touch>): void {
  for (const route of edited.keys()) {
    updateRouteGround(routes, route, routes.qualifies(route));
    updateSegmentChunks(routes.lineChunks, route, isLine(routes.layer, route));
  }
}

function isLine({ type }: PackedLayer, route: number): boolean {
  return type[route] === GeometryType.line;
}
