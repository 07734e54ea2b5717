/** A drawable's buffers by level and tile, made when they are first wanted, and what they look like under some looks. */
import type { Drawable } from '../geo/drawable.ts';
import { type AreaBuffers, areaBuffersOf, areaParts } from './area-parts.ts';
import { levelAt, sliceTile, tilesIn } from './detail-level.ts';
import { dotParts } from './dot-parts.ts';
import type { FeatureLooks } from './feature-looks.ts';
import { lineBuffersOf, lineParts } from './line-parts.ts';
import type { Bounds } from './map-types.ts';
import type { Part } from './part.ts';

export interface Ground {
  /** One level (-1: the finest) under some looks; buffers are shared between looks. */
  lookedAt(level: number, looks: FeatureLooks): LevelParts;
}

export interface LevelParts {
  /** Makes tiles of a window while there is time, at least one; whether all are made. */
  prepare(window: Bounds, hasTime: () => boolean): boolean;
  /** Parts made so far that lie in a window, each under a name of its own in the layer. */
  parts(window: Bounds): Iterable<readonly [name: string, part: Part]>;
}

/** Levels up to this one have room for patterns: coarser ones are drawn where most features are a few pixels. */
const LAST_TEXTURED_LEVEL = 0;

export function createGround(drawable: Drawable): Ground {
  const areas = new Map<string, AreaBuffers>();
  const lines = new Map<number, ReturnType<typeof lineBuffersOf>>();
  return {
    lookedAt(level, looks) {
      const { name: levelName, polygons, paths, dots } = levelAt(drawable, level);
      const bufferOf = (tile: number) =>
        remember(areas, `${levelName}/${tile}`, () => areaBuffersOf(sliceTile(polygons, tile)));
      const made = new Map<number, readonly Part[]>();
      const named = (suffix: string, parts: readonly Part[]) =>
        parts.map((part) => [`${part.name}-${levelName}${suffix}`, part] as const);
      const whole = named('', [
        ...lineParts(
          remember(lines, level, () => lineBuffersOf(paths)),
          looks,
        ),
        ...(dots ? dotParts(dots, looks) : []),
      ]);
      return {
        prepare(window, hasTime) {
          let first = true;
          for (const tile of tilesIn(polygons, window)) {
            if (made.has(tile)) continue;
            if (!first && !hasTime()) return false;
            first = false;
            made.set(tile, areaParts(bufferOf(tile), looks, level <= LAST_TEXTURED_LEVEL));
          }
          return true;
        },
        *parts(window) {
          yield* whole;
          for (const tile of tilesIn(polygons, window)) yield* named(`-${tile}`, made.get(tile) ?? []);
        },
      };
    },
  };
}

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}
