/** Where in the district a place lies: its streets in the corner of a map, and a dot. Pure. */
import { textAt } from '../../model/feature-batch.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import { ended, placed } from './draw-ground.ts';
import type { Drawn, Path } from './drawing.ts';
import { type GroundLayer, ringsOf, shapeOf } from './ground-layers.ts';
import { CASING, INK, MAP_SYMBOLS } from './map-symbols.ts';
import { boxAround, type DegreeBox, type MapWindow, type PixelSize, windowOn } from './map-window.ts';
import { disc } from './stroke-outlines.ts';

/** Nothing where there are no zones, or where the map shows most of the district itself. */
export type DrawInset = (window: MapWindow, at: LonLat) => Drawn[];

const SHARE_OF_WIDTH = 0.24;
const MARGIN_PIXELS = 5;
/** A map of more than this share of the district's width needs no inset. */
const MOST_OF_DISTRICT = 0.5;

export function createInset(layers: readonly GroundLayer[]): DrawInset {
  const outlines = outlinesOf(layers);
  const box = boxAround(outlines.map(({ box }) => box));
  if (!box) return () => [];
  return (window, at) => {
    const isWide = window.ground[2] - window.ground[0] > MOST_OF_DISTRICT * (box[2] - box[0]);
    return isWide ? [] : drawInset(outlines, box, window, at);
  };
}

interface Outline {
  readonly box: DegreeBox;
  readonly rings: readonly Float64Array[];
}

/** Streets where there are any, else all responsibility zones. */
function outlinesOf(layers: readonly GroundLayer[]): Outline[] {
  const zones = layers
    .filter(({ kind }) => kind === 'responsibilityZone')
    .flatMap((layer) => {
      const { geometry, ids } = layer.batch;
      return ids.flatMap((_, feature) => {
        const box = layer.boxOf(feature);
        if (!box || shapeOf(geometry, feature) !== 'polygon') return [];
        return { box, rings: [...ringsOf(geometry, feature)], level: textAt(layer.batch, 'level', feature) };
      });
    });
  const streets = zones.filter(({ level }) => level === 'street');
  return streets.length > 0 ? streets : zones;
}

function drawInset(outlines: readonly Outline[], box: DegreeBox, window: MapWindow, at: LonLat): Drawn[] {
  const size = sizeOf(box, window);
  const inset = windowOn(box, size, { marginPixels: MARGIN_PIXELS, leastMeters: 0 });
  const left = window.widthPixels - size.widthPixels - 0.5;
  const top = window.heightPixels - size.heightPixels - 0.5;
  const moved = (path: Path): Path => path.map((value, index) => value + (index % 2 === 0 ? left : top));
  const edges = outlines.flatMap(({ rings }) => rings.map((ring) => moved(ended(placed(ring, inset)))));
  const [x, y] = inset.place(at[0], at[1]);
  const dot = MAP_SYMBOLS.hotspot.classes.only!.dot!;
  const { widthPixels: width, heightPixels: height } = size;
  return [
    {
      type: 'paths',
      paths: [moved([0, 0, width, 0, width, height, 0, height])],
      fill: { color: CASING, opacity: 1 },
      stroke: { color: INK, opacity: 1, width: 1 },
      closed: true,
    },
    { type: 'paths', paths: edges, stroke: { color: '#6a7076', opacity: 1, width: 0.8 }, closed: false },
    {
      type: 'paths',
      paths: [moved(disc(x, y, 3.4))],
      fill: dot,
      stroke: { color: CASING, opacity: 1, width: 1 },
      closed: true,
    },
  ];
}

/** As the district is: wide or high, never more than a square of the share. */
function sizeOf([west, south, east, north]: DegreeBox, { widthPixels }: MapWindow): PixelSize {
  const across = (east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const shape = Math.min(Math.max((north - south) / Math.max(across, 1e-9), 0.6), 1.1);
  const width = Math.round(widthPixels * SHARE_OF_WIDTH);
  return { widthPixels: width, heightPixels: Math.round(width * shape) };
}
