/** Zones as they were drafted, as an edit of the document. */

import { boxOfPolygons } from '../../geo/box.ts';
import { GeometryType } from '../../geo/geometry-column.ts';
import type { MetricPolygons } from '../../geo/geos-wkb.ts';
import { measurePieces } from '../../geo/overlay.ts';
import { type Value, valueAt } from '../../model/feature-batch.ts';
import type { Sentence } from '../../model/findings.ts';
import type { Patch } from '../../model/patch.ts';
import { type FeatureRef, nameOf, ownerOf, subjectOf } from '../check-input.ts';
import type { FastWorkspace } from '../fast-workspace.ts';
import { featuresOf } from '../feature-list.ts';
import { readPositions, toGeoJson } from './exact-positions.ts';
import { gridKeysOf } from './grid-points.ts';
import type { GroundDraft } from './ground-draft.ts';
import type { FixPlan, GroundMove, ZoneAreaChange } from './settle-types.ts';

/** `moved`: the ground that changes hands; on its outline the neighbours' positions are taken over. */
export function planOf(
  workspace: FastWorkspace,
  draft: GroundDraft,
  label: Sentence,
  moves: readonly GroundMove[],
  moved: MetricPolygons,
): Omit<FixPlan, 'collisions'> {
  const changes = draft.changes();
  const zones = listAreaChanges(draft, changes);
  return {
    patch: { label, operations: writeZones(workspace, draft, changes, moved) },
    moves,
    zones,
    adjustedCount: changes.size - zones.length,
  };
}

function listAreaChanges(
  { zones, isMoving }: GroundDraft,
  changes: ReadonlyMap<number, MetricPolygons>,
): ZoneAreaChange[] {
  const list = [...changes].flatMap(([zone, polygons]): ZoneAreaChange[] => {
    if (!isMoving(zone)) return [];
    const beforeSquareMeters = zones.layer.areas[zone]!;
    const afterSquareMeters = measurePieces(polygons).areaSquareMeters;
    const ref = zones.refs[zone]!;
    const owner = ownerOf(ref);
    const names = { zone: subjectOf(ref), name: nameOf(ref), ...(owner === undefined ? {} : { owner }) };
    return [{ ...names, beforeSquareMeters, afterSquareMeters }];
  });
  const size = ({ beforeSquareMeters, afterSquareMeters }: ZoneAreaChange) =>
    Math.abs(afterSquareMeters - beforeSquareMeters);
  return list.sort((a, b) => size(b) - size(a));
}

function writeZones(
  workspace: FastWorkspace,
  { zones }: GroundDraft,
  changes: ReadonlyMap<number, MetricPolygons>,
  moved: MetricPolygons,
): Patch['operations'] {
  const { frame } = workspace;
  const border = gridKeysOf(moved);
  const box = boxOfPolygons([...changes.values()].flat());
  const around: number[] = [];
  zones.index.some(...box, (zone) => {
    if (zones.layer.type[zone] === GeometryType.polygon) around.push(zone);
    return false;
  });
  around.sort((a, b) => Number(changes.has(a)) - Number(changes.has(b)) || a - b);
  const boundaries = workspace.layersOfKind('boundary').flatMap((layer) => [...featuresOf(layer).refs()]);
  const shared = readPositions(frame, [...around.map((zone) => zones.refs[zone]!), ...boundaries]);
  return [...changes].map(([zone, polygons]) => {
    const ref = zones.refs[zone]!;
    const own = readPositions(frame, [ref]);
    const positionOf = (key: string) =>
      border.has(key) ? (shared.get(key) ?? own.get(key)) : (own.get(key) ?? shared.get(key));
    const { layer, feature: id } = subjectOf(ref);
    const geometry = toGeoJson(polygons, frame, positionOf);
    return { op: 'feature', layer, id, feature: { id, geometry, properties: propertiesOf(workspace, ref) } };
  });
}

/** All columns with a value; of an edited feature what the edit says. */
function propertiesOf({ input }: FastWorkspace, ref: FeatureRef): Readonly<Record<string, Value>> {
  const { layer, feature } = subjectOf(ref);
  const edit = input.document.layers.find(({ id }) => id === layer)?.edits.get(feature);
  if (edit) return edit.properties;
  const properties: Record<string, Value> = {};
  for (const [name, column] of ref.layer.batch.columns) {
    const value = valueAt(column, ref.index);
    if (value !== null) properties[name] = value;
  }
  return properties;
}
