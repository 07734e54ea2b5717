/**
 * Where a finding lies, as a small map without a page, a browser or a base map: what the workspace itself knows
 * of the ground around it, the finding on it, and in a corner where in the district that is. Pure: the same
 * workspace and finding give the same bytes.
 */
import type { Subject } from '../../core/subject.ts';
import type { Finding } from '../../model/findings.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { drawGround, ended, placed, seenFeature } from './draw-ground.ts';
import type { Drawing, Drawn, Ink, Path } from './drawing.ts';
import { drawingPng } from './drawing-png.ts';
import { drawingSvg } from './drawing-svg.ts';
import { createGroundLayers, type GroundLayer } from './ground-layers.ts';
import { createInset, type DrawInset } from './locator-inset.ts';
import { drawNeatLine, drawNorthArrow, drawScaleBar } from './map-furniture.ts';
import { CASING, FINDING_COLORS, PAPER, SELECTION } from './map-symbols.ts';
import { boxAround, boxOfPlace, type DegreeBox, type MapWindow, type PixelSize, windowOn } from './map-window.ts';
import { disc } from './stroke-outlines.ts';
import { zoneNames } from './zone-names.ts';

export interface FindingMap {
  readonly drawing: Drawing;
  /** With the names of zones. */
  svg(title: string): string;
  /** Without names: it has no fonts. `scale`: pixels of the picture for one of the size asked for. */
  png(scale?: number): Uint8Array<ArrayBuffer>;
}

/** 10 × 6.25 cm at 96 dpi: the place for a map on a slip. */
export const SLIP_MAP_SIZE: PixelSize = { widthPixels: 378, heightPixels: 236 };
/** A place is recognised by what lies around it. */
const LEAST_GROUND_METERS = 500;
const MARGIN_PIXELS = 46;

/** Reads the workspace once, O(positions); then O(features) a map. */
export function createFindingMaps(document: WorkspaceDocument): (finding: Finding, size?: PixelSize) => FindingMap {
  const layers = createGroundLayers(document);
  const drawInset = createInset(layers);
  return (finding, size = SLIP_MAP_SIZE) => {
    const box = groundOf(layers, finding);
    const window = windowOn(box, size, { marginPixels: MARGIN_PIXELS, leastMeters: LEAST_GROUND_METERS });
    return finishDrawing({
      ...size,
      paper: PAPER,
      items: [
        ...drawGround(layers, window),
        ...drawSubjects(layers, finding, window),
        ...drawShape(finding, window),
        ...drawMark(finding, window),
        ...zoneNames(layers, window),
        ...furniture(window, drawInset, finding),
      ],
    });
  };
}

export function finishDrawing(drawing: Drawing): FindingMap {
  return { drawing, svg: (title) => drawingSvg(drawing, title), png: (scale = 2) => drawingPng(drawing, scale) };
}

function furniture(window: MapWindow, drawInset: DrawInset, { at }: Finding): Drawn[] {
  return [...drawScaleBar(window), ...drawInset(window, at), ...drawNorthArrow(window), ...drawNeatLine(window)];
}

/** The finding's own shape; else the features that it is about, without the zones, which are too large to show. */
function groundOf(layers: readonly GroundLayer[], { geometry, subjects, at }: Finding): DegreeBox {
  const own = geometry ? [...positionsOf(geometry)].map(([x, y]) => boxOfPlace([x!, y!])) : [];
  const ofSubjects = subjects.flatMap((subject) => {
    const found = findSubject(layers, subject);
    const box = found && !isZone(found.layer) ? found.layer.boxOf(found.feature) : undefined;
    return box ? [box] : [];
  });
  const boxes = own.length > 0 ? own : ofSubjects;
  return boxAround([boxOfPlace(at), ...boxes]) ?? boxOfPlace(at);
}

const isZone = ({ kind }: GroundLayer) => kind === 'responsibilityZone' || kind === 'patrolZone';

function findSubject(layers: readonly GroundLayer[], { layer: id, feature: name }: Subject) {
  const layer = layers.find((each) => each.id === id);
  const feature = layer?.indexOf(name);
  return layer && feature !== undefined ? { layer, feature } : undefined;
}

function drawSubjects(layers: readonly GroundLayer[], { subjects, geometry }: Finding, window: MapWindow): Drawn[] {
  return subjects.flatMap((subject) => {
    const found = findSubject(layers, subject);
    // The parties of an overlap have their edges already: its own ground is what matters.
    if (!found || (geometry && isZone(found.layer))) return [];
    const seen = seenFeature(found.layer, found.feature, window);
    if (!seen || seen.shape === 'point') return [];
    const paths = seen.shape === 'polygon' ? seen.paths.map(ended) : seen.paths;
    return outlined(paths, SELECTION, 2);
  });
}

function drawShape({ geometry, rule }: Finding, window: MapWindow): Drawn[] {
  if (!geometry) return [];
  const color = FINDING_COLORS[rule];
  const polygons = ringsOf(geometry, 'Polygon').map((ring) => placed(ring, window));
  const lines = ringsOf(geometry, 'LineString').map((line) => placed(line, window));
  const fill: Ink = rule === 'zone-gap' ? { color: CASING, opacity: 0.8 } : { color, opacity: 0.45 };
  return [
    ...(polygons.length > 0 ? [{ type: 'paths', paths: polygons, fill, closed: true } as const] : []),
    ...outlined([...polygons.map(ended), ...lines], color, 2),
  ];
}

const outlined = (paths: readonly Path[], color: Ink['color'], width: number): Drawn[] =>
  paths.length === 0
    ? []
    : [
        { type: 'paths', paths, stroke: { color: CASING, opacity: 0.9, width: width + 2.4 }, closed: false },
        { type: 'paths', paths, stroke: { color, opacity: 1, width }, closed: false },
      ];

/** A ring around the place where the finding is pinned. */
function drawMark({ at, rule }: Finding, window: MapWindow): Drawn[] {
  const [x, y] = window.place(at[0], at[1]);
  const ring = disc(x, y, 8, 32);
  return outlined([ended(ring)], FINDING_COLORS[rule], 2.6);
}

function* positionsOf(geometry: GeoJSON.Geometry): Generator<GeoJSON.Position> {
  if (geometry.type === 'GeometryCollection') for (const each of geometry.geometries) yield* positionsOf(each);
  else yield* flatten(geometry.coordinates);
}

type Nested = number | readonly Nested[];
function* flatten(value: readonly Nested[]): Generator<GeoJSON.Position> {
  if (typeof value[0] === 'number') yield value as GeoJSON.Position;
  else for (const each of value) yield* flatten(each as readonly Nested[]);
}

/** Rings or lines of all members of one dimension, degrees one after the other. */
function ringsOf(geometry: GeoJSON.Geometry, of: 'Polygon' | 'LineString'): number[][] {
  const flat = (positions: readonly GeoJSON.Position[]) => positions.flatMap(([x, y]) => [x!, y!]);
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap((each) => ringsOf(each, of));
  if (of === 'Polygon') {
    if (geometry.type === 'Polygon') return geometry.coordinates.map(flat);
    return geometry.type === 'MultiPolygon' ? geometry.coordinates.flatMap((rings) => rings.map(flat)) : [];
  }
  if (geometry.type === 'LineString') return [flat(geometry.coordinates)];
  return geometry.type === 'MultiLineString' ? geometry.coordinates.map(flat) : [];
}
