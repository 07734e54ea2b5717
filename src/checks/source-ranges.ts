/**
 * The measures of a range of sources as plain data in and out, so that another thread can make them:
 * the ground comes as bare layers, sets of zones go back as lists.
 */
import type { PackedLayer } from '../geo/packed-layer.ts';
import { ZONE_KINDS, type ZoneKind } from '../model/kinds.ts';
import { buildRouteGround, type RouteGround } from './route-ground.ts';
import {
  type CoverageColumns,
  createCoverageColumns,
  createCoverageMeasure,
  createSweepingColumns,
  createSweepingMeasure,
  type SweepingColumns,
} from './source-measures.ts';
import { buildBareGround, buildZoneGround, type ZoneGround } from './zone-ground.ts';

/** All that lines of sources depend on, as bare numbers. */
export interface SourceCommon {
  readonly zones: Readonly<Record<ZoneKind, { readonly layer: PackedLayer; readonly isLeaf: Uint8Array }>>;
  readonly routes: { readonly layer: PackedLayer; readonly qualifies: Uint8Array };
  readonly sweepingLimitMeters: number;
}

export interface SourceGround {
  readonly zones: Readonly<Record<ZoneKind, ZoneGround>>;
  readonly routes: RouteGround;
  readonly sweepingLimitMeters: number;
}

/** Columns by source of the range; `set` counts the lists below. */
export interface SourceLines {
  readonly coverage: Readonly<Record<ZoneKind, CoverageColumns & ZoneLists>>;
  readonly sweeping: SweepingColumns;
}

/** Lists of zones one behind the other: list i runs from listStart[i] to listStart[i + 1]. */
interface ZoneLists {
  readonly listStart: Uint32Array;
  readonly zones: Uint32Array;
}

const HERE = 'ground';

/** The thread that made the common data has its ground at hand; whoever is sent a copy builds their own. */
export function withGround(common: SourceCommon, ground: SourceGround): SourceCommon {
  // Not enumerable, so that it is not copied along with the data.
  return Object.defineProperty({ ...common }, HERE, { value: ground, enumerable: false });
}

function groundOf(common: SourceCommon & { readonly [HERE]?: SourceGround }): SourceGround {
  if (common[HERE]) return common[HERE];
  const { zones, routes, sweepingLimitMeters } = common;
  const build = (kind: ZoneKind) => buildZoneGround(buildBareGround(zones[kind].layer), zones[kind].isLeaf);
  return {
    zones: { responsibilityZone: build('responsibilityZone'), patrolZone: build('patrolZone') },
    routes: buildRouteGround(routes.layer, (route) => routes.qualifies[route] === 1),
    sweepingLimitMeters,
  };
}

export function createSourceMeasurer(common: SourceCommon): (range: PackedLayer) => SourceLines {
  const ground = groundOf(common);
  return (layer) => {
    const columns = {
      responsibilityZone: createCoverageColumns(layer.count),
      patrolZone: createCoverageColumns(layer.count),
    };
    const sweeping = createSweepingColumns(layer.count);
    const measures = [
      ...ZONE_KINDS.map((kind) => createCoverageMeasure(layer, ground.zones[kind], columns[kind])),
      createSweepingMeasure(layer, ground.routes, ground.sweepingLimitMeters, sweeping),
    ];
    for (let source = 0; source < layer.count; source++) for (const measure of measures) measure(source);
    return {
      coverage: {
        responsibilityZone: withLists(columns.responsibilityZone, ground.zones.responsibilityZone),
        patrolZone: withLists(columns.patrolZone, ground.zones.patrolZone),
      },
      sweeping,
    };
  };
}

/** Numbers of sets mean something to their maker alone: each becomes the number of its list. */
function withLists(columns: CoverageColumns, { sets }: ZoneGround): CoverageColumns & ZoneLists {
  const listOf = new Map<number, number>();
  const listStart = [0];
  const zones: number[] = [];
  const set = columns.set.map((own) => {
    let list = listOf.get(own);
    if (list === undefined) {
      list = listOf.size;
      listOf.set(own, list);
      for (const zone of sets.zonesOf(own)) zones.push(zone);
      listStart.push(zones.length);
    }
    return list;
  });
  return { ...columns, set, listStart: Uint32Array.from(listStart), zones: Uint32Array.from(zones) };
}
