/** The whole district with its findings as dots, without a page: for the month's papers. Pure. */
import type { Finding } from '../../model/findings.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { drawGround } from './draw-ground.ts';
import type { Drawn } from './drawing.ts';
import { type FindingMap, finishDrawing } from './finding-map.ts';
import { createGroundLayers, type GroundLayer } from './ground-layers.ts';
import { drawNeatLine, drawNorthArrow, drawScaleBar } from './map-furniture.ts';
import { CASING, FINDING_COLORS } from './map-symbols.ts';
import { boxAround, type MapWindow, type PixelSize, windowOn } from './map-window.ts';
import { disc } from './stroke-outlines.ts';
import { zoneNames } from './zone-names.ts';

/** As wide as the text of an A4 page, 16 × 12 cm at 96 dpi. */
const PAGE_MAP_SIZE: PixelSize = { widthPixels: 605, heightPixels: 454 };
const MARGIN_PIXELS = 14;
const DOT_PIXELS = 2.2;
const DOT_COLOR = FINDING_COLORS['hotspot-source'];

/** Undefined for a workspace without any place. Open findings alone. O(positions + findings). */
export function districtMap(
  document: WorkspaceDocument,
  findings: Iterable<Pick<Finding, 'at' | 'status'>>,
  size: PixelSize = PAGE_MAP_SIZE,
): FindingMap | undefined {
  const layers = createGroundLayers(document);
  const box = boxAround(boxesOf(layers));
  if (!box) return undefined;
  const window = windowOn(box, size, { marginPixels: MARGIN_PIXELS, leastMeters: 500 });
  return finishDrawing({
    ...size,
    paper: '#ffffff',
    items: [
      ...drawGround(layers, window),
      ...drawDots(findings, window),
      ...zoneNames(layers, window),
      ...drawScaleBar(window),
      ...drawNorthArrow(window),
      ...drawNeatLine(window),
    ],
  });
}

/** Of zones and the boundary; a stray hotspot far away does not make the district small. Of everything where there are none. */
function* boxesOf(layers: readonly GroundLayer[]) {
  const frames = layers.filter(({ kind }) => kind === 'responsibilityZone' || kind === 'boundary');
  const isFramed = frames.some(({ batch }) => batch.geometry.count > 0);
  for (const layer of isFramed ? frames : layers) {
    for (let feature = 0; feature < layer.batch.geometry.count; feature++) {
      const box = layer.boxOf(feature);
      if (box) yield box;
    }
  }
}

/** All in one colour: a picture without letters has no legend. Thousands of them in one shape stay a small file. */
function drawDots(findings: Iterable<Pick<Finding, 'at' | 'status'>>, window: MapWindow): Drawn[] {
  const places = [...findings].flatMap(({ at, status }) => (status === 'open' ? [window.place(at[0], at[1])] : []));
  const discs = (radius: number) => places.map((place) => disc(...place, radius, 10));
  // White first, so that no dot takes a bite out of another.
  return [
    {
      type: 'paths',
      paths: discs(DOT_PIXELS + 0.6),
      fill: { color: CASING, opacity: 1 },
      fillRule: 'nonzero',
      closed: true,
    },
    {
      type: 'paths',
      paths: discs(DOT_PIXELS),
      fill: { color: DOT_COLOR, opacity: 1 },
      fillRule: 'nonzero',
      closed: true,
    },
  ];
}
