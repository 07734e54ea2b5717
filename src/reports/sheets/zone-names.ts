/** Names of streets and grids on a map, each where the zone is widest in what is seen of it, none over another. Pure. */
import { findInteriorPointOfRings } from '../../geo/interior-point.ts';
import { textAt } from '../../model/feature-batch.ts';
import { placed } from './draw-ground.ts';
import type { DrawnText, Path } from './drawing.ts';
import { type GroundLayer, nameOf, ringsOf, shapeOf } from './ground-layers.ts';
import { INK } from './map-symbols.ts';
import type { MapWindow, PixelSize } from './map-window.ts';

const SIZES: Readonly<Record<string, number>> = { street: 14, community: 12 };
const GRID_SIZE = 11;
/** Latin letters are half as wide as Chinese ones. */
const LETTER_SHARE = 0.6;
const RIM_PIXELS = 6;

interface Named {
  readonly name: string;
  readonly size: number;
  readonly rings: readonly Path[];
}

/** Streets first. O(zones + positions of those seen). */
export function zoneNames(layers: readonly GroundLayer[], window: MapWindow): DrawnText[] {
  const placedTexts: DrawnText[] = [];
  for (const { name, size, rings } of namedZones(layers, window)) {
    const at = middleOf(rings, window);
    if (!at) continue;
    const text: DrawnText = {
      type: 'text',
      at: [at[0], at[1] + size / 3],
      text: name,
      sizePixels: size,
      color: INK,
      halo: '#ffffff',
      anchor: 'middle',
    };
    if (fitsIn(text, window) && placedTexts.every((other) => !overlap(text, other))) placedTexts.push(text);
  }
  return placedTexts;
}

function namedZones(layers: readonly GroundLayer[], window: MapWindow): Named[] {
  const zones = layers
    .filter(({ kind }) => kind === 'responsibilityZone')
    .flatMap((layer) =>
      layer.featuresIn(window.ground).flatMap((feature) => {
        const name = nameOf(layer, feature);
        const level = textAt(layer.batch, 'level', feature);
        if (name === undefined || level === 'district') return [];
        if (shapeOf(layer.batch.geometry, feature) !== 'polygon') return [];
        const size = SIZES[level ?? ''] ?? GRID_SIZE;
        return {
          name,
          size,
          rings: Array.from(ringsOf(layer.batch.geometry, feature), (ring) => placed(ring, window)),
        };
      }),
    );
  return zones.sort((a, b) => b.size - a.size);
}

/** Undefined where nothing of it is seen. */
function middleOf(rings: readonly Path[], window: PixelSize): readonly [number, number] | undefined {
  const seen = rings.map((ring) => clip(ring, window)).filter((ring) => ring.length >= 6);
  if (seen.length === 0) return undefined;
  return findInteriorPointOfRings([seen.map((ring) => Float64Array.from([...ring, ring[0]!, ring[1]!]))]);
}

/** A ring cut to the drawing (Sutherland and Hodgman, 1974). */
function clip(ring: Path, { widthPixels, heightPixels }: PixelSize): Path {
  let path = ring;
  for (const [axis, limit, sign] of [
    [0, 0, 1],
    [0, widthPixels, -1],
    [1, 0, 1],
    [1, heightPixels, -1],
  ] as const) {
    const kept: number[] = [];
    for (let i = 0; i < path.length; i += 2) {
      const before = i === 0 ? path.length - 2 : i - 2;
      const [a, b] = [path[before + axis]! - limit, path[i + axis]! - limit].map((value) => value * sign);
      if (a! >= 0 !== b! >= 0) {
        const t = a! / (a! - b!);
        kept.push(
          path[before]! + t * (path[i]! - path[before]!),
          path[before + 1]! + t * (path[i + 1]! - path[before + 1]!),
        );
      }
      if (b! >= 0) kept.push(path[i]!, path[i + 1]!);
    }
    path = kept;
  }
  return path;
}

const halfWidth = ({ text, sizePixels }: DrawnText) =>
  ([...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2e80 ? LETTER_SHARE : 1), 0) * sizePixels) / 2;

function fitsIn(text: DrawnText, { widthPixels, heightPixels }: PixelSize): boolean {
  const half = halfWidth(text);
  const [x, y] = text.at;
  const isAcross = x - half >= RIM_PIXELS && x + half <= widthPixels - RIM_PIXELS;
  return isAcross && y - text.sizePixels >= RIM_PIXELS && y <= heightPixels - RIM_PIXELS;
}

function overlap(a: DrawnText, b: DrawnText): boolean {
  const gap = 4;
  const across = Math.abs(a.at[0] - b.at[0]) < halfWidth(a) + halfWidth(b) + gap;
  return across && Math.abs(a.at[1] - b.at[1]) < Math.max(a.sizePixels, b.sizePixels) + gap;
}
