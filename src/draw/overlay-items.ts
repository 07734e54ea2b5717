/** What of a draft the map shows, as items for the overlay. Pure. */
import type { Draft, DraftStep } from './draft.ts';
import type { OverlayItem, OverlayRole } from './shape-overlay.ts';
import { shapeOfPaths } from './shape-paths.ts';

type Position = GeoJSON.Position;

interface Dot {
  readonly type: 'middle' | 'scale' | 'turn';
  readonly position: Position;
}

const ROLE_OF_DOT = { middle: 'middle', scale: 'handle', turn: 'turn' } as const satisfies Record<
  Dot['type'],
  OverlayRole
>;

/** @param dots middles or handles; undefined hides the vertices too, as behind a sketch */
export function overlayItems(
  step: DraftStep,
  dots: readonly Dot[] | undefined,
  chosen: Position | undefined,
  draft?: Draft,
): OverlayItem[] {
  const shape = shapeOfPaths(step.paths);
  const items: OverlayItem[] = [];
  if (shape) items.push({ role: isArea(shape) ? 'ground' : 'outline', geometry: shape });
  for (const piece of step.pieces) items.push({ role: 'piece', geometry: piece });
  step.neighbours.forEach(({ paths, shape: own }, index) => {
    const before = draft?.steps[0]?.neighbours[index]?.paths;
    const moved = before !== undefined && before !== paths && shapeOfPaths(paths, own);
    if (moved) items.push({ role: 'neighbour', geometry: moved });
  });
  if (!dots) return items;
  for (const { type, position } of dots) items.push(dot(ROLE_OF_DOT[type], position));
  const showsVertices = dots.every(({ type }) => type === 'middle');
  if (showsVertices) {
    items.push({
      role: 'vertex',
      geometry: { type: 'MultiPoint', coordinates: step.paths.flatMap(({ positions }) => positions) },
    });
  }
  if (chosen) items.push(dot('chosen', chosen));
  return items;
}

/** A sketch: its line, and its ground once it has some. */
export function sketchItems(path: readonly Position[], closes: boolean): OverlayItem[] {
  if (path.length < 2) return [];
  const line: OverlayItem = { role: 'outline', geometry: { type: 'LineString', coordinates: [...path] } };
  if (!closes || path.length < 3) return [line];
  return [line, { role: 'ground', geometry: { type: 'Polygon', coordinates: [[...path, path[0]!]] } }];
}

const isArea = ({ type }: GeoJSON.Geometry) => type === 'Polygon' || type === 'MultiPolygon';
const dot = (role: OverlayRole, position: Position): OverlayItem => ({
  role,
  geometry: { type: 'Point', coordinates: position },
});
