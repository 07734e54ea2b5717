/** What several rules and the sums ask of each dust source, found once: its extent, its zones, how much of it they cover. */
import { pointOnFeature } from '@turf/turf';
import type { Result } from '../../core/result.ts';
import { checkpoint } from '../../core/task.ts';
import { ZONE_KINDS, type ZoneKind } from '../../model/kinds.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import { coveredFraction, type Extent, extentOf, hasPartIn } from './coverage.ts';
import { widenBox } from './nearest.ts';
import type { PlainShape } from './plain-shape.ts';
import type { PlainWorkspace, PlainZone } from './plain-workspace.ts';

export interface AssessedSource extends Extent {
  readonly shape: PlainShape;
  readonly at: LonLat;
  /** Zones of either kind and any level with a part of the source. */
  readonly zones: readonly PlainZone[];
  /** By the leaf zones of each kind together. */
  readonly covered: Readonly<Record<ZoneKind, Result<number>>>;
}

const SOURCES_PER_REPORT = 50;

export async function assessSources(workspace: PlainWorkspace): Promise<AssessedSource[]> {
  const assessed: AssessedSource[] = [];
  const { sources, task } = workspace;
  for (const [done, shape] of sources.entries()) {
    if (done % SOURCES_PER_REPORT === 0) task.onProgress?.({ stage: 'check', done, total: sources.length });
    await checkpoint(task);
    assessed.push(assessSource(shape, workspace));
  }
  return assessed;
}

function assessSource(shape: PlainShape, { zones, clipper }: PlainWorkspace): AssessedSource {
  const at = pointInside(shape.geometry);
  // A metre more, so that rounding of boxes hides no touch.
  const around = widenBox(shape.box, 1);
  const coveredBy = (kind: ZoneKind) => coveredFraction(shape, zones[kind].leafIndex.search(around), clipper);
  return {
    shape,
    at,
    ...extentOf(shape),
    zones: ZONE_KINDS.flatMap((kind) =>
      zones[kind].index.search(around).filter((zone) => hasPartIn(shape, at, zone, clipper)),
    ),
    covered: Object.fromEntries(ZONE_KINDS.map((kind) => [kind, coveredBy(kind)])) as AssessedSource['covered'],
  };
}

/** A point in the interior of a polygon, on a line, or one of the points. */
export function pointInside(geometry: GeoJSON.Geometry): LonLat {
  return pointOnFeature(geometry).geometry.coordinates as [number, number];
}
