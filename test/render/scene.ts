/** A small scene in which every class of every layer kind stands in a cell of its own, drawn by the map itself. */
import { appendGeoJson, createGeometryBuilder } from '../../src/geo/geometry-column.ts';
import { buildDrawable } from '../../src/geo/triangulate.ts';
import type { LayerView, MapTheme, MapView } from '../../src/map/map-types.ts';
import { createMapView } from '../../src/map/map-view.ts';
import { SILT_LOOKS, UNMEASURED_LOOK } from '../../src/map/silt-looks.ts';
import { SYMBOLOGY } from '../../src/map/symbology.ts';
import { GEOMETRY_OF_KIND, LAYER_KINDS, type LayerKind } from '../../src/model/kinds.ts';

export const CELL_PIXELS = 80;
const COLUMNS = 10;
/** Half the side of a polygon and half the length of a line. */
const REACH_PIXELS = 28;
const ZOOM = 15;
const CENTER = [113.6, 34.7] as const;

export interface DrawnCell {
  readonly name: string;
  /** RGBA of the cell, row by row. */
  readonly pixels: readonly number[];
}

interface Cell {
  readonly name: string;
  readonly layer: string;
  readonly kind: LayerKind;
  readonly category: number;
}

const siltLooks = [...SILT_LOOKS, UNMEASURED_LOOK];
const cells: readonly Cell[] = [
  ...LAYER_KINDS.flatMap((kind) =>
    SYMBOLOGY[kind].classes.map(({ name }, category) => ({ name: `${kind}.${name}`, layer: kind, kind, category })),
  ),
  ...siltLooks.map((_, index) => ({ name: `silt.${index}`, layer: 'silt', kind: 'road' as const, category: 0 })),
];
const rows = Math.ceil(cells.length / COLUMNS);

/** Degrees of a pixel of the scene. */
function place(x: number, y: number): [number, number] {
  const degreesPerPixel = 360 / (512 * 2 ** ZOOM);
  const [dx, dy] = [x - (COLUMNS * CELL_PIXELS) / 2, y - (rows * CELL_PIXELS) / 2];
  return [CENTER[0] + dx * degreesPerPixel, CENTER[1] - dy * degreesPerPixel * Math.cos((CENTER[1] * Math.PI) / 180)];
}

function geometryOf({ kind }: Cell, index: number): GeoJSON.Geometry {
  const x = ((index % COLUMNS) + 0.5) * CELL_PIXELS;
  const y = (Math.floor(index / COLUMNS) + 0.5) * CELL_PIXELS;
  const r = REACH_PIXELS;
  if (kind === 'hotspot' || kind === 'receptor') return { type: 'Point', coordinates: place(x, y) };
  if (GEOMETRY_OF_KIND[kind][0] === 'line')
    return { type: 'LineString', coordinates: [place(x - r, y), place(x + r, y)] };
  const corners = [place(x - r, y - r), place(x + r, y - r), place(x + r, y + r), place(x - r, y + r)];
  return { type: 'Polygon', coordinates: [[...corners, corners[0] as [number, number]]] };
}

function viewOf(layer: string): LayerView {
  const members = cells.flatMap((cell, index) => (cell.layer === layer ? [{ cell, index }] : []));
  const kind = (members[0] as (typeof members)[number]).cell.kind;
  const builder = createGeometryBuilder();
  for (const { cell, index } of members) appendGeoJson(builder, geometryOf(cell, index));
  const count = members.length;
  return {
    id: layer,
    kind,
    drawable: buildDrawable(builder.finish()),
    styling: {
      category: Uint8Array.from(members, ({ cell }) => cell.category),
      weight: new Float32Array(count).fill(1),
      ...(SYMBOLOGY[kind].tinted ? { tint: new Uint8Array(count) } : {}),
      ...(layer === 'silt'
        ? {
            recolor: {
              classes: siltLooks.map((look) => ({ key: 'map.silt.class', ...look })),
              classOf: Uint8Array.from(members.keys()),
            },
          }
        : {}),
    },
    visible: true,
    opacity: 1,
  };
}

let map: MapView | undefined;

async function drawCells(theme: MapTheme): Promise<DrawnCell[]> {
  const container = document.body;
  container.style.cssText = `margin:0;width:${COLUMNS * CELL_PIXELS}px;height:${rows * CELL_PIXELS}px`;
  map ??= createMapView(container, {
    theme,
    language: 'zh-CN',
    baseMap: { type: 'none' },
    camera: { center: CENTER, zoom: ZOOM, bearing: 0, pitch: 0 },
    texts: { translate: (key) => key },
    antialias: true,
    motion: false,
    controls: false,
  });
  await map.ready;
  const rest = new Promise<void>((resolve) => {
    const end = map?.on('idle', () => {
      end?.();
      resolve();
    });
  });
  map.setTheme(theme);
  map.setLayers([...new Set(cells.map(({ layer }) => layer))].map(viewOf));
  await rest;
  const picture = await createImageBitmap(await map.capture());
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('drawScene: found no 2d context');
  context.drawImage(picture, 0, 0);
  return cells.map(({ name }, index) => {
    const [x, y] = [(index % COLUMNS) * CELL_PIXELS, Math.floor(index / COLUMNS) * CELL_PIXELS];
    return { name, pixels: [...context.getImageData(x, y, CELL_PIXELS, CELL_PIXELS).data] };
  });
}

declare global {
  var drawScene: (theme: MapTheme) => Promise<DrawnCell[]>;
}
globalThis.drawScene = drawCells;
