/**
 * A street with its findings as numbered marks, without a page: the map on a slip that lists them, each number that
 * of its row. Pure.
 */
import type { Subject } from '../../core/subject.ts';
import type { Finding } from '../../model/findings.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { drawGround, ended, placed } from './draw-ground.ts';
import type { Drawn, Path } from './drawing.ts';
import { type FindingMap, finishDrawing } from './finding-map.ts';
import { createGroundLayers, type GroundLayer, ringsOf, shapeOf } from './ground-layers.ts';
import { drawNeatLine, drawNorthArrow, drawScaleBar } from './map-furniture.ts';
import { CASING, FINDING_COLORS, PAPER, SELECTION } from './map-symbols.ts';
import { boxAround, boxOfPlace, type MapWindow, type PixelSize, windowOn } from './map-window.ts';
import { drawNumberedMarks, type PixelBox } from './numbered-marks.ts';
import { zoneNames } from './zone-names.ts';

export interface StreetMap extends FindingMap {
  /** Findings with a dot instead of their number, for want of room. */
  readonly unnumbered: number;
}

/** 24.8 × 13.8 cm at 96 dpi: the width of the list on an A4 page that lies on its side. */
export const STREET_MAP_SIZE: PixelSize = { widthPixels: 937, heightPixels: 522 };
const MARGIN_PIXELS = 20;
const LEAST_GROUND_METERS = 500;
/** The ground is there to find the way: paler than on a map of its own, another street's paler still. */
const VEIL_OPACITY = 0.3;
const OUTER_VEIL_OPACITY = 0.45;

/** Reads the workspace once, O(positions); then O(features + findings²) a map. Undefined for no findings. */
export function createStreetMaps(document: WorkspaceDocument) {
  const layers = createGroundLayers(document);
  /**
   * @param street the zone; undefined for what lies in none
   * @param findings in the order of the list, numbered from 1
   */
  return (
    street: Subject | undefined,
    findings: readonly Pick<Finding, 'at' | 'rule'>[],
    size: PixelSize = STREET_MAP_SIZE,
  ): StreetMap | undefined => {
    const outline = street && outlineOf(layers, street);
    const box = boxAround([...(outline ? [outline.box] : []), ...findings.map(({ at }) => boxOfPlace(at))]);
    if (!box || findings.length === 0) return undefined;
    const window = windowOn(box, size, { marginPixels: MARGIN_PIXELS, leastMeters: LEAST_GROUND_METERS });
    const rings = outline?.rings.map((ring) => placed(ring, window)) ?? [];
    const places = findings.map(({ at: [longitude, latitude], rule }, index) => {
      const [x, y] = window.place(longitude, latitude);
      return { x, y, number: index + 1, color: FINDING_COLORS[rule] };
    });
    const marks = drawNumberedMarks(places, size, furnitureBoxes(size));
    const map = finishDrawing({
      ...size,
      paper: PAPER,
      items: [
        ...drawGround(layers, window),
        ...drawStreet(rings, window),
        ...marks.items,
        ...zoneNames(layers, window),
        ...drawScaleBar(window),
        ...drawNorthArrow(window),
        ...drawNeatLine(window),
      ],
    });
    return { ...map, unnumbered: marks.unnumbered };
  };
}

function outlineOf(layers: readonly GroundLayer[], { layer: id, feature }: Subject) {
  const layer = layers.find((each) => each.id === id);
  const index = layer?.indexOf(feature);
  if (!layer || index === undefined || shapeOf(layer.batch.geometry, index) !== 'polygon') return undefined;
  const box = layer.boxOf(index);
  return box && { box, rings: [...ringsOf(layer.batch.geometry, index)] };
}

function drawStreet(rings: readonly Path[], { widthPixels: w, heightPixels: h }: MapWindow): Drawn[] {
  const frame: Path = [0, 0, w, 0, w, h, 0, h];
  const veil = (paths: readonly Path[], opacity: number): Drawn => ({
    type: 'paths',
    paths,
    fill: { color: CASING, opacity },
    closed: true,
  });
  if (rings.length === 0) return [veil([frame], VEIL_OPACITY)];
  const edges = rings.map(ended);
  return [
    veil([frame], VEIL_OPACITY),
    veil([frame, ...rings], OUTER_VEIL_OPACITY),
    { type: 'paths', paths: edges, stroke: { color: CASING, opacity: 0.9, width: 5 }, closed: false },
    { type: 'paths', paths: edges, stroke: { color: SELECTION, opacity: 1, width: 2.4 }, closed: false },
  ];
}

/** Scale bar at the bottom left, a third of the width at most; arrow at the top right. */
const furnitureBoxes = ({ widthPixels: w, heightPixels: h }: PixelSize): PixelBox[] => [
  [0, h - 30, w / 3 + 12, h],
  [w - 34, 0, w, 46],
];
