/** source-unswept: dust sources farther than `maxSweepingDistanceMeters` from every qualifying sweeping route. */
import { checkpoint, type Task } from '../core/task.ts';
import { findNearest, isWithin } from '../geo/distance.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { Location, locatePoint } from '../geo/point-in-polygon.ts';
import { HitList } from '../geo/spatial-index.ts';
import { draftUnswept } from './drafts.ts';
import type { FastWorkspace, RouteSet } from './fast-workspace.ts';
import { placeOf } from './place.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from './rule.ts';
import { createZonesOf, measureExtent } from './source-uncovered.ts';

const SOURCES_PER_TURN = 4096;

export async function checkSourceUnswept(workspace: FastWorkspace, task: Task): Promise<RuleOutcome> {
  const { thresholds } = workspace.input;
  const limit = thresholds.maxSweepingDistanceMeters;
  const routes = workspace.routes();
  const isInSweptArea = createSweptAreaTest(routes);
  const findings: FindingDraft[] = [];
  for (const source of workspace.sources) {
    const { packed } = source;
    const zonesOf = await createZonesOf(workspace, source, task);
    for (let index = 0; index < packed.count; index++) {
      if (index % SOURCES_PER_TURN === 0) await checkpoint(task);
      if (packed.type[index] === GeometryType.none || isInSweptArea(packed, index)) continue;
      if (isWithin(packed, index, routes.chunks, limit)) continue;
      const found = findNearest(packed, index, routes.chunks, Infinity);
      const ref = routes.refs[found.feature];
      findings.push(
        draftUnswept(
          {
            ...measureExtent(source, index),
            at: placeOf(workspace.frame, packed, index),
            zones: zonesOf(index),
            nearest: ref && { ref, distanceMeters: found.distanceMeters },
          },
          workspace.input,
        ),
      );
    }
  }
  return { ...emptyOutcome('source-unswept'), findings };
}

/** Whether a vertex of the feature lies in a swept area. Where only edges meet, the distance to its outline is 0. */
function createSweptAreaTest({ layer, bands, areas }: RouteSet): (source: PackedLayer, index: number) => boolean {
  const hits = new HitList();
  return (source, index) => {
    const { partStart, ringStart, positionStart, boxes, xy } = source;
    const box = 4 * index;
    areas.search(boxes[box]!, boxes[box + 1]!, boxes[box + 2]!, boxes[box + 3]!, hits);
    for (let k = 0; k < hits.count; k++) {
      for (let ring = ringStart[partStart[index]!]!; ring < ringStart[partStart[index + 1]!]!; ring++) {
        const p = 2 * positionStart[ring]!;
        if (locatePoint(layer, bands, hits.items[k]!, xy[p]!, xy[p + 1]!) !== Location.outside) return true;
      }
    }
    return false;
  };
}
