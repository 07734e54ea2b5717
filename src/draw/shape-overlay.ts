/** The draft on the map: ground, lines, vertices, handles, neighbours that go along, hatched collisions and lit sources. Draws what it is told. */
import type { ExpressionSpecification, GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { BLUE, ORANGE, WHITE } from './draw-style.ts';

export type OverlayRole =
  | 'ground'
  | 'piece'
  | 'outline'
  | 'neighbour'
  | 'hatched'
  | 'lit'
  | 'collected'
  | 'vertex'
  | 'chosen'
  | 'middle'
  | 'handle'
  | 'turn'
  | 'snap';

export interface OverlayItem {
  readonly role: OverlayRole;
  readonly geometry: GeoJSON.Geometry;
}

export interface ShapeOverlay {
  /** The draft: replaced with every move of the pointer. */
  draw(items: readonly OverlayItem[]): void;
  /** What changes less often. */
  mark(items: readonly OverlayItem[]): void;
  remove(): void;
}

const DRAFT = 'chentu-draft';
const MARKS = 'chentu-draft-marks';
const HATCH_IMAGE = 'chentu-draft-hatch';
const HATCH_PIXELS = 12;
/** The colour of overlaps (LOOK.md), and of what a zone newly takes in. */
const OVERLAP: [red: number, green: number, blue: number] = [0xc2, 0x18, 0x5b];
const LIT = '#0CA678';

const isRole = (...roles: OverlayRole[]): ExpressionSpecification => ['in', ['get', 'role'], ['literal', roles]];

function layers(): LayerSpecification[] {
  const dot = (
    roles: OverlayRole[],
    radius: number,
    color: string,
    ring: string,
    ringWidth: number,
  ): LayerSpecification => ({
    id: `${DRAFT}-${roles[0]}`,
    type: 'circle',
    source: DRAFT,
    filter: isRole(...roles),
    paint: {
      'circle-radius': radius,
      'circle-color': color,
      'circle-stroke-color': ring,
      'circle-stroke-width': ringWidth,
      'circle-pitch-alignment': 'viewport',
    },
  });
  return [
    {
      id: `${MARKS}-lit`,
      type: 'line',
      source: MARKS,
      filter: isRole('lit'),
      paint: { 'line-color': LIT, 'line-width': 4, 'line-opacity': 0.9 },
      layout: { 'line-join': 'round' },
    },
    {
      id: `${MARKS}-lit-points`,
      type: 'circle',
      source: MARKS,
      filter: ['all', isRole('lit'), ['==', ['geometry-type'], 'Point']],
      paint: { 'circle-radius': 8, 'circle-opacity': 0, 'circle-stroke-color': LIT, 'circle-stroke-width': 4 },
    },
    {
      id: `${MARKS}-collected`,
      type: 'line',
      source: MARKS,
      filter: isRole('collected'),
      paint: { 'line-color': ORANGE, 'line-width': 4 },
    },
    {
      id: `${DRAFT}-ground`,
      type: 'fill',
      source: DRAFT,
      filter: isRole('ground', 'piece'),
      paint: {
        'fill-color': ['match', ['get', 'role'], 'piece', ORANGE, BLUE] as unknown as ExpressionSpecification,
        'fill-opacity': 0.14,
      },
    },
    {
      id: `${MARKS}-hatched`,
      type: 'fill',
      source: MARKS,
      filter: isRole('hatched'),
      paint: { 'fill-pattern': HATCH_IMAGE },
    },
    {
      id: `${MARKS}-hatched-edge`,
      type: 'line',
      source: MARKS,
      filter: isRole('hatched'),
      paint: { 'line-color': `rgb(${OVERLAP.join(',')})`, 'line-width': 1.5 },
    },
    {
      id: `${DRAFT}-neighbour`,
      type: 'line',
      source: DRAFT,
      filter: isRole('neighbour'),
      paint: { 'line-color': ORANGE, 'line-width': 2, 'line-dasharray': [3, 2] },
    },
    {
      id: `${DRAFT}-outline`,
      type: 'line',
      source: DRAFT,
      filter: isRole('ground', 'piece', 'outline'),
      paint: {
        'line-color': ['match', ['get', 'role'], 'piece', ORANGE, BLUE] as unknown as ExpressionSpecification,
        'line-width': 2.5,
      },
      layout: { 'line-join': 'round' },
    },
    dot(['middle'], 3, BLUE, WHITE, 1.5),
    dot(['vertex'], 5, WHITE, BLUE, 2),
    dot(['chosen'], 7, BLUE, WHITE, 2.5),
    dot(['handle'], 6, WHITE, ORANGE, 2.5),
    dot(['turn'], 7, ORANGE, WHITE, 2.5),
    dot(['snap'], 7, 'rgba(255,255,255,0.6)', ORANGE, 3),
  ];
}

export function createShapeOverlay(map: MapLibreMap): ShapeOverlay {
  const give = (source: string, items: readonly OverlayItem[]) => {
    if (!map.getSource(source)) add();
    void map.getSource<GeoJSONSource>(source)?.setData({
      type: 'FeatureCollection',
      features: items.map(({ role, geometry }) => ({ type: 'Feature', properties: { role }, geometry })),
    });
  };
  const addImage = () => {
    if (!map.hasImage(HATCH_IMAGE)) map.addImage(HATCH_IMAGE, hatch());
  };
  /** A change of theme takes images away. */
  const onMissing = ({ id }: { id: string }) => {
    if (id === HATCH_IMAGE) addImage();
  };
  function add(): void {
    addImage();
    for (const id of [DRAFT, MARKS]) {
      if (!map.getSource(id)) map.addSource(id, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
    }
    for (const layer of layers()) if (!map.getLayer(layer.id)) map.addLayer(layer);
  }
  map.on('styleimagemissing', onMissing);
  return {
    draw: (items) => give(DRAFT, items),
    mark: (items) => give(MARKS, items),
    remove() {
      map.off('styleimagemissing', onMissing);
      for (const { id } of layers()) if (map.getLayer(id)) map.removeLayer(id);
      for (const id of [DRAFT, MARKS]) if (map.getSource(id)) map.removeSource(id);
      if (map.hasImage(HATCH_IMAGE)) map.removeImage(HATCH_IMAGE);
    },
  };
}

/** Crossed lines, as overlaps are drawn everywhere. */
function hatch(): { width: number; height: number; data: Uint8Array } {
  const data = new Uint8Array(4 * HATCH_PIXELS * HATCH_PIXELS);
  const paint = (x: number, y: number) => {
    const at = 4 * (HATCH_PIXELS * y + ((x + HATCH_PIXELS) % HATCH_PIXELS));
    data.set([...OVERLAP, 230], at);
  };
  for (let i = 0; i < HATCH_PIXELS; i++) {
    paint(i, i);
    paint(i + 1, i);
    paint(HATCH_PIXELS - 1 - i, i);
    paint(HATCH_PIXELS - i, i);
  }
  return { width: HATCH_PIXELS, height: HATCH_PIXELS, data };
}
