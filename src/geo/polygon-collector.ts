/** Polygons as flat arrays for drawing, in the order in which they are given: triangles by earcut, rings closed, tile by tile. */
import earcut from 'earcut';
import type { DrawablePolygons } from './drawable.ts';
import { GrowingArray } from './growing-array.ts';

export interface PolygonCollector {
  /** Flat lon, lat of each ring; parts of fewer than three positions draw nothing. */
  addPart(rings: readonly (readonly number[])[], feature: number): void;
  /** What is added until the tile ends is without an outline at this level. */
  endOutlines(): void;
  endTile(): void;
  finish(): DrawablePolygons;
}

export function createPolygonCollector(): PolygonCollector {
  const positions = new GrowingArray(new Float64Array(256));
  const triangles = new GrowingArray(new Uint32Array(256));
  const featureOfPosition = new GrowingArray(new Uint32Array(128));
  const ringStart = new GrowingArray(new Uint32Array(16));
  const featureOfRing = new GrowingArray(new Uint32Array(16));
  const tiles = {
    positionStart: new GrowingArray(new Uint32Array(16)),
    cornerStart: new GrowingArray(new Uint32Array(16)),
    ringStart: new GrowingArray(new Uint32Array(16)),
    outlineEnd: new GrowingArray(new Uint32Array(16)),
    boxes: new GrowingArray(new Float64Array(16)),
  };
  let count = 0;
  let outlined: number | undefined;
  let box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const beginTile = () => {
    tiles.positionStart.push(count);
    tiles.cornerStart.push(triangles.length);
    tiles.ringStart.push(ringStart.length);
    outlined = undefined;
    box = [Infinity, Infinity, -Infinity, -Infinity];
  };
  beginTile();
  return {
    addPart(rings, feature) {
      const outer = rings[0];
      if (!outer || outer.length < 6) return;
      const base = count;
      const flat: number[] = [];
      const holes: number[] = [];
      // Relative to the first position: earcut's sums lose digits far from zero.
      const [originLongitude, originLatitude] = [outer[0]!, outer[1]!];
      for (const [index, ring] of rings.entries()) {
        if (ring.length < 6) continue;
        if (index > 0) holes.push(flat.length / 2);
        ringStart.push(count);
        featureOfRing.push(feature);
        const isClosed = ring[0] === ring.at(-2) && ring[1] === ring.at(-1);
        for (let i = 0; i < ring.length + (isClosed ? 0 : 2); i += 2) {
          const longitude = ring[i % ring.length]!;
          const latitude = ring[(i % ring.length) + 1]!;
          positions.push(longitude);
          positions.push(latitude);
          featureOfPosition.push(feature);
          flat.push(longitude - originLongitude, latitude - originLatitude);
          if (longitude < box[0]) box[0] = longitude;
          if (latitude < box[1]) box[1] = latitude;
          if (longitude > box[2]) box[2] = longitude;
          if (latitude > box[3]) box[3] = latitude;
          count++;
        }
      }
      for (const corner of earcut(flat, holes)) triangles.push(base + corner);
    },
    endOutlines() {
      outlined = ringStart.length;
    },
    endTile() {
      if (count === tiles.positionStart.at(tiles.positionStart.length - 1)) return;
      tiles.outlineEnd.push(outlined ?? ringStart.length);
      for (const side of box) tiles.boxes.push(side);
      beginTile();
    },
    finish() {
      ringStart.push(count);
      return {
        positions: positions.finish(),
        triangles: triangles.finish(),
        featureOfPosition: featureOfPosition.finish(),
        ringStart: ringStart.finish(),
        featureOfRing: featureOfRing.finish(),
        tiles: {
          positionStart: tiles.positionStart.finish(),
          cornerStart: tiles.cornerStart.finish(),
          ringStart: tiles.ringStart.finish(),
          outlineEnd: tiles.outlineEnd.finish(),
          boxes: tiles.boxes.finish(),
        },
      };
    },
  };
}
