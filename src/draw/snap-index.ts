/**
 * Finds the vertex or edge near the pointer among the borders and roads in view. Distances are on the
 * screen, in pixels; what comes back is the exact vertex, or the point on the edge, which is straight in
 * the metric frame as for the checks. Knows no map and no tool.
 */
import Flatbush from 'flatbush';
import { GeometryType } from '../geo/geometry-column.ts';
import type { Frame } from '../geo/laea.ts';
import type { SnapSource } from './draw-types.ts';
import { placeOf } from './transform-shape.ts';

/** West, south, east, north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];
export type Project = (longitude: number, latitude: number) => { readonly x: number; readonly y: number };

export interface Snap {
  readonly position: GeoJSON.Position;
  readonly on: 'vertex' | 'edge';
}

export interface SnapIndex {
  /** False: more edges in view than can be snapped to; zoom in. */
  readonly usable: boolean;
  /** The nearest vertex within the tolerance, else the nearest edge, else undefined. O(log edges + hits). */
  nearest(
    pointer: { readonly x: number; readonly y: number },
    around: Box,
    project: Project,
    tolerancePixels: number,
  ): Snap | undefined;
}

/** Beyond this the view is too wide to aim at a vertex anyway. */
const MAXIMUM_EDGES = 200_000;

/** O(positions of the sources). `except` says which features are not snapped to: those that move along with the pointer. */
export function buildSnapIndex(
  sources: Iterable<SnapSource>,
  view: Box,
  frame: Frame,
  except: (layer: string, feature: string) => boolean = () => false,
): SnapIndex {
  const edges: number[] = [];
  for (const { layer, batch } of sources) {
    const skips = (feature: number) => except(layer, batch.ids[feature]!);
    if (!collectEdges(batch.geometry, skips, view, edges)) return { usable: false, nearest: () => undefined };
  }
  if (edges.length === 0) return { usable: true, nearest: () => undefined };
  const index = new Flatbush(edges.length / 4);
  for (let at = 0; at < edges.length; at += 4) {
    const [x1, y1, x2, y2] = edgeAt(edges, at);
    index.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  index.finish();
  return {
    usable: true,
    nearest(pointer, around, project, tolerancePixels) {
      const candidates = index.search(...around).map((edge) => edgeAt(edges, edge * 4));
      return (
        nearestVertex(candidates, pointer, project, tolerancePixels) ??
        nearestOnEdge(candidates, pointer, project, tolerancePixels, frame)
      );
    },
  };
}

type Edge = readonly [x1: number, y1: number, x2: number, y2: number];
const edgeAt = (edges: readonly number[], at: number) => edges.slice(at, at + 4) as unknown as Edge;

/** Adds the edges of polygons and lines that touch the view; false when there are too many. */
function collectEdges(
  geometry: SnapSource['batch']['geometry'],
  skips: (feature: number) => boolean,
  view: Box,
  edges: number[],
): boolean {
  const { type, partStart, ringStart, positionStart, coordinates } = geometry;
  const [west, south, east, north] = view;
  for (let feature = 0; feature < geometry.count; feature++) {
    if (type[feature] !== GeometryType.polygon && type[feature] !== GeometryType.line) continue;
    let isSkipped: boolean | undefined;
    const firstRing = ringStart[partStart[feature] as number] as number;
    const lastRing = ringStart[partStart[feature + 1] as number] as number;
    for (let ring = firstRing; ring < lastRing; ring++) {
      const end = (positionStart[ring + 1] as number) - 1;
      for (let position = positionStart[ring] as number; position < end; position++) {
        const x1 = coordinates[2 * position] as number;
        const y1 = coordinates[2 * position + 1] as number;
        const x2 = coordinates[2 * position + 2] as number;
        const y2 = coordinates[2 * position + 3] as number;
        const outside =
          (x1 < west && x2 < west) ||
          (x1 > east && x2 > east) ||
          (y1 < south && y2 < south) ||
          (y1 > north && y2 > north);
        if (outside) continue;
        if (isSkipped === undefined) isSkipped = skips(feature);
        if (!isSkipped) edges.push(x1, y1, x2, y2);
      }
    }
    if (edges.length > 4 * MAXIMUM_EDGES) return false;
  }
  return true;
}

interface Pixel {
  readonly x: number;
  readonly y: number;
}

function nearestVertex(edges: readonly Edge[], pointer: Pixel, project: Project, tolerance: number): Snap | undefined {
  let best: GeoJSON.Position | undefined;
  let bestDistance = tolerance;
  for (const [x1, y1, x2, y2] of edges) {
    for (const position of [
      [x1, y1],
      [x2, y2],
    ] as const) {
      const pixel = project(...position);
      const distance = Math.hypot(pixel.x - pointer.x, pixel.y - pointer.y);
      if (distance >= bestDistance) continue;
      bestDistance = distance;
      best = [...position];
    }
  }
  return best && { position: best, on: 'vertex' };
}

function nearestOnEdge(
  edges: readonly Edge[],
  pointer: Pixel,
  project: Project,
  tolerance: number,
  frame: Frame,
): Snap | undefined {
  let best: { readonly edge: Edge; readonly t: number } | undefined;
  let bestDistance = tolerance;
  for (const edge of edges) {
    const [x1, y1, x2, y2] = edge;
    const from = project(x1, y1);
    const to = project(x2, y2);
    const dx = to.x - from.x;
    const dy = to.y - from.y;
    const squared = dx * dx + dy * dy;
    const along = squared === 0 ? 0 : ((pointer.x - from.x) * dx + (pointer.y - from.y) * dy) / squared;
    const t = Math.max(0, Math.min(1, along));
    const distance = Math.hypot(from.x + t * dx - pointer.x, from.y + t * dy - pointer.y);
    if (distance >= bestDistance) continue;
    bestDistance = distance;
    best = { edge, t };
  }
  return best && { position: alongEdge(best.edge, best.t, frame), on: 'edge' };
}

/** Straight in metres: along an edge of a kilometre, what is straight in degrees lies up to 14 mm beside it. */
function alongEdge([x1, y1, x2, y2]: Edge, t: number, frame: Frame): GeoJSON.Position {
  const [ax, ay] = placeOf(frame, [x1, y1]);
  const [bx, by] = placeOf(frame, [x2, y2]);
  return frame.unproject(ax + t * (bx - ax), ay + t * (by - ay));
}
