/**
 * Whose a finding is, for tallies: the street whose ground its place lies on, and the units that its subjects name.
 * A finding of two units counts for each. Knows no words.
 */
import { booleanPointInPolygon } from '@turf/turf';
import type { Subject } from '../../core/subject.ts';
import { geometryToGeoJson } from '../../geo/geometry-column.ts';
import { effectiveBatch } from '../../model/effective-batch.ts';
import { textAt } from '../../model/feature-batch.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import type { SnapshotFinding } from './snapshot.ts';

export interface FindingGroups {
  /** Name of the street; undefined where no street holds the place. */
  readonly street: string | undefined;
  /** None where no subject names one. */
  readonly owners: readonly string[];
}

export type GroupFinding = (finding: Pick<SnapshotFinding, 'at' | 'subjects'>) => FindingGroups;

/**
 * Streets are the responsibility zones of level `street` and of the duty `general`; of other duties only where no
 * street of the workspace has that one.
 * O(positions of the streets) a finding.
 */
export function createGrouping(
  document: WorkspaceDocument,
  ownerOf: (subject: Subject) => string | undefined,
): GroupFinding {
  const all = document.layers
    .filter(({ kind }) => kind === 'responsibilityZone')
    .flatMap((layer) => {
      const batch = effectiveBatch(layer);
      return batch.ids.flatMap((id, index) => {
        if (textAt(batch, 'level', index) !== 'street') return [];
        const geometry = geometryToGeoJson(batch.geometry, index);
        if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return [];
        const isGeneral = (textAt(batch, 'duty', index) ?? 'general') === 'general';
        return [{ name: textAt(batch, 'name', index) ?? id, geometry, box: boxOf(geometry), isGeneral }];
      });
    });
  const general = all.filter(({ isGeneral }) => isGeneral);
  const streets = general.length > 0 ? general : all;
  return ({ at, subjects }) => ({
    street: streets.find(({ geometry, box }) => isInBox(at, box) && booleanPointInPolygon([...at], geometry))?.name,
    owners: [...new Set(subjects.flatMap((subject) => ownerOf(subject) ?? []))],
  });
}

type Box = readonly [west: number, south: number, east: number, north: number];

function boxOf({ type, coordinates }: GeoJSON.Polygon | GeoJSON.MultiPolygon): Box {
  const rings = type === 'Polygon' ? coordinates : coordinates.flat();
  const positions = rings.flat();
  const of = (axis: 0 | 1, pick: (...values: number[]) => number) =>
    positions.reduce((found, position) => pick(found, position[axis] as number), positions[0]?.[axis] ?? Number.NaN);
  return [of(0, Math.min), of(1, Math.min), of(0, Math.max), of(1, Math.max)];
}

const isInBox = ([x, y]: readonly [number, number], [west, south, east, north]: Box) =>
  x >= west && x <= east && y >= south && y <= north;
